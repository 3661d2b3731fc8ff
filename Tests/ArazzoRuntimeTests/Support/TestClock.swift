import Foundation

@testable import ArazzoRuntime

/// A clock that moves on at once when somebody waits, and remembers the waits.
actor TestClock: WorkflowClock {
  private(set) var now: Duration = .zero
  private(set) var waits: [Duration] = []

  /// The first of January 2030 when nobody has waited yet.
  var date: Date { Date(timeIntervalSince1970: 1_893_456_000 + now.inSeconds) }

  func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    waits.append(duration)
    now += duration
  }

  /// Time limits are never over.
  nonisolated func expire(after duration: Duration) async throws {
    for await _ in AsyncStream<Never>.makeStream().stream {}
    throw CancellationError()
  }

  /// Lets time pass without a wait.
  func advance(by duration: Duration) { now += duration }
}
