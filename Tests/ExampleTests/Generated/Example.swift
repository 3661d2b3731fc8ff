import ArazzoCommand
import Foundation
import Testing

/// An example document and the folder that its output is committed to.
struct Example: Sendable, CustomTestStringConvertible {
  /// The name of the folders with its documents and with its output.
  var name: String
  /// The file name of the Arazzo description.
  var document: String

  var testDescription: String { name }

  static let all = [
    Example(name: "Dust", document: "run-app-and-poll.arazzo.yaml"),
    Example(name: "DbtCloud", document: "trigger-run-and-poll.arazzo.yaml"),
    Example(name: "DataProducts", document: "data-product-runs.arazzo.yaml"),
  ]

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The path of the document in the package.
  var path: String { "Tests/Examples/\(name)/\(document)" }

  /// Where its output is committed.
  var committed: URL { Self.root.appending(path: "Generated/\(name)") }

  /// Writes its output as the generator does today.
  func generate(into folder: URL, access: String) throws {
    let document = Self.root.appending(path: path).path
    let outcome = CommandLineTool.run([document, "-o", folder.path, "--access", access])
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
