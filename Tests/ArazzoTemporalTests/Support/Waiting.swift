#if Temporal
  /// Waits until something holds, and looks every tenth of a second.
  func eventually(
    isolation: isolated (any Actor)? = #isolation, _ holds: () async throws -> Bool
  ) async throws {
    for _ in 0..<200 {
      if try await holds() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw TestTimeout()
  }

  struct TestTimeout: Error {}

  /// Holds tasks until it is opened.
  actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func pass() async {
      guard !isOpen else { return }
      await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
      isOpen = true
      for task in waiting { task.resume() }
      waiting = []
    }
  }
#endif
