extension WorkflowRun {
  /// Waits before the next pass of a loop that polls (rule A8): the `Retry-After` of the response,
  /// or the delay of the polling policy. A step that has not run yet is no loop, so there is no
  /// wait.
  ///
  /// - Parameters:
  ///   - step: The step at the start of the loop.
  ///   - loop: The other steps of the loop. Running any other step leaves the loop.
  ///   - response: The response of the last step, if there is one.
  ///   - state: The state after the wait. The observer is notified of it before the wait.
  ///   - isolation: The isolation of the caller.
  public func waitToPoll(
    _ step: String, through loop: [String] = [], after response: StepResponse?,
    entering state: (any WorkflowState)? = nil, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) {
    try await wait(step, loop, response, state, isPoll: true, isolation)
  }

  /// Counts a pass of a loop that carries a value from pass to pass, such as the cursor of a page.
  ///
  /// It waits only for a `Retry-After`, or, like a poll, if the pass starts with the same state as
  /// the previous one. Its parameters are those of `waitToPoll`.
  public func waitToIterate(
    _ step: String, through loop: [String] = [], after response: StepResponse?,
    entering state: (any WorkflowState)? = nil, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) {
    try await wait(step, loop, response, state, isPoll: false, isolation)
  }

  private func wait(
    _ step: String, _ loop: [String], _ response: StepResponse?,
    _ state: (any WorkflowState)?, isPoll: Bool, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    announceNext(state)
    guard var pass = try await beginPass(step, loop, response, isolation) else { return }
    let entered = state.map { AnyHashable($0) }
    let repeats = isPoll || entered != nil && entered == pass.entered
    let asked = await retryAfter(response, isolation)
    let wait = asked ?? (repeats ? polling.jittered(polling.delay(pass.delays)) : .zero)
    guard isPoll || wait <= max(polling.timeLimit, .zero) - pass.waited else {
      throw boundReached(step, wait, response)
    }
    if asked == nil { pass.delays = repeats ? pass.delays + 1 : 0 }
    pass.waited += wait
    (pass.isPoll, pass.entered) = (isPoll, entered)
    history.loops[step] = pass
    let reason = asked == nil ? WorkflowEvent.WaitReason.polling : .retryAfter
    try await pause(wait, before: step, reason, after: response, isolation: isolation)
  }

  /// The next pass of a loop, `nil` where the step has not run before.
  private func beginPass(
    _ step: String, _ loop: [String], _ response: StepResponse?, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepHistory.Loop? {
    try checkCancellation(context(of: step), response)
    guard history.isRepeated(step) else { return nil }
    let now = await now(isolation)
    var pass = history.loops[step] ?? StepHistory.Loop(start: now)
    pass.steps.formUnion(loop + [step, history.actionStep])
    guard pass.passes < polling.maximumPasses else {
      throw context(of: step).error(
        .pollingLimitReached, "the loop ran \(pass.passes) passes without ending",
        response: response)
    }
    pass.passes += 1
    return pass
  }
}

extension WorkflowRun {
  func retryAfter(
    _ response: StepResponse?, _ isolation: isolated (any Actor)?
  ) async -> Duration? {
    guard let text = response?.header("Retry-After") else { return nil }
    return RetryAfter.duration(text, now: await client.clock.date)
  }

  /// Waits, unless a loop that is being polled would exceed its time limit.
  func pause(
    _ duration: Duration, before step: String, _ reason: WorkflowEvent.WaitReason,
    after response: StepResponse?, isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    let now = await now(isolation)
    let limit = max(polling.timeLimit, .zero)
    for loop in history.loops.values where loop.isPoll && loop.steps.contains(step) {
      guard duration <= limit - (now - loop.start) else {
        throw boundReached(step, duration, response)
      }
    }
    if let deadline = deadline(in: nil, at: now), duration > deadline.time - now {
      throw deadline.error(context(of: step), in: client, response)
    }
    guard duration > .zero else { return }
    observe(.waiting(step: step, duration: duration, reason: reason))
    do {
      try await client.clock.sleep(for: duration)
    } catch {
      throw context(of: step).error(
        .cancelled, "the task was cancelled while it waited", response: response,
        underlyingError: error)
    }
  }

  func boundReached(
    _ step: String, _ wait: Duration, _ response: StepResponse?
  ) -> WorkflowError {
    context(of: step).error(
      .pollingLimitReached,
      "the next wait (\(wait.inWords)) would exceed the polling limit of "
        + polling.timeLimit.inWords,
      response: response)
  }
}
