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
actor WorkflowLimit {
  private let limit: Duration
  private var deadline: Deadline?

  init(_ limit: Duration) { self.limit = limit }

  func deadline(_ clock: any WorkflowClock) async -> Deadline {
    if let deadline { return deadline }
    let deadline = Deadline(time: await clock.now + limit, limit: limit, scope: .workflow)
    self.deadline = self.deadline ?? deadline
    return self.deadline ?? deadline
  }
}

extension WorkflowRun {
  /// The earliest deadline that applies: the step's, its caller's or the workflow's; `nil` if there
  /// is none.
  func deadline(in limit: Duration?, _ isolation: isolated (any Actor)?) async -> Deadline? {
    let whole = await client.limit?.deadline(client.clock)
    var deadlines = [whole, client.deadline].compactMap(\.self)
    if let limit {
      let now = await client.clock.now
      deadlines.append(
        Deadline(time: now + limit, limit: limit, scope: .step(depth: client.calls.count)))
    }
    return deadlines.min { $0.time < $1.time }
  }

  /// The deadline of one request of the step, with ``WorkflowClient/requestTimeout``.
  func requestDeadline(
    within step: Deadline?, _ isolation: isolated (any Actor)?
  ) async -> Deadline? {
    guard let limit = client.requestTimeout else { return step }
    let own = Deadline(time: await client.clock.now + limit, limit: limit, scope: .request)
    return step.map { $0.time <= own.time ? $0 : own } ?? own
  }
}

extension Deadline {
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
      let whose = depth < client.calls.count ? "the step that called the workflow" : "the step"
      var error = context.error(
        .timedOut, "\(whose) took longer than \(limit.inWords)", response: response)
      error.expiredDepth = depth
      return error
    }
  }

  /// Runs an operation, and cancels it if it exceeds the deadline.
  static func limit<Value: Sendable>(
    _ deadline: Deadline?, _ clock: any WorkflowClock,
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard let deadline else { return try await body() }
    let remaining = deadline.time - (await clock.now)
    guard remaining > .zero else { throw TimeLimitReached(deadline: deadline) }
    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await clock.expire(after: remaining)
        throw TimeLimitReached(deadline: deadline)
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
