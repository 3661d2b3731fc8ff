import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Retries: A6")
struct RetryTests {
  private let clock = WorkflowTestClock()

  /// Enters a step and asks for a retry after its failure.
  private func retry(
    _ run: WorkflowRun, _ action: String = "again", delay: Duration? = .seconds(2), limit: Int = 1,
    isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> Bool {
    let response = try await run.get("fetch")
    return try await run.waitToRetry(
      action, of: "fetch", after: response, delay: delay, limit: limit)
  }

  @Test("A6: a step is tried again as often as its budget allows, then the action falls through")
  func a6_budget() async throws {
    let run = makeRun(.status(500), clock: clock)
    #expect(try await retry(run, limit: 2))
    #expect(try await retry(run, limit: 2))
    #expect(try await retry(run, limit: 2) == false)
    #expect(clock.waits == [.seconds(2), .seconds(2)])
  }

  @Test("A6: each action has a budget of its own, and another action's retry does not renew it")
  func a6_budgetsByAction() async throws {
    let run = makeRun(.status(500), clock: clock)
    #expect(try await retry(run, "first"))
    #expect(try await retry(run, "second"))
    #expect(try await retry(run, "first") == false)
  }

  @Test("A6: the criteria of a retry are told of; where they do not hold, nothing is waited for")
  func a6_criteria() async throws {
    let log = WorkflowEventLog()
    let run = makeRun(ScriptedTransport([.always(.status(500))]), clock: clock, observer: log)
    let response = try await run.get("fetch")
    for holds in [false, true] {
      let again = try await run.waitToRetry("again", of: "fetch", when: holds, after: response)
      #expect(again == holds)
    }
    #expect(clock.waits.count == 1)
    #expect(
      log.descriptions.suffix(4).map { $0.replacing("workflow 'tidy': ", with: "") }
        == [
          "step 'fetch': the criteria of the action 'again' do not hold",
          "step 'fetch': the criteria of the action 'again' hold",
          "step 'fetch' chose the action 'again'", "waiting 1 s before step 'fetch' (polling)",
        ])
  }

  @Test("A6: where what runs first fails, later actions and the next entry are the step's own")
  func a6_failedReference() async throws {
    let log = WorkflowEventLog()
    let run = makeRun(ScriptedTransport([.always(.status(500))]), clock: clock, observer: log)
    #expect(try await retry(run))
    try await run.get("logIn")
    #expect(run.choose("gone", when: true))
    #expect(try await retry(run))
    #expect(log.descriptions.contains("workflow 'tidy': step 'fetch' chose the action 'gone'"))
  }

  @Test("A6: the budget starts anew when the step is entered from elsewhere")
  func a6_budgetStartsAnew() async throws {
    let run = makeRun(.status(500), clock: clock)
    #expect(try await retry(run))
    #expect(try await retry(run) == false)
    try await run.get("other")
    #expect(try await retry(run))
  }

  @Test("A6: Retry-After overrules the document's delay")
  func a6_retryAfterOverrules() async throws {
    let run = makeRun(.status(429, headers: [.retryAfter: "9"]), clock: clock)
    #expect(try await retry(run))
    #expect(clock.waits == [.seconds(9)])
  }

  @Test("A6: without a delay the polling policy says how long")
  func a6_noDelay() async throws {
    let run = makeRun(.status(500), clock: clock)
    for _ in 1...3 { #expect(try await retry(run, delay: nil, limit: 9)) }
    #expect(clock.waits.map(\.inSeconds) == [1, 1.5, 2.25])
  }

  @Test("A6: a limit below one allows no retry", arguments: [0, -1])
  func a6_noRetries(limit: Int) async throws {
    let run = makeRun(.status(500), clock: clock)
    #expect(try await retry(run, limit: limit) == false)
  }

  @Test("A8: a retry within a loop can't pass the loop's bound")
  func a8_boundIncludesRetries() async throws {
    let run = makeRun(.status(500), clock: clock)
    try await run.waitToPoll("fetch", after: run.get("fetch"))
    clock.advance(by: .seconds(3590))
    let error = await #expect(throws: WorkflowError.self) {
      try await retry(run, delay: .seconds(20))
    }
    #expect(error?.code == .pollingLimitReached)
  }

  @Test("A7: after a transport error there is no response, and a retry is possible")
  func a7_retryAfterTransportError() async throws {
    let transport = ScriptedTransport([
      .any(.failure(HTTPTransportError.notHTTP)), .any(.status(200)),
    ])
    let run = makeRun(transport, clock: clock)
    let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
    let failure = try run.stepFailure(try #require(error))
    #expect(failure.code == .transport && failure.statusCode == nil)
    #expect(try await run.waitToRetry("again", of: "fetch", after: failure.response))
    #expect(try await run.get("fetch").isSuccess)
  }
}
