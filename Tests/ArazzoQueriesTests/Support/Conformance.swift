import Foundation
import Testing

/// The folder of public test suites that may lie beside the package.
enum Conformance {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/conformance")

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  static let reason: Comment = "the folder ../shared/conformance is not there"

  static func read<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
    let data = try Data(contentsOf: folder.appendingPathComponent(path))
    return try JSONDecoder().decode(type, from: data)
  }
}
