import Foundation
import Testing

@testable import ArazzoCommand

@Suite("The README")
struct ReadmeTests {
  private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The fenced block after `<!-- marker -->`.
  private func block(_ marker: String) throws -> String {
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let after = try #require(readme.range(of: "<!-- \(marker) -->\n```")).upperBound
    let start = try #require(readme[after...].firstIndex(of: "\n"))
    let end = try #require(readme[start...].range(of: "\n```")).lowerBound
    return String(readme[readme.index(after: start)..<end])
  }

  @Test("shows the example's input as it is and its output as it is generated today")
  func example() throws {
    let name = "run-app-and-poll.arazzo.yaml"
    let path = root.appendingPathComponent("Tests/Examples/Dust/\(name)").path
    let input = try String(contentsOfFile: path, encoding: .utf8)
    #expect(input.contains(try block("example input")))

    let scratch = try Scratch()
    #expect(CommandLineTool.run([path, "-o", scratch.at("out")]).status == .success)
    let output = try scratch.read("out/RunAppAndPoll.swift")
    #expect(output.contains(try block("example output")))
  }

  @Test("shows diagnostics as they are printed today")
  func diagnostics() throws {
    let name = "run-app-and-poll.arazzo.yaml"
    let example = root.appendingPathComponent("Tests/Examples/Dust")
    let input = try String(contentsOf: example.appendingPathComponent(name), encoding: .utf8)
    let mistaken = input.replacing("    stepId: pollRun\n", with: "    stepId: polRun\n")
      .replacing("#/run/run_id", with: "#/run/runId")
    let scratch = try Scratch()
    let path = try scratch.write(mistaken, to: name)
    let api = "dust-apps.openapi.yaml"
    try scratch.write(
      String(contentsOf: example.appendingPathComponent(api), encoding: .utf8), to: api)
    let printed = CommandLineTool.run(["validate", path]).errors.replacing(path, with: name)
    for diagnostic in try block("diagnostics").split(separator: /\n(?=run-app)/) {
      #expect(printed.contains(diagnostic), "\(printed)")
    }
  }

  @Test("has two commands that each are one line", arguments: ["start command", "test command"])
  func commands(marker: String) throws {
    let command = try block(marker)
    #expect(!command.contains("\n") && command.contains("libyaml-dev"))
  }

  @Test("and the guide for contributors link to files that are there")
  func links() throws {
    for page in ["README.md", "CONTRIBUTING.md"] {
      let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
      let links = text.matches(of: /\]\((?!http)([^)#]+)/).map { String($0.1) }
      #expect(!links.isEmpty, "\(page)")
      for link in links {
        let isThere = FileManager.default.fileExists(atPath: root.appending(path: link).path)
        #expect(isThere, "\(page): \(link)")
      }
    }
  }
}
