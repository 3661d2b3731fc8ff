import HTTPTypes

extension WorkflowRun {
  /// Sends the request of a step and reads the complete response, whatever its status.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - timeout: The time limit of the step, tokens and redirects included (rule A11).
  ///   - isolation: The isolation of the caller.
  /// - Throws: If there is no complete response or the request is invalid.
  public func send(
    _ request: StepRequest, timeout: Duration? = nil,
    isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> StepResponse {
    try request.check()
    if place != nil, let response = try await resume(request, isolation) { return response }
    let sending = Sending(request, timeout, of: self)
    if sending.needsCredentials { await authorize(sending, isolation) }
    while let exchange = sending.exchange(at: await now(isolation)) {
      sending.receive(await exchange.result())
      if sending.needsCredentials { await authorize(sending, isolation) }
    }
    if sending.isObserved { sending.report(at: await now(isolation)) }
    return try sending.end()
  }

  /// Fills in the client's credentials.
  @inline(never)
  private func authorize(_ sending: Sending, _ isolation: isolated (any Actor)?) async {
    do throws(WorkflowError) {
      let deadline = sending.deadline(at: await now(isolation))
      let token = try await authorize(
        sending.request, rejected: sending.token, until: deadline, isolation: isolation)
      sending.authorized(with: token)
    } catch {
      sending.fail(error)
    }
  }

  func prepare(
    _ request: StepRequest, until deadline: Deadline?
  ) throws(WorkflowError) -> PreparedRequest {
    for parameter in request.parameters where parameter.isCredential { secrets.hide(parameter) }
    return try request.prepared(for: client, until: deadline)
  }

  func checkCancellation(
    _ context: StepContext, _ response: StepResponse? = nil
  ) throws(WorkflowError) {
    if Task.isCancelled { throw cancellation(context, response) }
  }

  @inline(never)
  private func cancellation(_ context: StepContext, _ response: StepResponse?) -> WorkflowError {
    context.error(.cancelled, "the task was cancelled", response: response)
  }
}
