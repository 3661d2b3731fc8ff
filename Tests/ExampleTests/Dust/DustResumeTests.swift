import ArazzoRuntime
import DustExample
import ExampleServers
import Testing

@Suite("Dust: going on from a saved state")
struct DustResumeTests {
  let stage = Stage()

  @Test("a saved state goes on without sending a finished step again")
  func resumeAfterFailure() async throws {
    let api = DustAPI(statuses: ["running", "running", "succeeded"])
      .answering(.pollRun, 2...2, with: .page(status: 503))
    try await StandIn.serve(api) { dust in
      let client = stage.client(for: dust)
      let error = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(.example, client: client)
      }
      #expect(
        stage.log.events.compactMap(RunAppAndPoll.State.init(entered:)).last
          == .pollRun(runID: "7be1c0ffee"))
      let state = try saved(#require(RunAppAndPoll.State(resuming: error)))
      #expect(state == .pollRun(runID: "7be1c0ffee"))
      let outcome = try await runAppAndPoll(.example, client: client, from: state)
      guard case .succeeded = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      #expect(await dust.requests.map(\.method) == ["POST", "GET", "GET", "GET"])
    }
  }

  @Test("an observer is given every state before its step is sent")
  func statesAreObserved() async throws {
    try await StandIn.serve(DustAPI(statuses: ["running", "succeeded"])) { dust in
      _ = try await runAppAndPoll(.example, client: stage.client(for: dust))
      let polling = RunAppAndPoll.State.pollRun(runID: "7be1c0ffee")
      #expect(stage.log.states(RunAppAndPoll.State.self) == [.createRun, polling, polling])
      #expect(!stage.log.events.description.contains("sk-example"))
    }
  }

  @Test("a task that is cancelled while it waits says where to go on")
  func cancelledWhileWaiting() async throws {
    try await StandIn.serve(DustAPI(statuses: ["running"])) { dust in
      let client = stage.client(for: dust)
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await failure { () async throws(WorkflowError) in
          try await runAppAndPoll(
            .example, client: client, from: .pollRun(runID: "7be1c0ffee"))
        }
      }
      let error = try await task.value
      #expect(error.code == .cancelled)
      #expect(RunAppAndPoll.State(resuming: error) == .pollRun(runID: "7be1c0ffee"))
    }
  }

  /// What an app has saved stays readable when the code is generated again under other Swift names.
  @Test("a state is saved under the document's names and read again")
  func savedUnderTheDocumentsNames() throws {
    let state = RunAppAndPoll.State.pollRun(runID: "7be1c0ffee")
    let saved: JSONValue = [
      "workflow": "run-app-and-poll", "plan": .string(RunAppAndPoll.State.plan.digest),
      "step": "pollRun",
      "values": ["$steps.createRun.outputs.runId": "7be1c0ffee"],
    ]
    #expect(try json(of: state) == saved)
    #expect(try decode("\(saved)", as: RunAppAndPoll.State.self) == state)
  }

  @Test(
    "a state of another plan, another workflow or an unknown step is refused",
    arguments: [
      ("run-app-and-poll", "0123456789abcdef", "pollRun", "different version of the workflow"),
      ("run-app", RunAppAndPoll.State.plan.digest, "pollRun", "belongs to workflow 'run-app'"),
      ("run-app-and-poll", RunAppAndPoll.State.plan.digest, "poll", "has no step 'poll'"),
    ])
  func foreignStates(workflow: String, plan: String, step: String, reason: String) {
    let error = #expect(throws: SavedStateError.self) {
      try decode(
        #"{"workflow": "\#(workflow)", "plan": "\#(plan)", "step": "\#(step)", "values": {}}"#,
        as: RunAppAndPoll.State.self)
    }
    #expect(error?.description.contains(reason) == true)
  }
}
