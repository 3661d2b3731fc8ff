@_spi(Generated) import ArazzoRuntime
import ArazzoTesting
import Testing

@Suite("A clock for tests", .timeLimit(.minutes(5)))
struct WorkflowTestClockTests {
  private let clock = WorkflowTestClock()

  @Test("moves on by what is waited, without waiting")
  func waits() async throws {
    try await clock.sleep(for: .seconds(3600))
    clock.advance(by: .seconds(10))
    try await clock.sleep(for: .seconds(0.5))
    #expect(clock.waits == [.seconds(3600), .seconds(0.5)] && clock.now == .seconds(3610.5))
    #expect(clock.date.timeIntervalSince1970 == 3610.5)
  }

  @Test("ends time limits when the test says so, before they begin or after")
  func timeLimits() async throws {
    let begun = Task { [clock] in try await clock.expire(after: .seconds(1)) }
    await Task.yield()
    clock.expireTimeLimits()
    try await begun.value
    try await clock.expire(after: .seconds(2))
    #expect(clock.now == .zero)
  }

  @Test("a limit that is no longer needed ends with its task, and no other one does")
  func cancelledLimit() async throws {
    let (needless, needed) = (
      Task { [clock] in try await clock.expire(after: .seconds(1)) },
      Task { [clock] in try await clock.expire(after: .seconds(1)) }
    )
    needless.cancel()
    await #expect(throws: CancellationError.self) { try await needless.value }
    clock.expireTimeLimits()
    try await needed.value
  }

  @Test("a request without a response ends with its time limit")
  func never() async throws {
    clock.expireTimeLimits()
    let client = WorkflowClient(
      transport: ScriptedTransport([.always(.never)]), clock: clock)
    let run = WorkflowRun("tidy", client: client)
    let request = run.request(
      step: "ask", method: "GET", path: "/", server: APIServer("api", url: "https://a.example"))
    let error = await #expect(throws: WorkflowError.self) { try await run.send(request) }
    #expect(error?.code == .timedOut)
  }
}
