import ArazzoRuntime
import ExampleServers
import Foundation
import RulesExample
import Testing

/// Rule C6, on generated code that runs: what an API returned is a value and never a part of what is
/// asked.
@Suite("Rules: values in queries and patterns")
struct EmbeddedValueRuleTests {
  let stage = Stage()

  private func find(_ name: String, among jobs: JSONValue) async throws -> FindOwner.Outcome {
    let owner: JSONValue = ["name": .string(name)]
    let script = [
      "GET /owner": [Answer.json(owner.description)], "GET /jobs": [Answer.json(jobs.description)],
    ]
    return try await StandIn.serve(ScriptedAPI(script)) { server in
      try await findOwner(client: stage.client(for: server))
    }
  }

  private let everything: JSONValue = [
    "jobs": [["owner": "kim", "note": "by kim"], ["owner": "ada", "note": "for ada"]],
    "owners": ["kim": 1, "ada": 2], "latest": ["owner": "kim"], "note": "by kim",
  ]

  @Test func c6_aValueIsFoundWhereAValueCanStand() async throws {
    #expect(try await find("kim", among: everything) == .quoted)
    #expect(try await find("kim", among: ["owners": ["kim": 1]]) == .bare)
    #expect(try await find("kim", among: ["latest": ["owner": "kim"]]) == .compared)
    #expect(try await find("kim", among: ["jobs": [["note": "ask kim, "]]]) == .searched)
    #expect(try await find("kim", among: ["note": "for kim"]) == .matched)
  }

  @Test(
    "c6_aResponseCanNotChangeWhatIsAsked",
    arguments: [
      "' || true || '", "' || @.owner != '", "x'] || $..['owner", "*", ".*", "kim|ada", "[a-z]+",
      "(?i)KIM", "\\", "'", "\"", "{$url}", "$", "^", "", "..", "?@",
    ])
  func hostile(name: String) async throws {
    #expect(try await find(name, among: everything) == .completed)
  }

  @Test(
    "c6_aPatternMatchesItLiterally", arguments: ["' || true || '", ".*", "[a-z]+", "\\", "a|b"])
  func literal(name: String) async throws {
    #expect(try await find(name, among: ["note": .string("by " + name)]) == .matched)
    let job: JSONValue = ["jobs": [["owner": .string(name)]]]
    #expect(try await find(name, among: job) == .quoted)
  }
}
