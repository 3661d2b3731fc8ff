import ArazzoRuntime
import Foundation

/// An observer that keeps what it is told.
final class EventLog: WorkflowObserver {
  private let lock = NSLock()
  private nonisolated(unsafe) var recorded: [WorkflowEvent] = []

  var events: [WorkflowEvent] { lock.withLock { recorded } }

  /// The states that were entered, in order.
  func states<State>(_: State.Type) -> [State] {
    events.compactMap {
      guard case .entered(let state) = $0.kind else { return nil }
      return state as? State
    }
  }

  func observe(_ event: WorkflowEvent) {
    lock.withLock { recorded.append(event) }
  }
}
