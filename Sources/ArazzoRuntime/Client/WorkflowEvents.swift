/// The events of workflows as a sequence: for a progress view, a log, a test.
///
/// ```swift
/// let events = WorkflowEvents()
/// client.observer = events
/// async let outcome = runAppAndPoll(inputs, client: client)
/// for await event in events { show(event) }
/// ```
///
/// The sequence ends after ``finish()``, and when its task is cancelled. One task can go through it.
public struct WorkflowEvents: WorkflowObserver, AsyncSequence {
  private let stream: AsyncStream<WorkflowEvent>
  private let continuation: AsyncStream<WorkflowEvent>.Continuation

  /// A sequence that keeps so many events for a slow reader; then the oldest ones are dropped.
  public init(bufferingNewest limit: Int = 1_000) {
    (stream, continuation) = AsyncStream.makeStream(
      bufferingPolicy: .bufferingNewest(Swift.max(limit, 1)))
  }

  /// Adds an event.
  public func observe(_ event: WorkflowEvent) { continuation.yield(event) }

  /// Ends the sequence behind the events that there are.
  public func finish() { continuation.finish() }

  /// Goes through the events.
  public func makeAsyncIterator() -> AsyncStream<WorkflowEvent>.Iterator {
    stream.makeAsyncIterator()
  }
}

/// Several observers as one; each is told of every event, in their order.
public struct CombinedObserver: WorkflowObserver {
  private let observers: [any WorkflowObserver]

  /// All of these.
  public init(_ observers: any WorkflowObserver...) { self.observers = observers }

  /// Tells every one of them.
  public func observe(_ event: WorkflowEvent) { observers.forEach { $0.observe(event) } }
}
