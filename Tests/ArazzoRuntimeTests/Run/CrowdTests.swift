import ArazzoTesting
import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Many workflows at a time", .timeLimit(.minutes(5)))
struct CrowdTests {
  /// Lets everybody go on when so many wait: with a thread each, they would never be so many.
  private actor Gate: WorkflowClock {
    let now = Duration.zero
    let date = Date(timeIntervalSince1970: 0)
    private let size: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ size: Int) { self.size = size }

    func sleep(for duration: Duration) async {
      await withCheckedContinuation { continuation in
        waiting.append(continuation)
        guard waiting.count == size else { return }
        waiting.forEach { $0.resume() }
        waiting = []
      }
    }

    nonisolated func expire(after duration: Duration) async throws {
      for await _ in AsyncStream<Never>.makeStream().stream {}
      throw CancellationError()
    }
  }

  @Test("a thousand waiting workflows hold no thread")
  func waitingHoldsNoThread() async throws {
    let gate = Gate(1_000)
    let client = WorkflowClient(
      transport: ScriptedTransport([.always(.status(200))]), polling: .exact, clock: gate)
    let ended = try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<1_000 {
        group.addTask {
          let run = WorkflowRun("tidy", client: client)
          try await run.waitToPoll("poll", after: run.get("poll"))
          try await run.get("poll")
        }
      }
      return try await group.reduce(into: 0) { count, _ in count += 1 }
    }
    #expect(ended == 1_000)
  }
}
