import ArazzoTesting
import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

/// Generated code may be compiled into a module where everything is on the main actor.
@Suite("Isolation") @MainActor
struct IsolationTests {
  @Test("a run can be used from the main actor")
  func mainActor() async throws {
    let run = WorkflowRun(
      "tidy", client: WorkflowClient(transport: ScriptedTransport([.always(.status(200))])))
    let request = run.request(step: "fetch", method: "GET", path: "/x", server: .api)
    let response = try await run.send(request)
    try await run.waitToIterate("fetch", after: response)
    #expect(response.isSuccess)
  }

  @Test("a clock of one's own can be used: it is asked to sleep, and says what time has passed")
  func adaptedClock() async throws {
    let clock = AdaptedClock(DaytimeClock())
    try await clock.sleep(for: .seconds(90))
    #expect(clock.now == .seconds(90))
  }
}

/// A clock that is moved on by whoever sleeps.
private final class DaytimeClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var minutes: Double

    func advanced(by duration: Duration) -> Instant {
      Instant(minutes: minutes + duration / .seconds(60))
    }

    func duration(to other: Instant) -> Duration { .seconds(60) * (other.minutes - minutes) }

    static func < (left: Instant, right: Instant) -> Bool { left.minutes < right.minutes }
  }

  private let lock = NSLock()
  nonisolated(unsafe) private var time = Instant(minutes: 480)

  var now: Instant { lock.withLock { time } }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    lock.withLock { time = deadline }
  }
}
