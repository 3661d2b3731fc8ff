/// Is told what a workflow does while it runs: for logs, for progress, for saving its state.
public protocol WorkflowObserver: Sendable {
  /// Called in the order of events, before the workflow goes on; return quickly.
  func observe(_ event: WorkflowEvent)
}
