#if Temporal
  import ArazzoRuntime
  import Foundation
  import SuddenEnd

  /// Ends the process in a wait.
  struct EndingClock: WorkflowClock {
    private let base = SystemClock()
    let end: SuddenEnd

    init(end: SuddenEnd) { self.end = end }

    var now: Duration { base.now }
    var date: Date { base.date }

    func sleep(for duration: Duration) async throws {
      try await base.sleep(for: duration / 2)
      end.come(to: "wait")
      try await base.sleep(for: duration / 2)
    }

    func expire(after duration: Duration) async throws { try await base.sleep(for: duration) }
  }
#endif
