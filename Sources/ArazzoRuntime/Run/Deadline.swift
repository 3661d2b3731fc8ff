/// A time limit on the clock of the client.
struct Deadline: Sendable {
  let time: Duration
  let limit: Duration
  let scope: Scope

  /// What the deadline limits.
  enum Scope: Sendable, Hashable {
    /// The workflow that the caller of the client runs, including the workflows that it calls.
    case workflow
    /// A step of the workflow at this call depth (rule A11).
    case step(depth: Int)
    /// One request.
    case request
  }
}

/// The error of an operation that exceeded its deadline.
struct TimeLimitReached: Error {
  let deadline: Deadline
}

/// The time limit of a whole workflow, which starts when it is first used.
final class WorkflowLimit: Sendable {
  private let limit: Duration
  private let deadline = Locked<Deadline?>(nil)

  init(_ limit: Duration) { self.limit = limit }

  func deadline(at now: Duration) -> Deadline {
    deadline.withLock { [limit] deadline in
      let known = deadline ?? Deadline(time: now + limit, limit: limit, scope: .workflow)
      deadline = known
      return known
    }
  }
}

extension WorkflowRun {
  /// The time on the client's clock. Not inlined, so that no waiting workflow keeps room for a clock.
  @inline(never)
  func now(_ isolation: isolated (any Actor)?) async -> Duration {
    if let clock = client.settings.systemClock { return clock.now }
    return await client.clock.now
  }

  /// The earliest deadline that applies: the step's, its caller's or the workflow's; `nil` if there
  /// is none.
  func deadline(in limit: Duration?, at now: Duration) -> Deadline? {
    let step = limit.map {
      Deadline(time: now + $0, limit: $0, scope: .step(depth: client.caller.calls.count))
    }
    let outer = Deadline.earliest(client.caller.limit?.deadline(at: now), client.caller.deadline)
    return Deadline.earliest(outer, step)
  }

  /// The deadline of one request of the step, with ``WorkflowClient/requestTimeout``.
  func requestDeadline(within step: Deadline?, at now: Duration) -> Deadline? {
    guard let limit = client.requestTimeout else { return step }
    let own = Deadline(time: now + limit, limit: limit, scope: .request)
    return Deadline.earliest(step, own)
  }
}

extension Deadline {
  /// The earlier of two deadlines; the first if they are at the same time.
  static func earliest(_ one: Deadline?, _ other: Deadline?) -> Deadline? {
    guard let one, let other else { return one ?? other }
    return other.time < one.time ? other : one
  }

  /// The error for an exceeded deadline.
  func error(
    _ context: StepContext, in client: WorkflowClient, _ response: StepResponse? = nil
  ) -> WorkflowError {
    switch scope {
    case .workflow:
      return context.error(
        .deadlineExceeded, "the workflow took longer than \(limit.inWords)", response: response)
    case .request:
      return context.error(.timedOut, "the request took longer than \(limit.inWords)")
    case .step(let depth):
      let whose =
        depth < client.caller.calls.count ? "the step that called the workflow" : "the step"
      return context.error(
        .timedOut, "\(whose) took longer than \(limit.inWords)", response: response,
        expiredDepth: depth)
    }
  }

  /// Runs an operation, and cancels it if it exceeds the deadline.
  func limit<Value: Sendable>(
    _ clock: any WorkflowClock, from now: Duration,
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard now < time else { throw TimeLimitReached(deadline: self) }
    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await clock.expire(after: time - now)
        throw TimeLimitReached(deadline: self)
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
