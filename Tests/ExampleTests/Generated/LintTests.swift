import Foundation
import Testing

@Suite("Committed output without the lines that keep linters away")
struct LintTests {
  @Test("has nothing that swift format would change", arguments: Example.all)
  func isFormatted(_ example: Example) async throws {
    try await withTemporaryFolder { folder in
      for file in try FileManager.default.contentsOfDirectory(atPath: example.committed.path) {
        let source = example.committed.appending(path: file)
        let lines = try String(contentsOf: source, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        let text = lines.filter { !$0.hasPrefix("// swift-format-ignore") }
        try Data(text.joined(separator: "\n").utf8).write(to: folder.appending(path: file))
      }
      // Where a document says nothing of a declaration, there is no comment.
      let rules = try String(
        contentsOf: Example.root.appending(path: ".swift-format"), encoding: .utf8
      )
      .replacing(#"Documentation": true"#, with: #"Documentation": false"#)
      let configuration = folder.appending(path: "lint.json").path
      try rules.write(toFile: configuration, atomically: true, encoding: .utf8)
      let report = try await Toolchain.run(
        [
          "swift", "format", "lint", "--strict", "--recursive", "--configuration", configuration,
          folder.path,
        ],
        reportingTo: folder.appending(path: "report.txt"))
      #expect(report == "")
    }
  }
}
