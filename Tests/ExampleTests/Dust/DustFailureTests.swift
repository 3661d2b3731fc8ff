import ArazzoRuntime
import DustExample
import ExampleServers
import Testing

@Suite("Dust: what goes wrong")
struct DustFailureTests {
  let stage = Stage()

  /// An answer to the first request that the workflow can't go on from.
  struct Mishap: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var answer: Answer
    var code: WorkflowError.Code
  }

  static let mishaps = [
    Mishap(
      testDescription: "a 500", answer: .json(#"{"error": "sk-example"}"#, status: 500),
      code: .criterionFailed),
    Mishap(
      testDescription: "a proxy's page", answer: .page(status: 502), code: .criterionFailed),
    Mishap(
      testDescription: "a page that says 200", answer: .page(status: 200), code: .unexpectedValue),
    Mishap(
      testDescription: "a body that only says that it is JSON", answer: .json("{\"run\": {"),
      code: .unexpectedValue),
    Mishap(testDescription: "an empty body", answer: .json(""), code: .unexpectedValue),
    Mishap(
      testDescription: "no identifier", answer: .json(#"{"run": {"status": {}}}"#),
      code: .unexpectedValue),
    Mishap(
      testDescription: "an identifier that is null", answer: .json(#"{"run": {"run_id": null}}"#),
      code: .unexpectedValue),
    Mishap(
      testDescription: "an identifier that is an object",
      answer: .json(#"{"run": {"run_id": {"id": "sk-example"}}}"#), code: .unexpectedValue),
  ]

  @Test("an answer that the workflow can't use ends it with an error", arguments: mishaps)
  func mishap(_ mishap: Mishap) async throws {
    let api = DustAPI().answering(.createRun, with: mishap.answer)
    try await StandIn.serve(api) { dust in
      let error = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(.example, client: stage.client(for: dust))
      }
      #expect(error.code == mishap.code)
      #expect(error.statusCode == mishap.answer.status)
      #expect(error.workflow == "run-app-and-poll")
      #expect(error.step == "createRun")
      #expect(error.method == "POST")
      #expect(error.path == "/api/v1/w/{wId}/spaces/{spaceId}/apps/{aId}/runs")
      #expect(!"\(error)".contains("sk-example"))
      #expect(await dust.requests.count == 1)
    }
  }

  @Test("a wrong token ends the workflow at its first request and is not shown")
  func wrongToken() async throws {
    try await StandIn.serve(DustAPI()) { dust in
      let error = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(
          .example { $0.apiToken = "sk-wrong" }, client: stage.client(for: dust))
      }
      #expect(error.statusCode == 401)
      #expect(error.step == "createRun")
      var dumped = ""
      dump(error, to: &dumped)
      #expect(!"\(error) \(dumped)".contains("sk-wrong"))
      #expect(await dust.requests.count == 1)
    }
  }

  @Test("an error names the pointer that led to nothing and where it was read")
  func pointerIsNamed() async throws {
    let api = DustAPI().answering(.createRun, with: .json(#"{"run": {}}"#))
    try await StandIn.serve(api) { dust in
      let error = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(.example, client: stage.client(for: dust))
      }
      #expect("\(error)".contains("/run/run_id"))
      #expect("\(error)".contains("createRun"))
    }
  }

  @Test("a server that is not there is an error of the first step")
  func refused() async throws {
    let gone = try await StandIn.serve(DustAPI()) { stage.client(for: $0) }
    let error = try await failure { () async throws(WorkflowError) in
      try await runAppAndPoll(.example, client: gone)
    }
    #expect(error.code == .transport)
    #expect(error.statusCode == nil)
    #expect(error.step == "createRun")
  }

  @Test("an input that has no place in the path is an error before anything is sent")
  func emptySegment() async throws {
    try await StandIn.serve(DustAPI()) { dust in
      let error = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(.example { $0.wID = ".." }, client: stage.client(for: dust))
      }
      #expect(error.code == .invalidRequest)
      #expect(await dust.requests.isEmpty)
    }
  }
}
