import Foundation
import Testing

@testable import ArazzoCommand

/// A document that can be read but not generated: exit status 1, an error at the value at fault, the
/// output folder as it was.
@Suite("A document with an error")
struct FaultyDocumentTests {
  /// The sample with one text replaced, and the line that holds the replacement.
  private func sample(_ text: String, _ replacement: String) throws -> (String, line: Int) {
    let range = try #require(Sample.arazzo.range(of: text))
    let line = Sample.arazzo[..<range.lowerBound].count { $0 == "\n" } + 1
    return (Sample.arazzo.replacingCharacters(in: range, with: replacement), line)
  }

  @Test(
    "is refused at the value at fault, with what was found",
    arguments: [
      ("url: api.yaml", "url: apy.yaml", "apy.yaml"),
      ("operationId: getPing", "operationId: getPong", "getPong"),
      ("type: end", "{type: goto, stepId: nowhere}", "nowhere"),
    ])
  func fault(text: String, replacement: String, named: String) throws {
    let isFlow = replacement.hasPrefix("{")
    let text = isFlow ? "- name: done\n            type: end" : text
    let replacement = isFlow ? "- {name: on, type: goto, stepId: nowhere}" : replacement
    let (arazzo, line) = try sample(text, replacement)
    let command = try Command(arazzo: arazzo)
    try command.scratch.write("let own = 1\n", to: "out/Own.swift")
    let outcome = command.run()
    #expect(outcome.status == .failure && outcome.output.isEmpty)
    let error = try #require(outcome.locatedErrors.first)
    #expect(error.hasPrefix("ping.yaml:\(line):") && error.contains(named), "\(outcome.errors)")
    #expect(command.output == ["Own.swift": "let own = 1\n"])
  }

  @Test("--strict leaves out the workflow that uses a dialect, and --keep-going writes the others")
  func strictKeepsGoing() throws {
    let second = """
        - workflowId: pong
          steps:
            - stepId: first
              operationId: api.getPing

      """
    let command = try Command(arazzo: Sample.arazzo + second)
    let outcome = command.run("--strict", "--keep-going")
    #expect(outcome.status == .failure)
    #expect(outcome.lastLine == "arazzo-gen: 1 of 2 workflows generated")
    #expect(command.output.keys.sorted() == ["Ping.swift", "PingServers.swift"])
  }

  @Test("A source that can't be parsed is an error in the source")
  func brokenSource() throws {
    let outcome = try Command(openAPI: "openapi: 3.1.0\npaths: [\n").run()
    #expect(outcome.status == .failure)
    #expect(outcome.locatedErrors.first?.hasPrefix("api.yaml:") == true, "\(outcome.errors)")
  }

  @Test("--print-plan prints nothing when there is an error")
  func planOfFaulty() throws {
    let command = try Command(arazzo: Sample.withBrokenWorkflow)
    let outcome = CommandLineTool.run(
      [command.scratch.at("ping.yaml"), "--print-plan", "--keep-going"])
    #expect(outcome.status == .failure && outcome.output.isEmpty)
  }

  @Test("--print-plan prints the plan as JSON with sorted keys, and needs no folder")
  func plan() throws {
    let command = try Command()
    let outcome = CommandLineTool.run([command.scratch.at("ping.yaml"), "--print-plan"])
    #expect(outcome.status == .success && outcome.errors.isEmpty, "\(outcome.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let plan = try #require(json as? [String: Any])
    #expect(plan["fileName"] as? String == "ping.yaml")
    #expect((plan["workflows"] as? [[String: Any]])?.first?["id"] as? String == "ping")
  }

  @Test("--source takes the place of the url")
  func source() throws {
    let command = try Command(openAPI: nil)
    let path = try command.scratch.write(Sample.openAPI, to: "else where/100%.yaml")
    #expect(command.run().status == .failure)
    #expect(command.run("--source", "api=\(path)", "--print-plan").status == .success)
  }

  @Test("A --source that nothing uses, or that is not there, is an error")
  func uselessSource() throws {
    let command = try Command()
    let path = command.scratch.at("api.yaml")
    let unused = command.run("--source", "apy=\(path)")
    #expect(unused.status == .failure && unused.errors.contains("did you mean 'api'?"))
    let missing = command.run("--source", "api=\(path).json")
    #expect(missing.status == .failure && missing.errors.contains("there is no file"))
    #expect(command.output.isEmpty)
  }
}
