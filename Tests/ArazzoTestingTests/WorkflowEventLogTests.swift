@_spi(Generated) import ArazzoRuntime
import ArazzoTesting
import Testing

@Suite("A log of events")
struct WorkflowEventLogTests {
  @Test("keeps events in order, and tells states apart by their type")
  func events() async throws {
    let log = WorkflowEventLog()
    let run = WorkflowRun(
      "tidy", client: WorkflowClient(transport: ScriptedTransport([]), observer: log))
    run.enter(Step("a"))
    run.report(finished: "ask")
    run.enter(Last())
    run.enter(Step("b"))
    #expect(log.events.map(\.kind.step) == [nil, "ask", nil, nil])
    #expect(log.states(Step.self) == [Step("a"), Step("b")])
    #expect(log.states(Last.self) == [Last()])
  }
}

private struct Step: WorkflowState {
  static let plan = SavedPlan("tidy", digest: "p1")
  let name: String

  init(_ name: String) { self.name = name }
  init(_ saved: SavedStep.Reader) throws { name = saved.name }
  var saved: SavedStep { SavedStep(name) }
}

private struct Last: WorkflowState {
  static let plan = SavedPlan("other", digest: "p1")

  init() {}
  init(_ saved: SavedStep.Reader) throws {}
  var saved: SavedStep { SavedStep("last") }
}
