import ArazzoRuntime
import ArazzoTesting
import Testing

@Suite("A log of events")
struct WorkflowEventLogTests {
  @Test("keeps events in order, and tells states apart by their type")
  func events() async throws {
    let log = WorkflowEventLog()
    let run = WorkflowRun(
      "tidy", client: WorkflowClient(transport: ScriptedTransport([]), observer: log))
    run.enter(1)
    run.finish("ask")
    run.enter("last")
    run.enter(2)
    #expect(log.events.map(\.kind.step) == [nil, "ask", nil, nil])
    #expect(log.states(Int.self) == [1, 2])
    #expect(log.states(String.self) == ["last"])
  }
}
