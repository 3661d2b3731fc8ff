import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Limits of whole workflows and of requests")
struct DeadlineTests {
  @Test("a wait that would pass the workflow's limit is not begun, and no action answers it")
  func waits() async throws {
    let clock = WorkflowTestClock()
    let client = WorkflowClient(
      transport: ScriptedTransport([.always(.status(202))]), polling: .exact,
      timeLimit: .seconds(60),
      clock: clock)
    let run = WorkflowRun("tidy", client: client)
    let thrown = await #expect(throws: WorkflowError.self) {
      while true { try await run.waitToPoll("poll", after: run.get("poll"), entering: Place(7)) }
    }
    let error = try #require(thrown)
    #expect(error.code == .deadlineExceeded)
    #expect(error.state as? Place == Place(7))
    #expect(error.response?.statusCode == 202)
    #expect(clock.now < .seconds(60))
    #expect(throws: WorkflowError.self) { try run.stepFailure(error) }
  }

  @Test("the limit ends a request, in whatever workflow it is called")
  func requests() async throws {
    let client = WorkflowClient(
      transport: ScriptedTransport([.always(.never)]), timeLimit: .seconds(60),
      clock: WorkflowTestClock.expired)
    let outer = WorkflowRun("outer", client: client)
    let inner = WorkflowRun("inner", client: try outer.client(from: "step"))
    let error = await #expect(throws: WorkflowError.self) { try await inner.get("slow") }
    #expect(error?.code == .deadlineExceeded)
    #expect(error?.reason == "the workflow took longer than 60 s")
  }

  @Test("a request that takes longer than the client lets it fails its step")
  func requestTimeout() async throws {
    var client = WorkflowClient(
      transport: ScriptedTransport([.always(.never)]), clock: WorkflowTestClock.expired)
    client.requestTimeout = .seconds(9)
    let run = WorkflowRun("tidy", client: client)
    let error = await #expect(throws: WorkflowError.self) { try await run.get("slow") }
    #expect(error?.reason == "the request took longer than 9 s")
    #expect(try run.stepFailure(try #require(error)).code == .timedOut)
  }

  @Test("a workflow goes by a policy of its own")
  func policies() async throws {
    let clock = WorkflowTestClock()
    let patient = PollingPolicy(initialDelay: .seconds(20), jitter: 0)
    let client = WorkflowClient(
      transport: ScriptedTransport([.always(.status(200))]), polling: .exact,
      pollingPolicies: ["tidy": patient],
      clock: clock)
    for workflow in ["tidy", "other"] {
      let run = WorkflowRun(workflow, client: client)
      try await run.waitToPoll("poll", after: run.get("poll"))
    }
    #expect(clock.waits == [.seconds(20), .seconds(1)])
  }
}
