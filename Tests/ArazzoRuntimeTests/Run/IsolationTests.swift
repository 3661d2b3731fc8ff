import Testing

@testable import ArazzoRuntime

/// Generated code may be compiled into a module where everything is on the main actor.
@Suite("Isolation") @MainActor
struct IsolationTests {
  @Test("a run can be used from the main actor")
  func mainActor() async throws {
    let run = WorkflowRun(
      "tidy", client: WorkflowClient(transport: ScriptedTransport(.status(200))))
    let request = run.request("fetch", "GET", "/x", at: .api)
    let response = try await run.send(request)
    try await run.waitToIterate("fetch", after: response)
    #expect(response.isSuccess)
  }

  @Test("any clock of the standard library can be used")
  func adaptedClock() async throws {
    let clock = AdaptedClock(SuspendingClock())
    try await clock.sleep(for: .zero)
    #expect(clock.now >= .zero)
  }
}
