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

  private static let misspelt = Sample.arazzo.replacing(
    "operationId: getPing", with: "operationId: getPnig")

  @Test("What to write is in the JSON, with its place")
  func jsonFix() throws {
    let outcome = try validate(Self.misspelt, "--diagnostics", "json")
    let list = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let first = try #require((list as? [[String: Any]])?.first)
    #expect(first["help"] as? String == "write getPing")
    let fix = try #require(first["fix"] as? [String: Any])
    let edit = try #require((fix["edits"] as? [[String: Any]])?.first)
    #expect(edit["text"] as? String == "getPing" && edit["line"] as? Int == 13)
    #expect(edit["column"] as? Int == 22 && edit["endColumn"] as? Int == 29)
  }

  @Test("What has one cause is one line for people, and an object for each place for programs")
  func placesOfOneCause() throws {
    let steps = ["one", "two", "three"].map { step in
      """
            - stepId: \(step)
              operationId: getPing
              parameters: [{name: X-Odd, in: header, value: a}]

      """
    }
    let document = Sample.arazzo.replacing(
      "    steps:\n", with: "    steps:\n" + steps.joined(), maxReplacements: 1)
    let text = try validate(document)
    #expect(text.errors.split(separator: "\n").count { $0.contains("warning: ") } == 1)
    #expect(text.errors.contains("(3 places; this is the first)"))
    let json = try validate(document, "--diagnostics", "json")
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    let lines = (list ?? []).filter { ($0["message"] as? String)?.contains("X-Odd") == true }
      .compactMap { $0["line"] as? Int }
    #expect(Set(lines).count == 3)
  }

  @Test("What to write is a fix in SARIF")
  func sarifFix() throws {
    let outcome = try validate(Self.misspelt, "--diagnostics", "sarif")
    let text = outcome.output.filter { !$0.isWhitespace }
    #expect(text.contains(#""insertedContent":{"text":"getPing"}"#))
    #expect(text.contains(#""deletedRegion":{"endColumn":29,"endLine":13,"#))
  }

  @Test("Annotations of GitHub Actions have the place, the message and the help")
  func github() throws {
    let outcome = try validate(Self.misspelt, "--diagnostics", "github")
    #expect(outcome.status == .failure && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    let line = try #require(lines.first)
    #expect(lines.count == 1 && line.hasPrefix("::error file="))
    #expect(line.contains("ping.yaml,line=13,col=22,title=arazzo-gen::"))
    #expect(line.contains("%0Ahelp: write getPing"))
  }

  @Test("A document's text begins no command of GitHub Actions, and a path adds no property")
  func githubEscapes() throws {
    let hostile = Self.misspelt.replacing("getPnig", with: "\"get%0A::stop-commands::Ping\"")
    let scratch = try Scratch()
    let document = try scratch.write(hostile, to: "a,title=b:c/ping.yaml")
    try scratch.write(Sample.openAPI, to: "a,title=b:c/api.yaml")
    let outcome = CommandLineTool.run(["validate", document, "--diagnostics", "github"])
    #expect(outcome.output.contains("get%250A::stop-commands::Ping"))
    #expect(outcome.output.contains("/a%2Ctitle=b%3Ac/ping.yaml,line="))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
  }

  @Test("An annotation, which others can read, shows no token that stands beside a mistake")
  func githubSecrets() throws {
    let document = Sample.arazzo.replacing(
      "operationId: getPing",
      with: "operationId: getPing\n        parameters: "
        + "[{name: Authorization, in: header, value: 'Bearer m4rk3r{$inputs.Pin}'}]"
    ).replacing("    steps:\n", with: "    inputs: {properties: {pin: {}}}\n    steps:\n")
    let outcome = try validate(document, "--diagnostics", "github")
    #expect(outcome.output.contains("help: write $inputs.pin"), "\(outcome.output)")
    #expect(!outcome.output.contains("m4rk3r"))
  }

  @Test("A separator in a path is escaped also where a combining mark follows it")
  func githubCombiningMarks() throws {
    let scratch = try Scratch()
    let document = try scratch.write("a: 1", to: "a,\u{301}title=b:\u{301}c/ping.yaml")
    let output = CommandLineTool.run(["validate", document, "--diagnostics", "github"]).output
    #expect(output.contains("/a%2C\u{301}title=b%3A\u{301}c/ping.yaml,line="))
  }

  private static let secured =
    Sample.openAPI.replacing(
      "      operationId: getPing",
      with: "      operationId: getPing\n      security: [{key: []}]"
    ) + "components: {securitySchemes: {key: {type: apiKey, name: X-Key, in: header}}}\n"

  @Test("What the client must provide is a note: shown by validate and list, not when generating")
  func notes() throws {
    let command = try Command(openAPI: Self.secured)
    let document = command.scratch.at("ping.yaml")
    let validated = CommandLineTool.run(["validate", document, "--strict"])
    #expect(validated.status == .success && validated.errors.contains("note: the steps set no"))
    #expect(CommandLineTool.run(["list", document]).errors.contains("note: the steps set no"))
    #expect(command.run("--strict").errors == "")
  }
}
