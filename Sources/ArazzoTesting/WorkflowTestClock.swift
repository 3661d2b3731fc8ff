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
  private struct Progress: Sendable {
    var waits: [Duration] = []
    var elapsed: Duration = .zero
    var limitsAreOver = false
    var limits: [UUID: AsyncStream<Never>.Continuation] = [:]
  }

  private let start: Date
  private let progress = Locked(Progress())

  /// Creates a clock that shows a date.
  public init(date: Date = Date(timeIntervalSince1970: 0)) { start = date }

  /// The waits so far, in order.
  public var waits: [Duration] { progress.withLock { $0.waits } }

  /// The time that has passed: the waits so far and what ``advance(by:)`` added.
  public var now: Duration { progress.withLock { $0.elapsed } }

  /// The date that the clock was created with, plus the time that has passed.
  public var date: Date { start.addingTimeInterval(now / .seconds(1)) }

  /// Records the wait, moves the time forward and returns.
  public func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    progress.withLock {
      $0.waits.append(duration)
      $0.elapsed += duration
    }
  }

  /// Moves the time forward without a wait, as a server does that takes long to respond.
  public func advance(by duration: Duration) {
    progress.withLock { $0.elapsed += duration }
  }

  /// Ends the time limits of all requests and steps: those in progress, and those that begin later.
  ///
  /// A request whose transport responds at once may be faster than its limit;
  /// ``ScriptedResponse/never`` is not.
  public func expireTimeLimits() {
    let limits = progress.withLock { progress in
      progress.limitsAreOver = true
      return Array(progress.limits.values)
    }
    for limit in limits { limit.finish() }
  }

  /// Returns after ``expireTimeLimits()``.
  ///
  /// - Throws: `CancellationError` when the task is cancelled first.
  public func expire(after duration: Duration) async throws {
    let (end, limit) = AsyncStream<Never>.makeStream()
    let id = UUID()
    let isOver = progress.withLock { progress in
      progress.limits[id] = limit
      return progress.limitsAreOver
    }
    defer { progress.withLock { $0.limits[id] = nil } }
    if isOver { limit.finish() }
    for await _ in end {}
    try Task.checkCancellation()
  }
}
