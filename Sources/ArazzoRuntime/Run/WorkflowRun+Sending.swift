import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension WorkflowRun {
  /// Sends the request of a step and reads its response as a whole, whatever its status.
  ///
  /// Throws where there is no complete response, and where the request can't be made.
  /// `timeout` bounds all of it, redirects included (rule A11).
  public func send(
    _ request: StepRequest, timeout: Duration? = nil, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> StepResponse {
    var request = request
    let token = try await authorize(&request, isolation: isolation)
    var prepared = try request.prepared(for: client)
    let step = request.context.step ?? ""
    history.begin(step)
    observe(.requesting(step: step, method: request.method, path: request.path.template))
    let start = await client.clock.now
    prepared.deadline = await deadline(in: timeout, isolation)
    var answer = try await exchange(prepared, isolation: isolation)
    if answer.head.status == .unauthorized, let token {
      _ = try await authorize(&request, rejected: token, isolation: isolation)
      let deadline = prepared.deadline
      prepared = try request.prepared(for: client)
      prepared.deadline = deadline
      answer = try await exchange(prepared, isolation: isolation)
    }
    let response = StepResponse(answer, to: prepared)
    for call in client.calls { await call.note(response) }
    let duration = await client.clock.now - start
    observe(.responded(step: step, statusCode: response.statusCode, duration: duration))
    return response
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
    let limit = client.maximumResponseBodySize
    try checkCancellation(request.context)
    do {
      let client = client
      let answer = try await Deadline.limit(request.deadline, client.clock) {
        try await client.transport.send(
          request, bodyLimit: limit, timeout: client.requestTimeout)
      }
      if answer.body.count > limit { throw HTTPTransportError.bodyTooLarge }
      return answer
    } catch {
      throw failure(of: request.context, error)
    }
  }

  func failure(of context: StepContext, _ error: any Error) -> WorkflowError {
    if Task.isCancelled || error is CancellationError || (error as? URLError)?.code == .cancelled {
      return context.error(.cancelled, "the task was cancelled", underlying: error)
    }
    if let error = error as? TimeLimitReached {
      return error.deadline.error(context, in: client)
    }
    if error as? HTTPTransportError == .bodyTooLarge {
      let limit = client.maximumResponseBodySize
      return context.error(
        .responseTooLarge, "the response's body has more than \(limit) bytes", underlying: error)
    }
    return context.error(.transport, TransportFailure.words(for: error), underlying: error)
  }

  func checkCancellation(_ context: StepContext) throws(WorkflowError) {
    if Task.isCancelled { throw context.error(.cancelled, "the task was cancelled") }
  }
}

/// Errors of a transport in words that hold no URL and no value (rule H8).
enum TransportFailure {
  static func words(for error: any Error) -> String {
    switch error {
    case let error as URLError:
      words[error.code] ?? "no complete response came (URL loading error \(error.code.rawValue))"
    case HTTPTransportError.notHTTP: "what came back is no HTTP response"
    case HTTPTransportError.unsupportedRequest: "the transport can't express the request"
    default: "no complete response came (\(type(of: error)))"
    }
  }

  private static let words: [URLError.Code: String] = [
    .timedOut: "the request timed out",
    .cannotFindHost: "the server's name can't be found",
    .dnsLookupFailed: "the server's name can't be found",
    .cannotConnectToHost: "the server can't be reached",
    .networkConnectionLost: "the connection was lost before the response was complete",
    .notConnectedToInternet: "the device is not connected to a network",
    .secureConnectionFailed: "no secure connection could be made",
    .serverCertificateUntrusted: "the server's certificate is not trusted",
    .badServerResponse: "what came back is no HTTP response",
  ]
}
