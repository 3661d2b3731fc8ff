import Foundation

extension WorkflowRun {
  /// Waits before the next pass of a loop that polls (rule A8): the `Retry-After` of the response,
  /// or the delay of the polling policy. A step that has not run yet is no loop, so there is no
  /// wait.
  ///
  /// - Parameters:
  ///   - step: The step at the start of the loop.
  ///   - loop: The steps of the loop; the one at its start may be left out. Running any other step
  ///     leaves the loop.
  ///   - response: The response of the last step, if there is one. It is released before the wait.
  ///   - state: The state after the wait. The observer is notified of it before the wait.
  ///   - isolation: The isolation of the caller.
  public func waitToPoll(
    _ step: String, through loop: [String] = [], after response: consuming StepResponse?,
    entering state: (any WorkflowState)? = nil, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) {
    guard try begin(step, after: response, entering: state) else { return }
    let time = await waitTime(after: response, isolation)
    let pause = try nextPass(step, loop, consume response, state, isPoll: true, time)
    try await wait(pause, isolation: isolation)
  }

  /// Counts a pass of a loop that carries a value from pass to pass, such as the cursor of a page.
  ///
  /// It waits only for a `Retry-After`, or, like a poll, if the pass starts with the same state as
  /// the previous one. Its parameters are those of `waitToPoll`.
  public func waitToIterate(
    _ step: String, through loop: [String] = [], after response: consuming StepResponse?,
    entering state: (any WorkflowState)? = nil, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) {
    guard try begin(step, after: response, entering: state) else { return }
    let time = await waitTime(after: response, isolation)
    let pause = try nextPass(step, loop, consume response, state, isPoll: false, time)
    try await wait(pause, isolation: isolation)
  }

  // What follows is not inlined: a workflow that waits keeps no room for its temporary values.

  /// Notifies the observer of the state after a wait; whether the step has run before.
  @inline(never)
  private func begin(
    _ step: String, after response: StepResponse?, entering state: (any WorkflowState)?
  ) throws(WorkflowError) -> Bool {
    announceNext(state)
    try checkCancellation(context(of: step), response)
    return history.isRepeated(step)
  }

  /// Counts the next pass of a loop, and says how long to wait before it.
  @inline(never)
  private func nextPass(
    _ step: String, _ loop: [String], _ response: consuming StepResponse?,
    _ state: (any WorkflowState)?,
    isPoll: Bool, _ time: WaitTime
  ) throws(WorkflowError) -> Pause? {
    var pass = history.loop(step) ?? StepHistory.Loop(step, start: time.inHistory)
    pass.add(loop, step, history.actionStep)
    guard pass.passes < polling.maximumPasses else {
      throw context(of: step).error(
        .pollingLimitReached, "the loop ran \(pass.passes) passes without ending",
        response: response)
    }
    pass.passes += 1
    let repeats = isPoll || state.map { pass.entered?.isEqual(to: $0) ?? false } ?? false
    let wait = time.asked ?? (repeats ? polling.jittered(polling.delay(pass.delays)) : .zero)
    guard isPoll || wait <= max(polling.timeLimit, .zero) - pass.waited else {
      throw boundReached(step, wait, response)
    }
    if time.asked == nil { pass.delays = repeats ? pass.delays + 1 : 0 }
    pass.waited += wait
    (pass.isPoll, pass.entered) = (isPoll, state.map(SavedState.live))
    history.keep(pass)
    if let state { place?.enter(state, history, isAhead: true) }
    return try pause(
      wait, before: step, time.asked == nil ? .polling : .retryAfter, after: response, time)
  }
}

extension WorkflowRun {
  /// The time before a wait, and how long a response asks to wait.
  struct WaitTime {
    let now: Duration
    /// The time for the history, which goes on from process to process.
    let inHistory: Duration
    let asked: Duration?
  }

  /// A wait that is about to begin.
  ///
  /// An object, of which a workflow that waits keeps a reference.
  final class Pause {
    let duration: Duration
    let step: String
    let reason: WorkflowEvent.WaitReason
    /// When the wait ends, if it was saved and this is the rest of it.
    let due: Date?

    init(
      duration: Duration, step: String, reason: WorkflowEvent.WaitReason, due: Date? = nil
    ) {
      (self.duration, self.step, self.reason, self.due) = (duration, step, reason, due)
    }
  }

  func waitTime(
    after response: StepResponse?, _ isolation: isolated (any Actor)?
  ) async -> WaitTime {
    let now = await now(isolation)
    var inHistory = now
    if let place { inHistory = await place.record.now(client.clock) }
    guard let text = response?.header("Retry-After") else {
      return WaitTime(now: now, inHistory: inHistory, asked: nil)
    }
    return WaitTime(
      now: now, inHistory: inHistory,
      asked: RetryAfter.duration(text, now: await client.clock.date))
  }

  /// Checks that a wait passes no bound: of a loop that is being polled, or of time.
  ///
  /// - Returns: The wait, or `nil` if there is nothing to wait for.
  func pause(
    _ duration: Duration, before step: String, _ reason: WorkflowEvent.WaitReason,
    after response: StepResponse?, _ time: WaitTime
  ) throws(WorkflowError) -> Pause? {
    let limit = max(polling.timeLimit, .zero)
    for loop in history.loops where loop.isPoll && loop.steps.contains(step) {
      guard duration <= limit - (time.inHistory - loop.start) else {
        throw boundReached(step, duration, response)
      }
    }
    if let deadline = deadline(in: nil, at: time.now), duration > deadline.time - time.now {
      let error = deadline.error(context(of: step), in: client, response)
      if place != nil { keep(error, of: step) }
      throw error
    }
    guard duration > .zero else { return nil }
    observe(.waiting(step: step, duration: duration, reason: reason))
    return Pause(duration: duration, step: step, reason: reason)
  }

  /// Waits on the client's clock.
  func wait(
    _ pause: Pause?, isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    guard let pause else { return }
    if place != nil { try await offer(pause, isolation) }
    do {
      if let sleeper = sleeper(of: pause) {
        try await sleeper.sleep()
      } else {
        try await client.clock.sleep(for: pause.duration)
      }
    } catch {
      throw cancellation(of: pause, error)
    }
  }

  /// What waits, if the clock is the device's.
  @inline(never)
  private func sleeper(of pause: Pause) -> Sleeper? {
    client.settings.systemClock?.sleeper(for: pause.duration)
  }

  /// Not inlined, so that no waiting workflow keeps room for an error.
  @inline(never)
  private func cancellation(of pause: Pause, _ error: any Error) -> WorkflowError {
    context(of: pause.step).error(
      .cancelled, "the task was cancelled while it waited", underlyingError: error)
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
