import Foundation
import HTTPTypes

/// What a run does besides where its client has a checkpoint, a saved run or keys of idempotency.
extension WorkflowRun {
  /// The state to begin with: the one of the saved run, or `state` in a run that begins.
  ///
  /// - Throws: ``WorkflowError/Code/savedRunRejected`` if the saved run is one of another plan.
  public func resumed<State: WorkflowState>(from state: State) throws(WorkflowError) -> State {
    guard let place else { return state }
    try checkFault(place, StepContext(workflow: workflow))
    do {
      return try place.frame.state?.value() ?? state
    } catch {
      throw StepContext(workflow: workflow).error(
        .savedRunRejected, "its saved state can't be read", underlyingError: error)
    }
  }

  /// Sends a request after the run was saved, or gives the response that was saved.
  func sendDurably(
    _ request: StepRequest, _ step: String, _ timeout: Duration?, in place: RunPlace,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse {
    if let response = try await replay(request, step, in: place, isolation) { return response }
    place.record.goLive()
    var request = request
    request.context.observer = client.observer
    try client.durability?.idempotencyKey?.set(in: &request, of: step, at: place)
    _ = try await save(before: step, in: place, request.context, isolation)
    do throws(WorkflowError) {
      let response = try await sendNow(request, step, timeout, isolation)
      place.frame.visit(step)
      if client.checkpoint != nil {
        place.frame.add(.response(step: step, SavedResponse(response)))
      }
      return response
    } catch {
      if error.code == .responseTooLarge { place.frame.visit(step) }
      note(error, of: step, in: place)
      throw error
    }
  }

  /// Waits for the rest of a wait that was saved, before a step that calls a workflow.
  func resumeWait(
    before step: String, in place: RunPlace, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) {
    let context = context(of: step)
    try checkFault(place, context)
    while case .wait(let name, let wait)? = place.frame.upcoming {
      guard name == step else { throw rejection(place.frame.refuse(RunFrame.otherOrder), context) }
      place.frame.advance()
      try await finish(wait, before: step, in: place, isolation)
    }
    if place.frame.upcoming == nil { place.record.goLive() }
  }

  /// Gives up a wait before a step is tried again, if it was saved; `false` if it wasn't.
  func resumeRetry(
    of step: String, in place: RunPlace, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> Bool {
    switch place.frame.upcoming {
    case .wait(step, let wait)?:
      place.frame.advance()
      if wait.reason == .polling {
        let now = await historyTime(isolation)
        history.retries[step, default: StepHistory.Retries(start: now)].delays += 1
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

  /// The time for the history.
  func historyTime(_ isolation: isolated (any Actor)?) async -> Duration {
    guard let place else { return await client.clock.now }
    return await place.record.now(client.clock)
  }

  /// Notes a failure that a replay is to end with as well.
  func note(_ error: WorkflowError, of step: String, in place: RunPlace) {
    guard client.checkpoint != nil, error.code.isStepFailure else { return }
    let failure = SavedFailure(
      code: error.code, reason: error.reason, callDepth: error.expiredDepth)
    place.frame.add(.failure(step: step, failure))
  }
}

// MARK: replaying

extension WorkflowRun {
  /// The response that was saved; `nil` if there is none, so that the request is to be sent.
  private func replay(
    _ request: StepRequest, _ step: String, in place: RunPlace,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse? {
    try await resumeWait(before: step, in: place, isolation)
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
    var request = request
    request.context.observer = nil
    _ = try await authorize(&request, asksProviders: false, isolation: isolation)
    let response = StepResponse(saved.response, to: try prepare(request, until: nil))
    for call in client.calls { call.withLock { $0 = response } }
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
  fileprivate init(_ response: StepResponse) {
    status = response.statusCode
    headers = response.headerFields.map { [$0.name.rawName, $0.value] }
    body = response.body.bytes
  }

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
    var error = context.error(code, reason)
    error.expiredDepth = callDepth
    return error
  }
}
