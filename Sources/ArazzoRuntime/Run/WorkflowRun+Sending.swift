import HTTPTypes

extension WorkflowRun {
  /// Sends the request of a step and reads the complete response, whatever its status.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - timeout: The time limit of the step, redirects included (rule A11).
  ///   - isolation: The isolation of the caller.
  /// - Throws: If there is no complete response or the request is invalid.
  public func send(
    _ request: consuming StepRequest, timeout: Duration? = nil,
    isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> StepResponse {
    if place != nil, let response = try await resume(&request, isolation) { return response }
    let context = request.context
    beginStep(context)
    do throws(WorkflowError) {
      let response: StepResponse
      if request.security.isEmpty {
        let start = await now(isolation)
        response = try await follow(begin(request, timeout, at: start), isolation)
        if client.observer != nil { report(response, after: await now(isolation) - start) }
      } else {
        response = try await authorizeAndFollow(request, timeout, isolation)
      }
      endStep(context, with: response)
      return response
    } catch {
      throw endStep(context, with: error)
    }
  }

  /// Sends a request with the client's credentials; once more with another token, if the server
  /// rejects the one that a provider gave.
  private func authorizeAndFollow(
    _ request: StepRequest, _ timeout: Duration?, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse {
    var request = request
    let begun = await now(isolation)
    let token = try await authorize(
      &request, until: deadline(in: timeout, at: begun), isolation: isolation)
    let prepared = try begin(request, timeout, at: begun)
    let start = await now(isolation)
    var response = try await follow(prepared, isolation)
    if response.statusCode == 401, let token {
      _ = try await authorize(
        &request, rejected: token, until: prepared.deadline, isolation: isolation)
      response = try await follow(prepare(request, until: prepared.deadline), isolation)
    }
    if client.observer != nil { report(response, after: await now(isolation) - start) }
    return response
  }

  /// Sends a request and whatever its redirects lead to.
  private func follow(
    _ request: PreparedRequest, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse {
    var request = request
    var hops = 0
    while true {
      let response = try await transmit(request, isolation)
      guard hops < PreparedRequest.redirectLimit,
        let next = redirect(of: request, by: response)
      else { return response }
      hops += 1
      request = next
    }
  }

  // What follows is not inlined where it says so: an async function keeps room for each temporary
  // value of what is inlined into it, in every workflow that waits.

  @inline(never)
  private func beginStep(_ context: StepContext) {
    history.begin(context.step ?? "")
    observe(.started(step: context.step ?? ""))
  }

  @inline(never)
  private func endStep(_ context: StepContext, with response: StepResponse) {
    for call in client.caller.calls { call.withLock { $0 = response } }
    if place != nil { keep(response, of: context) }
  }

  @inline(never)
  private func endStep(
    _ context: StepContext, with error: WorkflowError
  ) -> WorkflowError {
    if place != nil { keep(error, of: context.step) }
    return context.failure(error)
  }

  @inline(never)
  private func begin(
    _ request: StepRequest, _ timeout: Duration?, at start: Duration
  ) throws(WorkflowError) -> PreparedRequest {
    let prepared = try prepare(request, until: deadline(in: timeout, at: start))
    observe(
      .requesting(
        step: request.context.step ?? "", method: request.call.method,
        path: request.call.path.template))
    return prepared
  }

  @inline(never)
  private func report(_ response: StepResponse, after duration: Duration) {
    observe(
      .responded(
        step: response.context.step ?? "", statusCode: response.statusCode, duration: duration))
  }

  /// The request that a redirect leads to; `nil` where there is none to follow.
  @inline(never)
  private func redirect(
    of request: PreparedRequest, by response: StepResponse
  ) -> PreparedRequest? {
    guard (300..<400).contains(response.statusCode) else { return nil }
    let head = HTTPResponse(
      status: .init(code: response.statusCode), headerFields: response.headerFields)
    guard let next = request.redirected(by: head) else { return nil }
    observe(
      .redirected(
        step: request.context.step ?? "", statusCode: response.statusCode,
        toAnotherOrigin: !next.isSameOrigin(as: request)))
    return next
  }

  @inline(never)
  func prepare(
    _ request: StepRequest, until deadline: Deadline?
  ) throws(WorkflowError) -> PreparedRequest {
    for parameter in request.parameters where parameter.isCredential { secrets.hide(parameter) }
    return try request.prepared(for: client, until: deadline)
  }

  /// Sends one request; every error of the transport becomes one of the workflow.
  private func transmit(
    _ request: PreparedRequest, _ isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> StepResponse {
    try checkCancellation(request.context)
    let start = await now(isolation)
    do {
      let response: StepResponse
      if let deadline = requestDeadline(within: request.deadline, at: start) {
        response = try await deadline.limit(client, from: start) { [client] in
          try await client.send(request)
        }
      } else {
        response = try await client.send(request)
      }
      try checkCancellation(request.context)
      return response
    } catch {
      throw failure(of: request.context, error)
    }
  }

  @inline(never)
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
    if Task.isCancelled { throw cancellation(context, response) }
  }

  @inline(never)
  private func cancellation(_ context: StepContext, _ response: StepResponse?) -> WorkflowError {
    context.error(.cancelled, "the task was cancelled", response: response)
  }
}

extension WorkflowClient {
  /// Sends a request; the observer, if there is one, is told of the events of a stream.
  fileprivate func send(_ request: PreparedRequest) async throws -> StepResponse {
    let answer = try await transport.send(exchange(request))
    if answer.body.count > maximumResponseBodySize { throw HTTPTransportError.bodyTooLarge }
    return StepResponse(answer, to: request)
  }

  private func exchange(_ request: PreparedRequest) -> HTTPExchange {
    guard observer != nil else {
      return HTTPExchange(request.head, body: request.body, bodyLimit: maximumResponseBodySize)
    }
    let watch = StreamWatch(request.context)
    return HTTPExchange(
      request.head, body: request.body, bodyLimit: maximumResponseBodySize,
      receive: { watch.receive($0, $1) })
  }
}
