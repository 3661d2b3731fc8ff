public import ArazzoRuntime
public import Foundation

/// A clock that does not sleep: each wait moves its time forward at once, so that a test of a
/// workflow that polls for an hour takes a millisecond.
///
/// ```swift
/// let clock = WorkflowTestClock()
/// let client = WorkflowClient(transport: transport, clock: clock)
/// _ = try await runAppAndPoll(inputs, client: client)
/// #expect(clock.waits == [.seconds(1), .seconds(1.5)])
/// ```
///
/// A client's polling policy has jitter unless told otherwise; `PollingPolicy(jitter: 0)` makes the
/// waits exact. Time limits of steps and requests end when the test calls ``expireTimeLimits()``,
/// and not before.
public final class WorkflowTestClock: WorkflowClock {
  private let lock = NSLock()
  private let start: Date
  private nonisolated(unsafe) var recorded: [Duration] = []
  private nonisolated(unsafe) var elapsed: Duration = .zero
  private nonisolated(unsafe) var limitsAreOver = false
  private nonisolated(unsafe) var limits: [UUID: AsyncStream<Never>.Continuation] = [:]

  /// Creates a clock that shows a date.
  public init(date: Date = Date(timeIntervalSince1970: 0)) { start = date }

  /// The waits so far, in order.
  public var waits: [Duration] { lock.withLock { recorded } }

  /// The time that has passed: the waits so far and what ``advance(by:)`` added.
  public var now: Duration { lock.withLock { elapsed } }

  /// The date that the clock was created with, plus the time that has passed.
  public var date: Date { start.addingTimeInterval(now / .seconds(1)) }

  /// Records the wait, moves the time forward and returns.
  public func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    lock.withLock {
      recorded.append(duration)
      elapsed += duration
    }
  }

  /// Moves the time forward without a wait, as a server does that takes long to respond.
  public func advance(by duration: Duration) { lock.withLock { elapsed += duration } }

  /// Ends the time limits of all requests and steps: those in progress, and those that begin later.
  ///
  /// A request whose transport responds at once may be faster than its limit;
  /// ``ScriptedResponse/never`` is not.
  public func expireTimeLimits() {
    lock.withLock {
      limitsAreOver = true
      for limit in limits.values { limit.finish() }
    }
  }

  /// Returns after ``expireTimeLimits()``.
  ///
  /// - Throws: `CancellationError` when the task is cancelled first.
  public func expire(after duration: Duration) async throws {
    let (end, limit) = AsyncStream<Never>.makeStream()
    let id = UUID()
    lock.withLock {
      limits[id] = limit
      if limitsAreOver { limit.finish() }
    }
    defer { lock.withLock { limits[id] = nil } }
    for await _ in end {}
    try Task.checkCancellation()
  }
}
