import ArazzoCommand
import Foundation
import Testing

/// Example documents and the folder that their output is committed to.
struct Example: Sendable, CustomTestStringConvertible {
  /// The name of the folders with the documents and with the output.
  var name: String

  var testDescription: String { name }

  static let all = ["Dust", "DbtCloud", "DataProducts", "Rules"].map { Example(name: $0) }

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The paths of the documents in the package.
  var paths: [String] {
    get throws {
      let folder = "Tests/Examples/\(name)"
      let files = try FileManager.default.contentsOfDirectory(
        atPath: Self.root.appending(path: folder).path)
      return files.filter { $0.contains(".arazzo.") }.sorted().map { "\(folder)/\($0)" }
    }
  }

  /// Where its output is committed.
  var committed: URL { Self.root.appending(path: "Generated/\(name)") }

  /// Writes its output as the generator does today.
  func generate(into folder: URL, access: String, _ options: [String] = []) throws {
    let documents = try paths.map { Self.root.appending(path: $0).path }
    let outcome = CommandLineTool.run(
      documents + ["-o", folder.path, "--access", access] + options)
    try #require(outcome.status == .success, "\(outcome.errors)")
  }
}

/// A folder that is there while `body` runs.
func withTemporaryFolder<Result>(
  isolation: isolated (any Actor)? = #isolation, _ body: (URL) async throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}
