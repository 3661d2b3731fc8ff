public import ArazzoRuntime
public import Foundation

/// A clock that does not sleep: its time goes on by the length of each wait, at once, so that a
/// workflow that polls for an hour is tested in no time.
///
/// ```swift
/// let clock = WorkflowTestClock()
/// let client = WorkflowClient(transport: transport, clock: clock)
/// _ = try await runAppAndPoll(inputs, client: client)
/// #expect(clock.waits == [.seconds(1), .seconds(1.5)])
/// ```
///
/// A client's polling policy has jitter unless told otherwise; `PollingPolicy(jitter: 0)` makes the
/// waits exact. Time limits of steps and requests are never over.
public final class WorkflowTestClock: WorkflowClock {
  private let lock = NSLock()
  private nonisolated(unsafe) var recorded: [Duration] = []
  private let start: Date

  /// A clock at a moment.
  public init(date: Date = Date(timeIntervalSince1970: 0)) { start = date }

  /// The waits so far, in order.
  public var waits: [Duration] { lock.withLock { recorded } }

  /// The waits so far, added up.
  public var now: Duration { waits.reduce(.zero, +) }

  /// The date that the clock was made with, and the waits since then.
  public var date: Date { start.addingTimeInterval(now / .seconds(1)) }

  /// Notes the wait and comes back.
  public func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    lock.withLock { recorded.append(duration) }
  }

  /// Comes back when the task is cancelled, and not before.
  public func expire(after duration: Duration) async throws {
    for await _ in AsyncStream<Never>.makeStream().stream {}
    throw CancellationError()
  }
}
