extension WorkflowRun {
  /// Waits before a step is tried again (rule A6).
  ///
  /// The wait is the `Retry-After` of the response, or `delay`, or the delay of the polling policy.
  /// The count of retries restarts when the step is entered other than by a retry.
  ///
  /// - Parameters:
  ///   - action: The name of the retry action.
  ///   - step: The step to try again.
  ///   - holds: Whether the criteria of the action hold, if it has any.
  ///   - response: The response of the step, if there is one.
  ///   - delay: The `retryAfter` of the action.
  ///   - limit: The maximum number of retries.
  ///   - isolation: The isolation of the caller.
  /// - Returns: Whether to try again. If the criteria do not hold or no retry is left, the result
  ///   is false, without a wait.
  public func waitToRetry(
    _ action: String, of step: String, when holds: Bool? = nil, after response: StepResponse?,
    delay: Duration? = nil, limit: Int = 1, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> Bool {
    if let holds { observe(.evaluated(step: step, action: action, holds: holds)) }
    guard holds ?? true else { return false }
    try checkCancellation(context(of: step), response)
    guard history.retries[step]?.spent[action] ?? 0 < limit else { return false }
    let time = await waitTime(after: response, isolation)
    history.spendRetry(action, of: step, now: time.inHistory)
    observe(.chosen(step: step, action: action))
    if place != nil, try await resumeRetry(of: step, time, isolation) { return true }
    let pause = try retryPause(of: step, after: response, delay: delay, time)
    try await wait(pause, isolation: isolation)
    return true
  }

  @inline(never)
  private func retryPause(
    of step: String, after response: StepResponse?, delay: Duration?, _ time: WaitTime
  ) throws(WorkflowError) -> Pause? {
    if let delay, time.asked == nil {
      return try pause(max(delay, .zero), before: step, .retrying, after: response, time)
    }
    var retries = history.retries[step] ?? StepHistory.Retries(start: time.inHistory)
    let wait = time.asked ?? polling.jittered(polling.delay(retries.delays))
    guard wait <= max(polling.timeLimit, .zero) - (time.inHistory - retries.start) else {
      throw boundReached(step, wait, response)
    }
    if time.asked == nil { retries.delays += 1 }
    history.retries[step] = retries
    return try pause(
      wait, before: step, time.asked == nil ? .polling : .retryAfter, after: response, time)
  }
}
