@testable import ArazzoRuntime

/// Keeps what an observer is told.
struct EventLog: WorkflowObserver {
  private let events: AsyncStream<WorkflowEvent>
  private let continuation: AsyncStream<WorkflowEvent>.Continuation

  init() { (events, continuation) = AsyncStream.makeStream() }

  func observe(_ event: WorkflowEvent) { continuation.yield(event) }

  /// Waits for the first event that a closure takes.
  func first(where isWanted: (WorkflowEvent.Kind) -> Bool) async {
    for await event in events where isWanted(event.kind) { return }
  }

  /// All events; nothing more is kept after that.
  func finishedEvents() async -> [WorkflowEvent] {
    continuation.finish()
    return await events.reduce(into: []) { $0.append($1) }
  }

  /// The descriptions of all events; nothing more is kept after that.
  func finish() async -> [String] { await finishedEvents().map(\.description) }
}
