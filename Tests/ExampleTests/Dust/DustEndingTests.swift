import ArazzoRuntime
import DustExample
import ExampleServers
import Testing

@Suite("Dust: how a run ends")
struct DustEndingTests {
  let stage = Stage()

  @Test("a run that succeeds ends as succeeded, with results of another shape than described")
  func succeeded() async throws {
    let api = DustAPI(statuses: ["running", "running", "succeeded"])
    try await StandIn.serve(api) { dust in
      let outcome = try await runAppAndPoll(.example, client: stage.client(for: dust))
      let outputs = RunAppAndPoll.Outputs(
        runID: "7be1c0ffee", runStatus: "succeeded",
        results: [[["value": ["answer": "35"], "error": .null]]])
      #expect(outcome == .succeeded(outputs))
      let runs = "/api/v1/w/acme/spaces/research/apps/multiply/runs"
      let poll = "GET \(runs)/7be1c0ffee"
      #expect(await dust.requests.map(\.line) == ["POST \(runs)", poll, poll, poll])
    }
  }

  @Test("a run that fails ends as errored and has no results")
  func errored() async throws {
    try await StandIn.serve(DustAPI(statuses: ["running", "errored"])) { dust in
      let outcome = try await runAppAndPoll(.example, client: stage.client(for: dust))
      #expect(outcome == .errored(.init(runID: "7be1c0ffee", runStatus: "errored", results: .null)))
    }
  }

  @Test("a status that the workflow has no answer to runs off the last step")
  func unknownStatus() async throws {
    try await StandIn.serve(DustAPI(statuses: ["running", "paused"])) { dust in
      let outcome = try await runAppAndPoll(.example, client: stage.client(for: dust))
      #expect(
        outcome == .completed(.init(runID: "7be1c0ffee", runStatus: "paused", results: .null)))
    }
  }

  @Test("a run without a status runs off the last step")
  func noStatus() async throws {
    let api = DustAPI().answering(.pollRun, with: .json(#"{"run": {"run_id": "7be1c0ffee"}}"#))
    try await StandIn.serve(api) { dust in
      let outcome = try await runAppAndPoll(.example, client: stage.client(for: dust))
      #expect(outcome == .completed(.init(runID: "7be1c0ffee", runStatus: nil, results: nil)))
    }
  }

  @Test(
    "results come as they are, whatever the description promised",
    arguments: [
      #"{"answer": 35}"#, #"[[{"value": 1.50}]]"#, #""thirty-five""#, "12345678901234567890",
    ])
  func results(_ text: String) async throws {
    var api = DustAPI()
    api.results = text
    try await StandIn.serve(api) { dust in
      let outcome = try await runAppAndPoll(.example, client: stage.client(for: dust))
      let results = try JSONValue(parsing: text)
      #expect(
        outcome
          == .succeeded(.init(runID: "7be1c0ffee", runStatus: "succeeded", results: results)))
    }
  }
}
