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

  private func isRead(_ name: String) throws -> Bool {
    let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
    do throws(DocumentError) {
      _ = try DocumentReader.readJSON(SourceText(decoding: bytes, name: name))
      return true
    } catch {
      return false
    }
  }

  @Test(
    "every y_ file is read and no n_ file is",
    .enabled(if: !names.isEmpty, "there is no folder ../shared/conformance/json-parsing"))
  func suite() throws {
    var counts: [Character: Int] = [:]
    for name in Self.names where name.hasPrefix("y_") || name.hasPrefix("n_") {
      let expected = name.hasPrefix("y_") && !Self.duplicates.contains(name)
      #expect(try isRead(name) == expected, "\(name)")
      counts[name.first ?? "?", default: 0] += 1
    }
    print("json-parsing: \(counts["y", default: 0]) y_ files, \(counts["n", default: 0]) n_ files")
  }

  @Test("a file that a reader may take or leave does no harm", arguments: names)
  func indeterminate(name: String) throws {
    _ = try isRead(name)
    let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
    _ = problem(bytes: bytes, name: name)
  }
}
