import ArazzoTesting
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Events")
struct EventTests {
  @Test("the state that follows a wait is told of before the wait, and once")
  func statesBeforeWaits() async throws {
    let log = WorkflowEventLog()
    let run = makeRun(ScriptedTransport([.always(.status(200))]), observer: log)
    run.enter(Place(1))
    let response = try await run.get("poll")
    try response.check("$statusCode == 200", true)
    run.report(finished: "poll")
    #expect(!run.choose("done", when: false))
    #expect(run.choose("again", when: true))
    try await run.waitToPoll("poll", after: response, entering: Place(2))
    run.enter(Place(2))
    #expect(run.context(of: "poll").state as? Place == Place(2))
    #expect(
      log.descriptions.map { $0.replacing("workflow 'tidy': ", with: "") } == [
        "entered a state", "step 'poll' started", "step 'poll': sending GET /poll",
        "step 'poll' received status 200 after 0 ms",
        #"step 'poll': criterion "$statusCode == 200" holds"#, "step 'poll' succeeded",
        "step 'poll': the criteria of the action 'done' do not hold",
        "step 'poll': the criteria of the action 'again' hold",
        "step 'poll' chose the action 'again'", "entered a state",
        "waiting 1 s before step 'poll' (polling)",
      ])
  }

  @Test("an action that leads where the step goes anyway is told of like any other")
  func reportedActions() async throws {
    let log = WorkflowEventLog()
    let run = makeRun(ScriptedTransport([.always(.status(200))]), observer: log)
    _ = try await run.get("poll")
    run.report(chosen: "late", when: false)
    run.report(chosen: "done", when: true)
    #expect(
      log.descriptions.suffix(3).map { $0.replacing("workflow 'tidy': ", with: "") } == [
        "step 'poll': the criteria of the action 'late' do not hold",
        "step 'poll': the criteria of the action 'done' hold",
        "step 'poll' chose the action 'done'",
      ])
  }

  @Test("a criterion that fails, a value that is missing and a lost connection end their steps")
  func failures() async throws {
    let log = WorkflowEventLog()
    let run = makeRun(
      ScriptedTransport([
        .any(.json([:])), .any(.failure(HTTPTransportError.connectionLost)),
      ]),
      observer: log)
    let response = try await run.get("poll")
    #expect(throws: WorkflowError.self) { try response.check("x", false) }
    #expect(throws: WorkflowError.self) { () throws -> Int in try response.required("/a") }
    await #expect(throws: WorkflowError.self) { try await run.get("poll") }
    let failed = log.descriptions.filter { $0.contains(" failed") }
    #expect(failed.count == 3)
    #expect(
      failed.last?.hasSuffix("the connection was lost before the response was complete") == true)
  }

  @Test("events are a sequence that keeps the newest, and ends")
  func sequence() async {
    let events = WorkflowEvents(bufferingNewest: 2)
    let run = makeRun(
      ScriptedTransport([.always(.status(200))]), observer: CombinedObserver(events))
    for step in ["a", "b", "c"] { run.report(finished: step) }
    events.finish()
    var steps: [String?] = []
    for await event in events { steps.append(event.kind.step) }
    #expect(steps == ["b", "c"])
  }
}
