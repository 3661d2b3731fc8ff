import ArazzoRuntime
import Foundation

/// A clock whose time goes on only when a workflow waits, and which remembers the waits.
final class TestClock: WorkflowClock {
  private let lock = NSLock()
  private nonisolated(unsafe) var recorded: [Duration] = []

  /// The waits so far, in seconds.
  var waits: [Double] {
    lock.withLock { recorded.map { $0 / .seconds(1) } }
  }

  var now: Duration { lock.withLock { recorded.reduce(.zero, +) } }

  /// The seventh of November 1994, 8:49:37 GMT, and the time since then.
  var date: Date { Date(timeIntervalSince1970: 784_198_177 + now / .seconds(1)) }

  func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    lock.withLock { recorded.append(duration) }
  }

  /// Time limits are never over.
  func expire(after duration: Duration) async throws {
    for await _ in AsyncStream<Never>.makeStream().stream {}
    throw CancellationError()
  }
}
