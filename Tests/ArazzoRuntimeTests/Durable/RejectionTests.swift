import ArazzoTesting
import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Saved runs of another plan")
struct RejectionTests {
  /// A run that was saved before the n-th request of a workflow.
  private func saved<Result>(
    before number: Int, _ workflow: (WorkflowClient) async throws(WorkflowError) -> Result
  ) async throws -> SavedRun {
    let checkpoint = ScriptedCheckpoint(onSave: { if $0 > number { throw CancellationError() } })
    _ = try? await workflow(
      WorkflowClient(
        transport: KeyedServer.all, polling: .exact, clock: WorkflowTestClock(),
        checkpoint: checkpoint))
    return try #require(try checkpoint.last)
  }

  private func rejection<Result>(
    of run: SavedRun, _ workflow: (WorkflowClient) async throws(WorkflowError) -> Result
  ) async throws -> WorkflowError {
    let transport = ScriptedTransport([.always(.json(["n": 1]))])
    let client = WorkflowClient(transport: transport, checkpoint: ScriptedCheckpoint())
    do throws(WorkflowError) {
      _ = try await workflow(client.resuming(run))
    } catch {
      #expect(error.code == .savedRunRejected)
      #expect(transport.requests.isEmpty)
      return error
    }
    Issue.record("was not refused")
    throw CancellationError()
  }

  @Test("another workflow refuses it before anything is sent")
  func otherWorkflow() async throws {
    let run = try await saved(before: 2, DurableWorkflows.straight)
    let error = try await rejection(of: run, DurableWorkflows.poller)
    #expect(error.reason.contains("it belongs to workflow 'straight'"))
    #expect(error.underlyingError is SavedStateError)
  }

  @Test("another plan of the workflow refuses it")
  func otherPlan() async throws {
    let run = try await saved(before: 2, DurableWorkflows.straight)
    let error = try await rejection(of: run) { client throws(WorkflowError) in
      let run = WorkflowRun(SavedPlan("straight", digest: "s2"), client: client)
      try await run.get("a")
    }
    #expect(
      error.reason.contains(
        "saved by a different version of the workflow (plan 's1'; this one is 's2')"))
  }

  @Test("another plan of a workflow that was called refuses it")
  func otherPlanInside() async throws {
    let run = try await saved(before: 3, DurableWorkflows.caller)
    let error = try await rejection(of: run) { client throws(WorkflowError) in
      let run = WorkflowRun(DurableWorkflows.callerPlan, client: client)
      run.enter(try run.resumed(from: CallerState("begin")))
      _ = try await run.send(
        run.request(step: "first", method: "POST", path: "/first", server: .api))
      try await run.call("inner") { client throws(WorkflowError) in
        try await WorkflowRun(SavedPlan("tidy", digest: "p2"), client: client).get("poll")
      }
    }
    #expect(
      error.reason.contains(
        "saved by a different version of the workflow (plan 'p1'; this one is 'p2')"))
  }

  @Test("steps in another order refuse it")
  func otherOrder() async throws {
    let run = try await saved(before: 2, DurableWorkflows.straight)
    let error = try await rejection(of: run) { client throws(WorkflowError) in
      try await WorkflowRun(DurableWorkflows.straightPlan, client: client).get("b")
    }
    #expect(error.reason.contains("its steps ran in another order"))
  }

  @Test("counts that no run can have refuse it", arguments: [-1, Int.max])
  func counts(count: Int) async throws {
    let run = try await saved(before: 2, DurableWorkflows.straight)
    let text = String(decoding: try JSONEncoder().encode(run), as: UTF8.self)
    let damaged = text.replacing(#""visits":{"a":1}"#, with: #""visits":{"a":\#(count)}"#)
    try #require(damaged != text, "\(text)")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(SavedRun.self, from: Data(damaged.utf8))
    }
  }

  @Test("with its dependencies and without are two plans")
  func dependencies() async throws {
    let run = try await saved(before: 2, DurableWorkflows.dependent)
    _ = try await rejection(of: run, DurableWorkflows.caller)
    let other = try await saved(before: 2, DurableWorkflows.caller)
    _ = try await rejection(of: other, DurableWorkflows.dependent)
  }
}
