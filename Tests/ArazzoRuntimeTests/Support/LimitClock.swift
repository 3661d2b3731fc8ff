import Foundation

@testable import ArazzoRuntime

/// A clock whose time limits are over when a test says so; nothing else waits by it.
struct LimitClock: WorkflowClock {
  private let ends: AsyncStream<Void>
  private let end: AsyncStream<Void>.Continuation

  init() { (ends, end) = AsyncStream.makeStream() }

  var now: Duration { .zero }
  var date: Date { Date(timeIntervalSince1970: 0) }

  func sleep(for duration: Duration) async throws {}

  func expire(after duration: Duration) async throws {
    for await _ in ends { return }
    throw CancellationError()
  }

  /// Lets the time of the request that is on its way be over.
  func limitIsOver() { end.yield() }
}
