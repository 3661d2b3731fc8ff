/// An observer of running workflows: for logs, progress views, and saved states.
public protocol WorkflowObserver: Sendable {
  /// Handles an event. The workflow waits until it returns, so return quickly. Events arrive in
  /// order.
  func observe(_ event: WorkflowEvent)
}
