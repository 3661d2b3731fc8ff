import ArazzoCompiler
import Foundation
import Testing

@testable import ArazzoSwiftEmitter

@Suite("Golden files")
struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// `RECORD_GOLDEN=1 swift test` writes the files anew.
  @Test("What is emitted is what the golden files show", arguments: Sample.all)
  func emission(sample: Sample) throws {
    for file in try emitted(sample.plan, access: sample.access) {
      let golden = Self.folder.appendingPathComponent(file.name + ".txt")
      if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
        try Data(file.content.utf8).write(to: golden)
      }
      let expected = try String(decoding: Data(contentsOf: golden), as: UTF8.self)
      #expect(file.content == expected, "\(file.name) differs")
    }
  }

  @Test("The same plan gives the same bytes")
  func determinism() throws {
    for sample in Sample.all {
      let first = try emitted(sample.plan).map(\.content)
      #expect(try emitted(sample.plan).map(\.content) == first)
    }
  }
}
