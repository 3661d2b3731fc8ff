import Foundation

/// Keeping what happens in a run, and saving it.
extension WorkflowRun {
  /// Keeps the response of a step.
  @inline(never)
  func keep(_ response: StepResponse, of context: StepContext) {
    guard let place else { return }
    let step = context.step ?? ""
    place.frame.visit(step)
    guard client.checkpoint != nil else { return }
    place.frame.add(.response(step: step, SavedResponse(response)))
  }

  /// Keeps a failure of a step without a response, if it is one that failure actions apply to.
  @inline(never)
  func keep(_ error: WorkflowError, of step: String?) {
    guard let place, error.code.isStepFailure else { return }
    let step = step ?? ""
    if error.code == .responseTooLarge { place.frame.visit(step) }
    guard client.checkpoint != nil else { return }
    let failure = SavedFailure(
      code: error.code, reason: error.reason, callDepth: error.expiredDepth)
    place.frame.add(.failure(step: step, failure))
  }

  /// Saves the run if the client has a checkpoint.
  func save(
    before step: String, due: Date? = nil, in place: RunPlace, _ context: StepContext,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> SavedRun? {
    guard let checkpoint = client.checkpoint else { return nil }
    try checkCancellation(context)
    let run = await place.record.saved(before: step, due: due, client.clock)
    do {
      try await checkpoint.save(run)
    } catch {
      throw checkpointFailure(error, context)
    }
    try checkCancellation(context)
    return run
  }

  private func checkpointFailure(_ error: any Error, _ context: StepContext) -> WorkflowError {
    if Task.isCancelled || error is CancellationError {
      return context.error(.cancelled, "the task was cancelled", underlyingError: error)
    }
    return context.error(
      .checkpointFailed, "the run couldn't be saved (\(type(of: error))), so nothing was sent",
      underlyingError: error)
  }

  /// Saves the run with a wait, and asks the checkpoint about it.
  ///
  /// - Throws: ``WorkflowError/Code/parked`` if the workflow is not to wait.
  @inline(never)
  func offer(_ pause: Pause, _ isolation: isolated (any Actor)?) async throws(WorkflowError) {
    guard let place, let checkpoint = client.checkpoint else { return }
    let context = context(of: pause.step)
    let due: Date
    if let begun = pause.due {
      due = begun
    } else {
      due = await client.clock.date.addingTimeInterval(pause.duration.inSeconds)
      let wait = SavedWait(due: due, duration: pause.duration, reason: pause.reason)
      place.frame.add(.wait(step: pause.step, wait))
    }
    guard let run = try await save(before: pause.step, due: due, in: place, context, isolation)
    else { return }
    let pending = PendingWait(
      run: run, workflow: workflow, step: pause.step, duration: pause.duration, due: due,
      reason: pause.reason)
    let decision: WaitDecision
    do {
      decision = try await checkpoint.decide(on: pending)
    } catch {
      throw checkpointFailure(error, context)
    }
    guard decision == .park else { return }
    throw context.error(
      .parked, "its checkpoint parked it until a wait is due",
      underlyingError: ParkedRun(run: run, due: due))
  }
}

extension SavedResponse {
  fileprivate init(_ response: StepResponse) {
    status = response.statusCode
    headers = response.headerFields.map { [$0.name.rawName, $0.value] }
    body = response.body.bytes
  }
}
