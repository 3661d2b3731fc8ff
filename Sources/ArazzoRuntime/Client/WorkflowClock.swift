import Foundation

/// A clock for waits and time limits. A test can replace it so that hours pass at once.
public protocol WorkflowClock: Sendable {
  /// The time since a fixed point in the past. It never decreases.
  var now: Duration { get async }
  /// The current date, for a `Retry-After` that is a date.
  var date: Date { get async }
  /// Waits. Throws if the task is cancelled.
  func sleep(for duration: Duration) async throws
  /// Returns when a time limit has passed. Throws if the task is cancelled, which happens as soon
  /// as the limited operation ends.
  ///
  /// Unlike ``sleep(for:)``, it does not advance the clock of a test.
  func expire(after duration: Duration) async throws
}

extension WorkflowClock {
  /// Calls ``sleep(for:)``.
  public func expire(after duration: Duration) async throws { try await sleep(for: duration) }
}

/// The clock of the device. It continues while the device sleeps.
public struct SystemClock: WorkflowClock {
  /// Boxed, because Swift copies an instant with calls of functions that it looks up.
  private let origin = Boxed(ContinuousClock.now)

  /// Creates a clock.
  public init() {}

  /// The time since the clock was created.
  public var now: Duration { origin.value.duration(to: .now) }
  /// The current date.
  public var date: Date { Date() }
  /// Waits on the continuous clock.
  public func sleep(for duration: Duration) async throws {
    try await sleeper(for: duration).sleep()
  }

  @inline(never)
  func sleeper(for duration: Duration) -> Sleeper {
    DeadlineQueue.shared.sleeper(until: .now.advanced(by: duration))
  }

  /// The point in time at which ``now`` has a value.
  func instant(_ time: Duration) -> ContinuousClock.Instant { origin.value.advanced(by: time) }
}

/// A workflow clock that uses any `Clock` of the standard library.
public struct AdaptedClock<Base: Clock>: WorkflowClock where Base.Duration == Duration {
  private let base: Base
  private let origin: Base.Instant
  private let today: @Sendable () -> Date

  /// Creates a clock.
  ///
  /// - Parameters:
  ///   - base: The clock for waits and time limits.
  ///   - date: Returns the current date, for a `Retry-After` that is a date.
  public init(_ base: Base, date: @escaping @Sendable () -> Date = { Date() }) {
    self.base = base
    origin = base.now
    today = date
  }

  /// The time since the clock was created.
  public var now: Duration { origin.duration(to: base.now) }
  /// The date that the closure returns.
  public var date: Date { today() }
  /// Waits on the adapted clock.
  public func sleep(for duration: Duration) async throws {
    try await base.sleep(until: base.now.advanced(by: duration), tolerance: nil)
  }
}

extension Duration {
  /// The duration for a message: whole milliseconds below a second, else seconds with at most one
  /// decimal.
  var inWords: String {
    let (seconds, attoseconds) = components
    if seconds == 0 { return "\(attoseconds / 1_000_000_000_000_000) ms" }
    let tenths = attoseconds / 100_000_000_000_000_000
    return tenths == 0 ? "\(seconds) s" : "\(seconds).\(abs(tenths)) s"
  }
}
