extension WorkflowRun {
  /// Waits before a step is tried again (rule A6).
  ///
  /// `Retry-After` in the response overrules `delay`; with neither, the client's polling
  /// policy says how long. The budget starts anew when the step is entered other than by a retry.
  ///
  /// - Parameters:
  ///   - action: The retry action's name.
  ///   - step: The step.
  ///   - holds: Whether the action's criteria hold, where it has any.
  ///   - response: What it received, if it received anything.
  ///   - delay: The wait that the document asks for.
  ///   - limit: How often the step may be tried again.
  ///   - isolation: The caller's.
  /// - Returns: Whether to try again; false when the criteria do not hold or the budget is spent, and
  ///   then without a wait.
  public func waitToRetry(
    _ action: String, of step: String, when holds: Bool? = nil, after response: StepResponse?,
    delay: Duration? = nil, limit: Int = 1, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> Bool {
    if let holds { observe(.considered(step: step, action: action, holds: holds)) }
    guard holds ?? true else { return false }
    try checkCancellation(context(of: step), response)
    guard history.retries[step]?.spent[action] ?? 0 < limit else { return false }
    history.spendRetry(action, of: step, now: await client.clock.now)
    observe(.acting(step: step, action: action))
    let (wait, reason) = try await retryWait(
      of: step, after: response, delay: delay, isolation)
    try await pause(wait, before: step, reason, after: response, isolation: isolation)
    return true
  }

  private func retryWait(
    of step: String, after response: StepResponse?, delay: Duration?,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> (Duration, WorkflowEvent.WaitReason) {
    let asked = await retryAfter(response, isolation)
    if let delay, asked == nil { return (max(delay, .zero), .retrying) }
    let now = await client.clock.now
    var retries = history.retries[step] ?? StepHistory.Retries(start: now)
    let wait = asked ?? polling.jittered(polling.delay(retries.delays))
    guard wait <= max(polling.timeLimit, .zero) - (now - retries.start) else {
      throw boundReached(step, wait, response)
    }
    if asked == nil { retries.delays += 1 }
    history.retries[step] = retries
    return (wait, asked == nil ? .polling : .retryAfter)
  }
}
