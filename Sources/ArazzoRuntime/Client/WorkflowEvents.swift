/// An observer that provides the events of workflows as an asynchronous sequence.
///
/// ```swift
/// let events = WorkflowEvents()
/// client.observer = events
/// async let outcome = runAppAndPoll(inputs, client: client)
/// for await event in events { show(event) }
/// ```
///
/// The sequence ends after ``finish()``, or when its task is cancelled. Only one task can iterate
/// over it.
public struct WorkflowEvents: WorkflowObserver, AsyncSequence {
  private let stream: AsyncStream<WorkflowEvent>
  private let continuation: AsyncStream<WorkflowEvent>.Continuation

  /// Creates a sequence that keeps up to `limit` events for a slow reader, then drops the oldest.
  public init(bufferingNewest limit: Int = 1_000) {
    (stream, continuation) = AsyncStream.makeStream(
      bufferingPolicy: .bufferingNewest(Swift.max(limit, 1)))
  }

  /// Adds an event to the sequence.
  public func observe(_ event: WorkflowEvent) { continuation.yield(event) }

  /// Ends the sequence after the events that were added.
  public func finish() { continuation.finish() }

  /// Creates the iterator.
  public func makeAsyncIterator() -> AsyncStream<WorkflowEvent>.Iterator {
    stream.makeAsyncIterator()
  }
}

/// Several observers as one. Each of them gets every event, in the order given.
public struct CombinedObserver: WorkflowObserver {
  private let observers: [any WorkflowObserver]

  /// Combines observers.
  public init(_ observers: any WorkflowObserver...) { self.observers = observers }

  /// Passes an event to every observer.
  public func observe(_ event: WorkflowEvent) { observers.forEach { $0.observe(event) } }
}
