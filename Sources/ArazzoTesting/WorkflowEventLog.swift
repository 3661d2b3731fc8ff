public import ArazzoRuntime

/// An observer that records the events of workflows for inspection after they end.
///
/// ```swift
/// let log = WorkflowEventLog()
/// _ = try await runAppAndPoll(inputs, client: WorkflowClient(transport: transport, observer: log))
/// #expect(log.states(RunAppAndPoll.State.self) == [.createRun, .pollRun(runID: "r1")])
/// ```
///
/// To wait for an event while a workflow runs, use `WorkflowEvents`.
public final class WorkflowEventLog: WorkflowObserver {
  private let recorded = Locked<[WorkflowEvent]>([])

  /// Creates an empty log.
  public init() {}

  /// The events so far, in order.
  public var events: [WorkflowEvent] { recorded.withLock { $0 } }

  /// The states of one type that were entered, in order.
  public func states<State>(_: State.Type) -> [State] {
    events.compactMap {
      guard case .entered(let state) = $0.kind else { return nil }
      return state as? State
    }
  }

  /// Adds an event.
  public func observe(_ event: WorkflowEvent) { recorded.withLock { $0.append(event) } }
}
