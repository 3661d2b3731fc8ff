public import ArazzoRuntime
public import Foundation

/// A clock that does not sleep: each wait advances its time at once, so a test of a workflow that
/// polls for an hour takes a millisecond.
///
/// ```swift
/// let clock = WorkflowTestClock()
/// let client = WorkflowClient(transport: transport, clock: clock)
/// _ = try await runAppAndPoll(inputs, client: client)
/// #expect(clock.waits == [.seconds(1), .seconds(1.5)])
/// ```
///
/// By default, a polling policy has jitter; `PollingPolicy(jitter: 0)` makes the waits exact. Time
/// limits of steps and requests pass only when the test calls ``expireTimeLimits()``.
public final class WorkflowTestClock: WorkflowClock {
  private struct Progress: Sendable {
    var waits: [Duration] = []
    var elapsed: Duration = .zero
    var limitsAreOver = false
    var limits: [UUID: AsyncStream<Never>.Continuation] = [:]
  }

  private let start: Date
  private let progress = Locked(Progress())

  /// Creates a clock that starts at a date.
  public init(date: Date = Date(timeIntervalSince1970: 0)) { start = date }

  /// The waits so far, in order.
  public var waits: [Duration] { progress.withLock { $0.waits } }

  /// The elapsed time: the waits so far, plus ``advance(by:)``.
  public var now: Duration { progress.withLock { $0.elapsed } }

  /// The start date plus the elapsed time.
  public var date: Date { start.addingTimeInterval(now / .seconds(1)) }

  /// Records the wait, advances the time and returns.
  public func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    progress.withLock {
      $0.waits.append(duration)
      $0.elapsed += duration
    }
  }

  /// Advances the time without a wait, like a server that responds slowly.
  public func advance(by duration: Duration) {
    progress.withLock { $0.elapsed += duration }
  }

  /// Ends the time limits of all requests and steps, including later ones.
  ///
  /// A transport that responds at once can be faster than the limit; ``ScriptedResponse/never`` is
  /// not.
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
