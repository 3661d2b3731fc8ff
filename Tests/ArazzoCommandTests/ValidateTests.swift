import Foundation
import Testing

@testable import ArazzoCommand

@Suite("arazzo-gen validate")
struct ValidateTests {
  private func validate(_ arazzo: String, _ more: String...) throws -> Outcome {
    let command = try Command(arazzo: arazzo)
    return CommandLineTool.run(["validate", command.scratch.at("ping.yaml")] + more)
  }

  @Test("says nothing about a document that is right")
  func right() throws {
    let outcome = try validate(Sample.arazzo)
    #expect(outcome.status == .success && outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test("says what is wrong, and ends with 1")
  func wrong() throws {
    let outcome = try validate(Sample.withBrokenWorkflow)
    #expect(outcome.status == .failure && outcome.output.isEmpty)
    #expect(outcome.locatedErrors.count == 1)
  }

  @Test("says it as JSON")
  func json() throws {
    let outcome = try validate(Sample.withBrokenWorkflow, "--diagnostics", "json")
    #expect(outcome.status == .failure && outcome.errors.isEmpty)
    let list = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let first = try #require((list as? [[String: Any]])?.first)
    #expect(first["severity"] as? String == "error" && first["line"] as? Int == 22)
    #expect((first["file"] as? String)?.hasSuffix("/ping.yaml") == true)
    #expect((first["help"] as? String)?.contains("getPing") == true)
  }

  @Test("says it as SARIF, with levels and regions")
  func sarif() throws {
    let outcome = try validate(Sample.withBrokenWorkflow, "--diagnostics", "sarif")
    let log = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let root = try #require(log as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["level"] as? String == "error")
    let text = String(describing: result)
    #expect(text.contains("startLine") && text.contains("file:///"))
  }

  @Test("--diagnostics json without a finding is an empty array")
  func empty() throws {
    #expect(try validate(Sample.arazzo, "--diagnostics", "json").output == "[\n\n]\n")
  }
}
