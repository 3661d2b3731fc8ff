import ArazzoRuntime
import ExampleServers
import Foundation
import RulesExample
import Testing

/// What a step reads of whatever response its criteria accept, on generated code that runs.
@Suite("Rules: responses by status and media type")
struct ResponseRuleTests {
  let stage = Stage()

  /// What a workflow throws.
  private func failed<Result: Sendable>(
    _ script: [String: [Answer]],
    _ workflow: (WorkflowClient) async throws(WorkflowError) -> Result
  ) async throws -> WorkflowError {
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let client = stage.client(for: server)
      return try await failure { () async throws(WorkflowError) in try await workflow(client) }
    }
  }

  private func run<Result: Sendable>(
    _ script: [String: [Answer]],
    _ workflow: (WorkflowClient) async throws(WorkflowError) -> Result
  ) async throws -> Result {
    try await StandIn.serve(ScriptedAPI(script)) { server in
      try await workflow(stage.client(for: server))
    }
  }

  @Test func responses_whatOneStatusLacksIsMissingThere() async throws {
    let some = Answer.json(#"{"next": "n2"}"#, headers: ["X-Total": "12", "X-Closed": "true"])
    let page = try await run(["GET /entries": [some]], readEntries)
    #expect(page.next == "n2" && page.total == 12 && page.isClosed == true)
    let empty = try await run(["GET /entries": [.noContent]], readEntries)
    #expect(empty == ReadEntries.Outputs())
  }

  @Test func responses_aHeaderFieldOfAnotherTypeFailsTheStep() async throws {
    let answer = Answer.json(#"{"next": "n2"}"#, headers: ["X-Total": "a dozen"])
    let error = try await failed(["GET /entries": [answer]], readEntries)
    #expect(error.code == .unexpectedValue)
    #expect("\(error)".contains("X-Total"))
    #expect(!"\(error)".contains("a dozen"))
  }

  @Test func responses_theMediaTypeThatIsAskedForDecides() async throws {
    let page = Answer.content("application/pdf", "%PDF")
    let outputs = try await run(["GET /report": [.text("all is well"), page]], readReport)
    #expect(outputs.text == "all is well")
    #expect(outputs.any == .string(Data("%PDF".utf8).base64EncodedString()))
    let text = try await run(["GET /report": [.text("all is well")]], readReport)
    #expect(text.any == "all is well")
  }

  @Test func responses_aTextIsReadAsItsSchemaSays() async throws {
    #expect(try await run(["GET /count": [.text("42\n")]], countEntries).count == 42)
    let error = try await failed(["GET /count": [.text("many")]], countEntries)
    #expect(error.code == .unexpectedValue)
  }

  @Test func h8_aSecretIsHiddenBeforeTheStepIsJudged() async throws {
    let answer = Answer.json(#"{"key": "k-12345", "state": "k-12345"}"#)
    let error = try await failed(["POST /sessions": [answer]], readOwnEntries)
    #expect("\(error)".contains("criterion"))
    #expect(!"\(error)".contains("k-12345"))
  }

  @Test func h12_aCredentialThatDidNotComeStopsTheRunBeforeAnythingIsSent() async throws {
    let script = ["POST /sessions": [Answer.json(#"{"state": "new"}"#)]]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      _ = try await failure { () async throws(WorkflowError) in
        try await readOwnEntries(client: stage.client(for: server))
      }
      #expect(await server.requests.map(\.line) == ["POST /sessions"])
    }
  }
}
