/// Until when something must have happened, by the client's clock.
struct Deadline: Sendable {
  let time: Duration
  let limit: Duration
  let scope: Scope

  /// What it is that must be done by then.
  enum Scope: Sendable, Hashable {
    /// The workflow that the client's caller runs, with all that it calls.
    case workflow
    /// A step of the workflow that is so deep among the calls (rule A11).
    case step(depth: Int)
    /// One request.
    case request
  }
}

/// The time that there was is over.
struct TimeLimitReached: Error {
  let deadline: Deadline
}

/// The limit of a whole workflow; its time begins when it is first asked for.
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
  /// Until when a step must be done that may take so long, itself, with the step that called this
  /// workflow or with the workflow as a whole; `nil` where there is no limit.
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

  /// The same for one request of the step, which has a limit of its own.
  func requestDeadline(
    within step: Deadline?, _ isolation: isolated (any Actor)?
  ) async -> Deadline? {
    guard let limit = client.requestTimeout else { return step }
    let own = Deadline(time: await client.clock.now + limit, limit: limit, scope: .request)
    return step.map { $0.time <= own.time ? $0 : own } ?? own
  }
}

extension Deadline {
  /// The error of whatever the time ran out for.
  func error(
    _ context: StepContext, in client: WorkflowClient, _ response: StepResponse? = nil
  ) -> WorkflowError {
    switch scope {
    case .workflow:
      return context.error(
        .deadlineReached, "the workflow took longer than \(limit)", response: response)
    case .request:
      return context.error(.timedOut, "the request took longer than \(limit)")
    case .step(let depth):
      let whose = depth < client.calls.count ? "the step that called the workflow" : "the step"
      var error = context.error(
        .timedOut, "\(whose) took longer than \(limit)", response: response)
      error.expiredDepth = depth
      return error
    }
  }

  /// Does something unless it takes too long; then it is cancelled.
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
