import Foundation
import HTTPTypes

/// What a run does besides if its client has a checkpoint, a saved run or keys of idempotency.
///
/// Nothing of it is inlined: a workflow that waits keeps no room for it.
extension WorkflowRun {
  /// The state to begin with: the one of the saved run, or `state` in a run that begins.
  ///
  /// - Throws: ``WorkflowError/Code/savedRunRejected`` if the saved run is one of another plan.
  public func resumed<State: WorkflowState>(from state: State) throws(WorkflowError) -> State {
    guard let place else { return state }
    let context = StepContext(workflow: workflow)
    try checkFault(place, context)
    do {
      return try place.frame.state?.value() ?? state
    } catch {
      throw context.error(
        .savedRunRejected, "its saved state can't be read", underlyingError: error)
    }
  }

  /// Gives the response that was saved, or else saves the run, so that the request can be sent.
  @inline(never)
  func resume(
    _ request: StepRequest, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse? {
    guard let place else { return nil }
    let step = request.context.step ?? ""
    try await resumeWait(before: step, in: place, isolation)
    if let response = try await replay(request, step, in: place, isolation) { return response }
    place.record.goLive()
    request.context = context(of: step, calling: request.call)
    try client.idempotencyKey?.set(in: request, of: step, at: place)
    _ = try await save(before: step, in: place, request.context, isolation)
    return nil
  }

  /// Waits for the rest of a wait that was saved, before a step calls a workflow.
  @inline(never)
  func resumeCall(
    of step: String, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    guard let place else { return }
    try await resumeWait(before: step, in: place, isolation)
    if place.frame.upcoming == nil { place.record.goLive() }
  }

  /// Waits for the rest of a wait before a step is tried again, if the wait was saved.
  ///
  /// - Returns: Whether it was.
  @inline(never)
  func resumeRetry(
    of step: String, _ time: WaitTime, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> Bool {
    guard let place else { return false }
    switch place.frame.upcoming {
    case .wait(step, let wait)?:
      place.frame.advance()
      if wait.reason == .polling {
        history.retries[step, default: StepHistory.Retries(start: time.inHistory)].delays += 1
      }
      try await finish(wait, before: step, in: place, isolation)
      return true
    case .failure(step, let failure)?:
      place.frame.advance()
      throw failure.error(context(of: step))
    case nil:
      place.record.goLive()
      return false
    default: return false
    }
  }

  private func resumeWait(
    before step: String, in place: RunPlace, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    let context = context(of: step)
    try checkFault(place, context)
    while case .wait(let name, let wait)? = place.frame.upcoming {
      guard name == step else { throw rejection(place.frame.refuse(RunFrame.otherOrder), context) }
      place.frame.advance()
      try await finish(wait, before: step, in: place, isolation)
    }
  }

  private func finish(
    _ wait: SavedWait, before step: String, in place: RunPlace,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    guard place.frame.upcoming == nil else { return }
    place.record.goLive()
    let rest = Duration.between(await client.clock.date, wait.due)
    guard rest > .zero else { return }
    observe(.waiting(step: step, duration: rest, reason: wait.reason))
    try await self.wait(
      Pause(duration: rest, step: step, reason: wait.reason, due: wait.due),
      isolation: isolation)
  }

  /// The response that was saved; `nil` if there is none.
  private func replay(
    _ request: StepRequest, _ step: String, in place: RunPlace,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse? {
    switch place.frame.upcoming {
    case nil: return nil
    case .response(step, let saved)?:
      place.frame.advance()
      history.begin(step)
      return try await response(saved, to: request, isolation)
    case .failure(step, let failure)?:
      place.frame.advance()
      history.begin(step)
      throw failure.error(request.context)
    default: throw rejection(place.frame.refuse(RunFrame.otherOrder), request.context)
    }
  }

  private func response(
    _ saved: SavedResponse, to request: StepRequest, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse {
    _ = try await authorize(request, asksProviders: false, isolation: isolation)
    let response = StepResponse(saved.response, to: try prepare(request, until: nil))
    for call in client.caller.calls { call.withLock { $0 = response } }
    return response
  }

  private func checkFault(_ place: RunPlace, _ context: StepContext) throws(WorkflowError) {
    if let fault = place.frame.fault { throw rejection(fault, context) }
  }

  private func rejection(_ fault: SavedStateError, _ context: StepContext) -> WorkflowError {
    context.error(.savedRunRejected, fault.description, underlyingError: fault)
  }
}

extension SavedResponse {
  fileprivate var response: HTTPTransportResponse {
    var fields = HTTPFields()
    for field in headers {
      guard let name = HTTPField.Name(field[0]) else { continue }
      fields.append(HTTPField(name: name, value: field[1]))
    }
    return HTTPTransportResponse(
      HTTPResponse(status: .init(code: status), headerFields: fields), body: body)
  }
}

extension SavedFailure {
  fileprivate func error(_ context: StepContext) -> WorkflowError {
    context.error(code, reason, expiredDepth: callDepth)
  }
}
