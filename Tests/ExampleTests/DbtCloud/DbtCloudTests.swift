import ArazzoRuntime
import DbtCloudExample
import ExampleServers
import Testing

@Suite("dbt Cloud: a job run from trigger to artifacts")
struct DbtCloudTests {
  let stage = Stage()
  let inputs = TriggerRunAndPoll.Inputs(accountID: 42, jobID: 7, token: "dbtc_example")

  @Test("a run that succeeds has its artifacts listed")
  func succeeded() async throws {
    try await StandIn.serve(DbtCloudAPI(statuses: [1, 2, 3, 10])) { dbt in
      let outcome = try await triggerRunAndPoll(inputs, client: stage.client(for: dbt))
      let outputs = TriggerRunAndPoll.Outputs(
        runID: 9_007_199_254_740_993, finalStatus: 10,
        artifacts: ["manifest.json", "catalog.json", "run_results.json"])
      #expect(outcome == .completed(outputs))
      let poll = "GET /accounts/42/runs/9007199254740993/"
      #expect(
        await dbt.requests.map(\.line)
          == ["POST /accounts/42/jobs/7/run/", poll, poll, poll, poll, poll + "artifacts/"])
      #expect(stage.clock.waits == [.seconds(1), .seconds(1.5), .seconds(2.25)])
    }
  }

  @Test("a run that fails or is cancelled ends without artifacts", arguments: [20, 30])
  func failed(_ status: Int) async throws {
    try await StandIn.serve(DbtCloudAPI(statuses: [3, status])) { dbt in
      let outcome = try await triggerRunAndPoll(inputs, client: stage.client(for: dbt))
      let outputs = TriggerRunAndPoll.RunFailedOutputs(
        runID: 9_007_199_254_740_993, finalStatus: status)
      #expect(outcome == .runFailed(outputs))
      #expect(await dbt.requests.count == 3)
      #expect(
        try json(of: outcome) == [
          "ending": "runFailed",
          "outputs": ["runId": 9_007_199_254_740_993, "finalStatus": JSONValue(status)],
        ])
    }
  }

  @Test("the cause is the document's unless the caller gives one")
  func cause() async throws {
    try await StandIn.serve(DbtCloudAPI()) { dbt in
      let client = stage.client(for: dbt)
      _ = try await triggerRunAndPoll(inputs, client: client)
      var inputs = inputs
      inputs.cause = "Nightly"
      _ = try await triggerRunAndPoll(inputs, client: client)
      let bodies = try await dbt.requests.compactMap { try $0.json }
      #expect(bodies == [["cause": "Requested by a workflow"], ["cause": "Nightly"]])
    }
  }

  @Test("decoding inputs fills in the default too")
  func decodedDefault() throws {
    let decoded: TriggerRunAndPoll.Inputs = try decode(
      #"{"accountId": 42, "jobId": 7, "token": "dbtc_example"}"#)
    #expect(decoded == inputs)
  }

  @Test("an identifier that comes as a string of digits is the integer that it says")
  func digits() async throws {
    var api = DbtCloudAPI()
    api.runID = #""31""#
    try await StandIn.serve(api) { dbt in
      let outcome = try await triggerRunAndPoll(inputs, client: stage.client(for: dbt))
      guard case .completed(let outputs) = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      #expect(outputs.runID == 31)
    }
  }

  @Test("an identifier that does not fit 64 bits fails the step")
  func tooManyDigits() async throws {
    var api = DbtCloudAPI()
    api.runID = "12345678901234567890"
    try await StandIn.serve(api) { dbt in
      let error = try await failure { () async throws(WorkflowError) in
        try await triggerRunAndPoll(inputs, client: stage.client(for: dbt))
      }
      #expect(error.code == .unexpectedValue)
      #expect(error.step == "triggerRun")
      #expect(error.operation == "triggerJobRun")
    }
  }

  @Test("artifacts of another shape than described fail the last step")
  func artifactsOfAnotherShape() async throws {
    var api = DbtCloudAPI()
    api.artifacts = #"{"path": "manifest.json"}"#
    try await StandIn.serve(api) { dbt in
      let error = try await failure { () async throws(WorkflowError) in
        try await triggerRunAndPoll(inputs, client: stage.client(for: dbt))
      }
      #expect(error.code == .unexpectedValue)
      #expect(error.step == "listArtifacts")
      #expect("\(error)".contains("/data"))
    }
  }

  @Test("a wrong token ends the workflow at its trigger")
  func wrongToken() async throws {
    var inputs = inputs
    inputs.token = "dbtc_wrong"
    try await StandIn.serve(DbtCloudAPI()) { [inputs] dbt in
      let error = try await failure { () async throws(WorkflowError) in
        try await triggerRunAndPoll(inputs, client: stage.client(for: dbt))
      }
      #expect(error.statusCode == 401)
      #expect(error.step == "triggerRun")
      #expect(await dbt.requests.count == 1)
    }
  }
}
