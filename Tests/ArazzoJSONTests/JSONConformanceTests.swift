import ArazzoJSON
import Foundation
import Testing

@Suite("The reader of JSON keeps to RFC 8259")
struct JSONConformanceTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../../shared/conformance")
    .appending(path: "json-parsing/test_parsing").standardizedFileURL

  private static func files() -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    if files == nil { print("skipped: no JSON conformance suite at \(folder.path())") }
    return (files ?? []).filter { $0.pathExtension == "json" }
  }

  @Test("what must be read is read, what must be refused is refused, and nothing traps")
  func suite() throws {
    var counts: [Character: Int] = [:]
    for file in Self.files() {
      let verdict = try #require(file.lastPathComponent.first)
      let bytes = [UInt8](try Data(contentsOf: file))
      let isRead = (try? JSONValue(parsing: bytes)) != nil
      counts[verdict, default: 0] += 1
      if verdict == "y" { #expect(isRead, "\(file.lastPathComponent) is refused") }
      if verdict == "n" { #expect(!isRead, "\(file.lastPathComponent) is read") }
    }
    print("JSON conformance: \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
  }

  @Test("what is read and written again is the same value")
  func roundTrips() throws {
    for file in Self.files() where file.lastPathComponent.hasPrefix("y_") {
      let value = try JSONValue(parsing: [UInt8](try Data(contentsOf: file)))
      #expect(try JSONValue(parsing: value.serialized()) == value, "\(file.lastPathComponent)")
    }
  }
}
