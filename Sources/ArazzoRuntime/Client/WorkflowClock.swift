import Foundation

/// The time that waits go by, so that a test can let hours pass at once.
public protocol WorkflowClock: Sendable {
  /// The time since an arbitrary moment that stays the same for the life of the clock; never runs
  /// backwards.
  var now: Duration { get async }
  /// The date, for a `Retry-After` that is one.
  var date: Date { get async }
  /// Waits; throws when the task is cancelled.
  func sleep(for duration: Duration) async throws
  /// Comes back when the time that a step may take is over; throws when the task is cancelled, which
  /// it is as soon as the step is done. A clock that a test moves on does not move because of it.
  func expire(after duration: Duration) async throws
}

extension WorkflowClock {
  /// The same as ``sleep(for:)``.
  public func expire(after duration: Duration) async throws { try await sleep(for: duration) }
}

/// The device's clock, which goes on while the device sleeps.
public struct SystemClock: WorkflowClock {
  private let clock = AdaptedClock(ContinuousClock())

  /// The device's clock.
  public init() {}

  /// The time since this value was made.
  public var now: Duration { clock.now }
  /// The device's date.
  public var date: Date { clock.date }
  /// Waits on the continuous clock.
  public func sleep(for duration: Duration) async throws { try await clock.sleep(for: duration) }
}

/// Any clock of the standard library's kind as a clock for workflows.
public struct AdaptedClock<Base: Clock>: WorkflowClock where Base.Duration == Duration {
  private let base: Base
  private let origin: Base.Instant
  private let today: @Sendable () -> Date

  /// A clock that goes by `base`, and by `date` where a server names a date.
  public init(_ base: Base, date: @escaping @Sendable () -> Date = { Date() }) {
    self.base = base
    origin = base.now
    today = date
  }

  /// The time since this value was made.
  public var now: Duration { origin.duration(to: base.now) }
  /// What the closure given to the initialiser says.
  public var date: Date { today() }
  /// Waits on the adapted clock.
  public func sleep(for duration: Duration) async throws {
    try await base.sleep(until: base.now.advanced(by: duration), tolerance: nil)
  }
}
