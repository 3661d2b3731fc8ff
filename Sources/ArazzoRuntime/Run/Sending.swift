import HTTPTypes

/// A request of a step until its response is there: with its redirects, and with a second attempt
/// if the server rejects the token that a provider gave.
///
/// It decides, and ``WorkflowRun/send(_:timeout:isolation:)`` waits. An `async` function keeps room
/// for what it has at hand, in every workflow that waits; here that is a reference.
final class Sending {
  let request: StepRequest
  /// The token that a provider gave.
  private(set) var token: Secret?
  /// Whether credentials are to be filled in before the next exchange.
  private(set) var needsCredentials: Bool

  private let run: WorkflowRun
  private let timeout: Duration?
  /// When the request was first sent.
  private var start: Duration?
  /// What limits the step, once it is known.
  private var limit: Deadline??
  /// What is to be sent next; `nil` if that is the step's own request.
  private var next: PreparedRequest?
  private var hops = 0
  /// Whether the server has rejected the first token.
  private var isSecondAttempt = false
  private var result: Result<StepResponse, WorkflowError>?

  private var context: StepContext { request.context }

  /// Begins the step.
  @inline(never)
  init(_ request: StepRequest, _ timeout: Duration?, of run: WorkflowRun) {
    (self.request, self.timeout, self.run) = (request, timeout, run)
    needsCredentials = !request.security.isEmpty
    let step = request.context.step ?? ""
    run.history.begin(step)
    run.observe(.started(step: step))
  }

  /// Notes that the request has its credentials.
  @inline(never)
  func authorized(with token: Secret?) {
    needsCredentials = false
    self.token = token
  }

  /// Ends the step with an error.
  @inline(never)
  func fail(_ error: WorkflowError) {
    needsCredentials = false
    result = .failure(error)
  }

  /// The next exchange with a server; `nil` if the step has its result.
  @inline(never)
  func exchange(at now: Duration) -> Exchange? {
    guard result == nil else { return nil }
    do throws(WorkflowError) {
      let request = if let next { next } else { try prepare(at: now) }
      try run.checkCancellation(context)
      let deadline = run.requestDeadline(within: request.deadline, at: now)
      if let deadline, now >= deadline.time { throw deadline.error(context, in: run.client) }
      next = request
      return Exchange(request, run.client, now: now, deadline: deadline)
    } catch {
      fail(error)
      return nil
    }
  }

  /// The deadline of the step, whose time limit starts when this is first called.
  @inline(never)
  func deadline(at now: Duration) -> Deadline? {
    if let limit { return limit }
    let deadline = run.deadline(in: timeout, at: now)
    limit = .some(deadline)
    return deadline
  }

  private func prepare(at now: Duration) throws(WorkflowError) -> PreparedRequest {
    let prepared = try run.prepare(request, until: deadline(at: now))
    guard start == nil else { return prepared }
    start = now
    run.observe(
      .requesting(
        step: context.step ?? "", method: request.call.method, path: request.call.path.template))
    return prepared
  }

  /// Takes what came of the last exchange: the result, or a reason for another exchange.
  @inline(never)
  func receive(_ answer: Result<StepResponse, any Error>) {
    do throws(WorkflowError) {
      let response: StepResponse
      do { response = try answer.get() } catch { throw run.failure(of: context, error) }
      try run.checkCancellation(context)
      if let next, let target = redirect(of: next, by: response) {
        self.next = target
      } else if response.statusCode == 401, hasSentToken, !isSecondAttempt {
        (needsCredentials, isSecondAttempt, next, hops) = (true, true, nil, 0)
      } else {
        result = .success(response)
      }
    } catch {
      fail(error)
    }
  }

  /// Whether the last exchange had the token of a provider: a redirect to another origin loses it.
  private var hasSentToken: Bool {
    token != nil && next?.head.headerFields[.authorization] != nil
  }

  /// The request that a redirect leads to; `nil` where there is none to follow.
  private func redirect(
    of request: PreparedRequest, by response: StepResponse
  ) -> PreparedRequest? {
    guard hops < PreparedRequest.redirectLimit, (300..<400).contains(response.statusCode) else {
      return nil
    }
    let head = HTTPResponse(
      status: .init(code: response.statusCode), headerFields: response.headerFields)
    guard let next = request.redirected(by: head) else { return nil }
    hops += 1
    run.observe(
      .redirected(
        step: context.step ?? "", statusCode: response.statusCode,
        toAnotherOrigin: !next.isSameOrigin(as: request)))
    return next
  }

  var isObserved: Bool {
    @inline(never) get { run.client.isObserved }
  }

  /// Notifies the observer of the response, if there is one.
  @inline(never)
  func report(at now: Duration) {
    guard case .success(let response)? = result, let start else { return }
    run.observe(
      .responded(
        step: context.step ?? "", statusCode: response.statusCode, duration: now - start))
  }

  /// Ends the step with its result.
  @inline(never)
  func end() throws(WorkflowError) -> StepResponse {
    request.clear()
    switch result {
    case .success(let response)?:
      for call in run.client.caller.calls { call.withLock { $0 = response } }
      if run.place != nil { run.keep(response, of: context) }
      return response
    case .failure(let error)?:
      if run.place != nil { run.keep(error, of: context.step) }
      throw context.failure(error)
    // Not reached: there is another exchange until there is a result.
    case nil: throw context.error(.transport, "the request was not sent")
    }
  }
}

extension WorkflowRun {
  /// The error of a step whose transport failed.
  fileprivate func failure(of context: StepContext, _ error: any Error) -> WorkflowError {
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
}
