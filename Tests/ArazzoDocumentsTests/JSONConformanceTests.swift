import Foundation
import Testing

@testable import ArazzoDocuments

@Suite("The reader of JSON agrees with the parsing suite in ../shared/conformance")
struct JSONConformanceTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/conformance/json-parsing/test_parsing").standardizedFileURL

  private static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

  /// The suite accepts a key that stands twice; here it is an error.
  private static let duplicates: Set = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  private func bytes(of name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
  }

  /// Why a file is not read as JSON.
  private func refusal(_ name: String) throws -> Diagnostic? {
    let bytes = try bytes(of: name)
    do throws(DocumentError) {
      _ = try DocumentReader.readJSON(SourceText(decoding: bytes, name: name))
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test(
    "every y_ file is read and no n_ file is",
    .enabled(if: !names.isEmpty, "there is no folder ../shared/conformance/json-parsing"))
  func suite() throws {
    var counts: [Character: Int] = [:]
    for name in Self.names where name.hasPrefix("y_") || name.hasPrefix("n_") {
      let expected = name.hasPrefix("y_") && !Self.duplicates.contains(name)
      let isRead = try refusal(name) == nil
      #expect(isRead == expected, "\(name)")
      counts[name.first ?? "?", default: 0] += 1
    }
    print("json-parsing: \(counts["y", default: 0]) y_ files, \(counts["n", default: 0]) n_ files")
  }

  @Test("a file is read, or refused at a place in it, as JSON and as YAML", arguments: names)
  func refusals(name: String) throws {
    let refusals = [try refusal(name), problem(bytes: try bytes(of: name), name: name)]
    for refusal in refusals.compactMap(\.self) {
      #expect(refusal.location?.source.name == name)
    }
  }
}
