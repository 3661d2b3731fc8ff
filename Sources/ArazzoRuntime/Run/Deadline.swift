/// Until when something must have happened, by the client's clock (rule A11).
struct Deadline: Sendable {
  let time: Duration
  let limit: Duration
  /// How deep among the calls the workflow is whose step has the limit.
  let depth: Int
}

/// The time that a step has was over.
struct TimeLimitReached: Error {
  let deadline: Deadline
}

extension WorkflowRun {
  /// Until when a step must be done that may take so long, itself or with the step that called this
  /// workflow; `nil` where there is no limit.
  func deadline(in limit: Duration?, _ isolation: isolated (any Actor)?) async -> Deadline? {
    guard let limit else { return client.deadline }
    let own = Deadline(
      time: await client.clock.now + limit, limit: limit, depth: client.calls.count)
    guard let outer = client.deadline, outer.time <= own.time else { return own }
    return outer
  }

  /// The call of another workflow by a step that may take so long.
  public func call(
    _ step: String, timeout: Duration, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> WorkflowCall {
    try WorkflowCall(call(step), until: await deadline(in: timeout, isolation))
  }
}

extension Deadline {
  /// The error of a step at whose expense the time ran out.
  func error(_ context: StepContext, in client: WorkflowClient) -> WorkflowError {
    let whose = depth < client.calls.count ? "the step that called the workflow" : "the step"
    var error = context.error(.timedOut, "\(whose) took longer than \(limit)")
    error.expiredDepth = depth
    return error
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
