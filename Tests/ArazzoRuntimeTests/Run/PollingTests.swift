import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Loops: A8")
struct PollingTests {
  @Test("A8: waits grow by half to the maximum, and Retry-After overrules them")
  func a8_pollWaitsGrowAndHonourRetryAfter() async throws {
    let clock = WorkflowTestClock(date: Date(timeIntervalSince1970: 1_893_456_000))
    let date = "Tue, 01 Jan 2030 00:01:40 GMT"
    let transport = ScriptedTransport([
      .any(.status(200)), .any(.status(200)), .any(.status(200, headers: [.retryAfter: "7"])),
      .any(.status(200, headers: [.retryAfter: "-3"])),
      .any(.status(200, headers: [.retryAfter: date])), .always(.status(200)),
    ])
    let run = makeRun(transport, clock: clock)
    for _ in 1...14 { try await run.waitToPoll("poll", after: run.get("poll")) }
    let waits = clock.waits.map(\.inSeconds)
    #expect(waits[..<5] == [1, 1.5, 7, 2.25, 100 - 11.75])
    #expect(waits[5...8] == [3.375, 5.0625, 7.59375, 11.390625])
    #expect(waits[11...] == [30, 30, 30])
  }

  @Test("A8: the jitter is at most its share of the wait", arguments: [(0.0, 0.9), (1.0, 1.1)])
  func a8_jitter(number: Double, wait: Double) async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(clock: clock, polling: PollingPolicy(random: { number }))
    try await run.waitToPoll("poll", after: run.get("poll"))
    #expect(clock.waits == [.seconds(wait)])
  }

  @Test("A8: the wait that would pass the time limit is not begun")
  func a8_timeLimit() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(.status(202), clock: clock)
    let error = await #expect(throws: WorkflowError.self) {
      while true { try await run.waitToPoll("poll", after: run.get("poll")) }
    }
    #expect(error?.code == .pollingLimitReached)
    #expect(error?.step == "poll")
    #expect(error?.response?.statusCode == 202)
    #expect(clock.now > .seconds(3500))
    #expect(clock.now <= .seconds(3600))
  }

  @Test("A8: a Retry-After past the bound ends the wait at once")
  func a8_retryAfterPastTheBound() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(.status(200, headers: [.retryAfter: "99999999999999999999"]), clock: clock)
    let poll = await #expect(throws: WorkflowError.self) {
      try await run.waitToPoll("poll", after: run.get("poll"))
    }
    let iterate = await #expect(throws: WorkflowError.self) {
      try await run.waitToIterate("poll", after: run.get("poll"))
    }
    #expect([poll?.code, iterate?.code] == [.pollingLimitReached, .pollingLimitReached])
    #expect(clock.waits.isEmpty)
    await #expect(throws: WorkflowError.self) {
      let response = try await run.get("poll")
      return try await run.waitToRetry("again", of: "poll", after: response, delay: .zero)
    }
  }

  @Test("A8: a loop is passed through as often as the policy says")
  func a8_passLimit() async throws {
    let clock = WorkflowTestClock()
    let transport = ScriptedTransport([.always(.status(200))])
    let run = makeRun(transport, clock: clock, polling: PollingPolicy(maximumPasses: 4))
    let error = await #expect(throws: WorkflowError.self) {
      while true { try await run.waitToIterate("next", after: run.get("next")) }
    }
    #expect(error?.code == .pollingLimitReached)
    #expect(transport.requests.count == 4)
    #expect(clock.waits.isEmpty)
  }

  @Test("A8: an iteration waits for Retry-After only")
  func a8_iterationHonoursRetryAfter() async throws {
    let clock = WorkflowTestClock()
    let transport = ScriptedTransport([
      .any(.status(200)), .any(.status(200, headers: [.retryAfter: "5"])), .always(.status(200)),
    ])
    let run = makeRun(transport, clock: clock)
    for _ in 1...5 { try await run.waitToIterate("next", after: run.get("next")) }
    #expect(clock.waits == [.seconds(5)])
  }

  @Test("A8: an iteration that begins again with the same state waits as a poll does")
  func a8_anIterationThatStandsStillWaits() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(clock: clock)
    for cursor in ["a", "b", "b", "b", "c", "c"] {
      try await run.waitToIterate("next", after: run.get("next"), entering: Place(cursor))
    }
    #expect(clock.waits.map(\.inSeconds) == [1, 1.5, 1])
    try await run.waitToIterate("next", after: run.get("next"), entering: Place("c"))
    #expect(clock.waits.map(\.inSeconds) == [1, 1.5, 1, 1.5])
  }

  @Test("A8: an iteration that stands still ends at the time limit")
  func a8_anIterationThatStandsStillEnds() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(clock: clock)
    let error = await #expect(throws: WorkflowError.self) {
      while true {
        try await run.waitToIterate("next", after: run.get("next"), entering: Place("a"))
      }
    }
    #expect(error?.code == .pollingLimitReached)
    #expect(clock.now <= .seconds(3600))
  }

  @Test("A8: a jump to a step that has not run never waits")
  func a8_firstJumpNeverWaits() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(clock: clock)
    try await run.waitToPoll("later", after: run.get("start"))
    #expect(clock.waits.isEmpty)
    try await run.waitToPoll("later", after: run.get("later"))
    #expect(clock.waits == [.seconds(1)])
  }

  @Test("A8: a step that calls a workflow has run once it was called")
  func a8_calledStepsHaveRun() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(clock: clock)
    try await run.call("inner") { _ in }
    try await run.waitToPoll("inner", after: nil)
    #expect(clock.waits == [.seconds(1)])
  }

  @Test("A8: the count starts anew when the loop is left, and not before")
  func a8_countStartsAnew() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(clock: clock)
    for outer in ["within", "outside"] {
      for _ in 1...2 {
        try await run.get("poll")
        try await run.waitToPoll("poll", through: ["within"], after: run.get("check"))
      }
      try await run.get(outer)
    }
    try await run.get("poll")
    try await run.waitToPoll("poll", through: ["within"], after: run.get("check"))
    #expect(clock.waits.map(\.inSeconds) == [1, 1.5, 2.25, 3.375, 1])
  }

  @Test("A8: a loop through a failed step waits as well")
  func a8_loopThroughFailure() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(.status(503), clock: clock)
    for _ in 1...2 {
      try await run.waitToPoll("poll", after: run.get("poll"))
    }
    #expect(clock.waits.map(\.inSeconds) == [1, 1.5])
  }

  @Test("A8: no policy makes the runtime trap")
  func a8_strangePolicies() async throws {
    for strange in [Double.nan, .infinity, -1, 1e308] {
      let policy = PollingPolicy(
        initialDelay: .seconds(-5), backoffFactor: strange, maximumDelay: .seconds(Int64.max),
        jitter: strange, timeLimit: .seconds(-1), random: { strange })
      #expect(policy.delay(10_000) == .zero)
      #expect(policy.jittered(.seconds(1)) >= .zero)
      var long = policy
      long.initialDelay = .seconds(Int64.max)
      #expect(long.delay(10_000) == .seconds(1_000_000_000))
    }
  }
}
