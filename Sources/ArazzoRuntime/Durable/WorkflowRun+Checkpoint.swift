import Foundation

/// Saving a run, and waiting where the checkpoint lets it.
extension WorkflowRun {
  /// Saves the run where the client has a checkpoint.
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
      throw failure(of: checkpoint, error, context)
    }
    try checkCancellation(context)
    return run
  }

  private func failure(
    of checkpoint: any WorkflowCheckpoint, _ error: any Error, _ context: StepContext
  ) -> WorkflowError {
    if Task.isCancelled || error is CancellationError {
      return context.error(.cancelled, "the task was cancelled", underlyingError: error)
    }
    return context.error(
      .checkpointFailed, "the run couldn't be saved (\(type(of: error))), so nothing was sent",
      underlyingError: error)
  }

  /// Saves the run with a wait that begins, and asks the checkpoint about it.
  func offer(
    _ duration: Duration, before step: String, _ reason: WorkflowEvent.WaitReason,
    in place: RunPlace, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    guard client.checkpoint != nil else { return }
    let due = await client.clock.date.addingTimeInterval(duration.inSeconds)
    let wait = SavedWait(due: due, duration: duration, reason: reason)
    place.frame.add(.wait(step: step, wait))
    try await offer(wait, duration, before: step, in: place, isolation)
  }

  private func offer(
    _ wait: SavedWait, _ remainder: Duration, before step: String, in place: RunPlace,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    let context = context(of: step)
    guard let checkpoint = client.checkpoint,
      let run = try await save(before: step, due: wait.due, in: place, context, isolation)
    else { return }
    let pending = PendingWait(
      run: run, workflow: workflow, step: step, duration: remainder, due: wait.due,
      reason: wait.reason)
    let decision: WaitDecision
    do {
      decision = try await checkpoint.decide(on: pending)
    } catch {
      throw failure(of: checkpoint, error, context)
    }
    guard decision == .park else { return }
    throw context.error(
      .parked, "it is to be called again when its wait is due",
      underlyingError: ParkedRun(run: run, due: wait.due))
  }

  /// Waits for the rest of a wait that was saved.
  func finish(
    _ wait: SavedWait, before step: String, in place: RunPlace,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    guard place.frame.upcoming == nil else { return }
    place.record.goLive()
    let remainder = Duration.between(await client.clock.date, wait.due)
    guard remainder > .zero else { return }
    observe(.waiting(step: step, duration: remainder, reason: wait.reason))
    try await offer(wait, remainder, before: step, in: place, isolation)
    try await sleep(remainder, before: step, after: nil, isolation)
  }
}
