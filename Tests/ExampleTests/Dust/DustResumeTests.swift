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
      let state = try saved(#require(error.state as? RunAppAndPoll.State))
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
      #expect(error.state as? RunAppAndPoll.State == .pollRun(runID: "7be1c0ffee"))
    }
  }
}
