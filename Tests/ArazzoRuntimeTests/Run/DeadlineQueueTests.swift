import Testing

@testable import ArazzoRuntime

@Suite("The deadlines of a process", .timeLimit(.minutes(5)))
struct DeadlineQueueTests {
  private let time: ManualTime
  private let queue: DeadlineQueue

  init() {
    let time = ManualTime()
    self.time = time
    queue = DeadlineQueue(now: { time.now }, wait: { try await time.wait(until: $0) })
  }

  @Test("what is due first happens first, also if it was added last")
  func order() async throws {
    let start = time.now
    let (ends, ended) = AsyncStream<Int>.makeStream()
    for number in [3, 2, 1] {
      _ = queue.add(at: start + .milliseconds(100 * number)) { ended.yield(number) }
    }
    let wait = Task {
      try await queue.sleeper(until: start + .milliseconds(400)).sleep()
      return time.now
    }
    time.advance(by: .milliseconds(400))
    #expect(try await wait.value >= start + .milliseconds(400))
    #expect(await ends.prefix(3).reduce(into: []) { $0.append($1) } == [1, 2, 3])
  }

  @Test("what is removed does not happen, and what has happened can't be removed")
  func removal() async throws {
    let start = time.now
    let calls = Locked(0)
    let (happened, happens) = AsyncStream<Void>.makeStream()
    let late = queue.add(at: start + .milliseconds(50)) { calls.withLock { $0 += 1 } }
    let early = queue.add(at: start) {
      calls.withLock { $0 += 100 }
      happens.finish()
    }
    #expect(queue.remove(late))
    for await _ in happened {}
    time.advance(by: .milliseconds(200))
    try await queue.sleeper(until: start + .milliseconds(200)).sleep()
    #expect(calls.withLock { $0 } == 100)
    #expect(!queue.remove(early) && !queue.remove(late))
  }

  @Test("a cancelled wait ends at once, whether it had begun or not", arguments: [false, true])
  func cancellation(hasBegun: Bool) async throws {
    let task = Task { try await queue.sleeper(until: time.now + .seconds(3_000)).sleep() }
    while hasBegun, !time.isWaitedFor { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("thousands of waits end, while others are cancelled")
  func crowd() async throws {
    let start = time.now
    let ended = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<4_000 {
        let wait = Task {
          try await queue.sleeper(until: start + .milliseconds(number * 7_919 % 300)).sleep()
        }
        let never = Task { try await queue.sleeper(until: start + .seconds(3_000)).sleep() }
        group.addTask {
          try await wait.value
          never.cancel()
          return await never.result.isFailure
        }
      }
      for _ in 0..<300 {
        time.advance(by: .milliseconds(1))
        await Task.yield()
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(ended == 4_000)
  }
}

/// Time that stands still until a test moves it on.
private final class ManualTime: Sendable {
  private struct State: Sendable {
    var now = ContinuousClock.now
    var waits = 0
    var waiting: [Int: (end: ContinuousClock.Instant, UnsafeContinuation<Void, any Error>)] = [:]
  }

  private let state = Locked(State())

  var now: ContinuousClock.Instant { state.withLock { $0.now } }
  var isWaitedFor: Bool { state.withLock { !$0.waiting.isEmpty } }

  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now += duration
      let due = state.waiting.filter { $0.value.end <= state.now }
      due.keys.forEach { state.waiting[$0] = nil }
      return due.values.map(\.1)
    }
    for wait in due { wait.resume() }
  }

  func wait(until end: ContinuousClock.Instant) async throws {
    let number = state.withLock { state in
      state.waits += 1
      return state.waits
    }
    try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { wait in
        let isDue = state.withLock { state in
          if state.now >= end { return true }
          state.waiting[number] = (end, wait)
          return false
        }
        if isDue { wait.resume() } else if Task.isCancelled { cancel(number) }
      }
    } onCancel: {
      cancel(number)
    }
  }

  private func cancel(_ number: Int) {
    state.withLock { $0.waiting.removeValue(forKey: number)?.1 }?
      .resume(throwing: CancellationError())
  }
}

extension Result {
  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
