import Testing

@testable import ArazzoRuntime

@Suite("The deadlines of a process", .timeLimit(.minutes(5)))
struct DeadlineQueueTests {
  private let queue = DeadlineQueue()

  @Test("what is due first happens first, also if it was added last")
  func order() async throws {
    let ends = Locked<[Int]>([])
    let start = ContinuousClock.now
    for number in [3, 2, 1] {
      _ = queue.add(at: start + .milliseconds(100 * number)) { ends.withLock { $0.append(number) } }
    }
    try await queue.sleep(until: start + .milliseconds(400))
    #expect(ContinuousClock.now >= start + .milliseconds(400))
    #expect(ends.withLock { $0 } == [1, 2, 3])
  }

  @Test("what is removed does not happen, and what has happened can't be removed")
  func removal() async throws {
    let calls = Locked(0)
    let late = queue.add(at: .now + .milliseconds(50)) { calls.withLock { $0 += 1 } }
    let early = queue.add(at: .now) { calls.withLock { $0 += 100 } }
    #expect(queue.remove(late))
    try await queue.sleep(until: .now + .milliseconds(200))
    #expect(calls.withLock { $0 } == 100)
    #expect(!queue.remove(early) && !queue.remove(late))
  }

  @Test("a cancelled wait ends at once, whether it had begun or not", arguments: [0, 20])
  func cancellation(milliseconds: Int) async throws {
    let task = Task { try await queue.sleep(until: .now + .seconds(3_000)) }
    try await Task.sleep(for: .milliseconds(milliseconds))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("thousands of waits end, while others are cancelled")
  func crowd() async throws {
    let start = ContinuousClock.now
    let ended = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<4_000 {
        let wait = Task {
          try await queue.sleep(until: start + .milliseconds(number * 7_919 % 300))
        }
        let never = Task { try await queue.sleep(until: start + .seconds(3_000)) }
        group.addTask {
          try await wait.value
          never.cancel()
          return await never.result.isFailure
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(ended == 4_000)
  }
}

extension Result {
  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
