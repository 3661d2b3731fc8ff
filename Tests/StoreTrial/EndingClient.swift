#if Store
  import ArazzoRuntime
  import Foundation
  import SuddenEnd

  extension WorkflowClient {
    /// The client of a host, with an end before a save.
    func ending(_ end: SuddenEnd) -> WorkflowClient {
      var client = self
      client.checkpoint = checkpoint.map { EndingCheckpoint(base: $0, end: end) }
      return client
    }
  }

  private struct EndingCheckpoint: WorkflowCheckpoint {
    let base: any WorkflowCheckpoint
    let end: SuddenEnd

    func save(_ run: SavedRun) async throws {
      end.come(to: "save")
      try await base.save(run)
    }

    func decide(on wait: PendingWait) async throws -> WaitDecision {
      try await base.decide(on: wait)
    }
  }

  /// Ends the process in the middle of a wait, for which nobody has to wait.
  final class EndingClock: WorkflowClock {
    private let end: SuddenEnd
    private let elapsed = Locked(Duration.zero)
    private let system = SystemClock()

    init(end: SuddenEnd) { self.end = end }

    var now: Duration { elapsed.withLock { $0 } }
    var date: Date { Date(timeIntervalSince1970: 784_198_177 + now / .seconds(1)) }

    func sleep(for duration: Duration) async throws {
      elapsed.withLock { $0 += duration / 2 }
      end.come(to: "wait")
      elapsed.withLock { $0 += duration / 2 }
    }

    func expire(after duration: Duration) async throws { try await system.sleep(for: duration) }
  }
#endif
