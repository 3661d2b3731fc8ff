extension WorkflowRun {
  /// Sends the request of a step and reads the complete response, whatever its status.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - timeout: The time limit of the step, redirects included (rule A11).
  ///   - isolation: The isolation of the caller.
  /// - Throws: If there is no complete response or the request is invalid.
  public func send(
    _ request: StepRequest, timeout: Duration? = nil, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> StepResponse {
    let step = request.context.step ?? ""
    history.begin(step)
    observe(.started(step: step))
    do {
      let response = try await attempt(request, step, timeout, isolation)
      for call in client.caller.calls { call.withLock { $0 = response } }
      return response
    } catch {
      throw request.context.failure(error)
    }
  }

  private func attempt(
    _ request: StepRequest, _ step: String, _ timeout: Duration?,
    _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse {
    var request = request
    let token =
      request.security.isEmpty ? nil : try await authorize(&request, isolation: isolation)
    let start = await now(isolation)
    let deadline = deadline(in: timeout, at: start)
    var prepared = try prepare(request, until: deadline)
    observe(
      .requesting(
        step: step, method: request.call.method, path: request.call.path.template))
    var answer = try await exchange(prepared, isolation: isolation)
    if answer.head.status == .unauthorized, let token {
      _ = try await authorize(&request, rejected: token, isolation: isolation)
      prepared = try prepare(request, until: deadline)
      answer = try await exchange(prepared, isolation: isolation)
    }
    let response = StepResponse(answer, to: prepared)
    if client.observer != nil {
      let duration = await now(isolation) - start
      observe(.responded(step: step, statusCode: response.statusCode, duration: duration))
    }
    return response
  }

  private func prepare(
    _ request: StepRequest, until deadline: Deadline?
  ) throws(WorkflowError) -> PreparedRequest {
    for parameter in request.parameters where parameter.isSecret { secrets.hide(parameter) }
    let prepared = try request.prepared(for: client, until: deadline)
    for name in prepared.credentials {
      if let value = prepared.head.headerFields[name] { secrets.hide(value) }
    }
    return prepared
  }

  /// Sends a request and whatever its redirects lead to.
  private func exchange(
    _ request: PreparedRequest, isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> HTTPTransportResponse {
    var request = request
    var hops = 0
    while true {
      let answer = try await transmit(request, isolation: isolation)
      guard hops < PreparedRequest.redirectLimit, let next = request.redirected(by: answer.head)
      else { return answer }
      hops += 1
      observe(
        .redirected(
          step: request.context.step ?? "", statusCode: answer.head.status.code,
          toAnotherOrigin: !next.isSameOrigin(as: request)))
      request = next
    }
  }

  /// Sends one request; every error of the transport becomes one of the workflow.
  private func transmit(
    _ request: PreparedRequest, isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> HTTPTransportResponse {
    try checkCancellation(request.context)
    let deadline = requestDeadline(within: request.deadline, at: await now(isolation))
    do {
      let answer =
        if let deadline {
          try await deadline.limit(client) { [client] in try await client.send(request) }
        } else {
          try await client.send(request)
        }
      try checkCancellation(request.context)
      return answer
    } catch {
      throw failure(of: request.context, error)
    }
  }

  private func failure(of context: StepContext, _ error: any Error) -> WorkflowError {
    if Task.isCancelled || error is CancellationError {
      return context.error(.cancelled, "the task was cancelled", underlyingError: error)
    }
    if let error = error as? TimeLimitReached { return error.deadline.error(context, in: client) }
    let failure = error as? HTTPTransportFailure
    let cause = failure.map(\.cause) ?? error as? HTTPTransportError
    let underlyingError = failure?.underlyingError ?? error
    if cause == .bodyTooLarge {
      let limit = client.maximumResponseBodySize
      return context.error(
        .responseTooLarge, "the response body exceeds the limit of \(limit) bytes",
        underlyingError: underlyingError)
    }
    let words = cause?.rawValue ?? "the response is incomplete (\(type(of: underlyingError)))"
    return context.error(.transport, words, underlyingError: underlyingError)
  }

  func checkCancellation(
    _ context: StepContext, _ response: StepResponse? = nil
  ) throws(WorkflowError) {
    guard Task.isCancelled else { return }
    throw context.error(.cancelled, "the task was cancelled", response: response)
  }
}

extension WorkflowClient {
  /// Sends a request; the observer, if there is one, is told of the events of a stream.
  fileprivate func send(_ request: PreparedRequest) async throws -> HTTPTransportResponse {
    let limit = maximumResponseBodySize
    var exchange = HTTPExchange(request.head, body: request.body, bodyLimit: limit)
    if observer != nil {
      let watch = StreamWatch(request.context)
      exchange = HTTPExchange(
        request.head, body: request.body, bodyLimit: limit, receive: { watch.receive($0, $1) })
    }
    let answer = try await transport.send(exchange)
    if answer.body.count > limit { throw HTTPTransportError.bodyTooLarge }
    return answer
  }
}
