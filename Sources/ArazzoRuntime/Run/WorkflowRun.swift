import HTTPTypes

/// One run of a workflow: what generated code holds on to while it goes from step to step.
///
/// It counts passes and retries, waits, and tells the client's observer. It belongs to the function
/// that made it.
public final class WorkflowRun {
  /// The workflow's identifier in its document.
  public let workflow: String
  /// What the workflow runs with.
  public let client: WorkflowClient

  var state: (any Codable & Sendable)?
  var history = StepHistory()

  /// A run that has not done anything yet.
  ///
  /// - Parameter polling: The policy to go by where the client was given none.
  public init(_ workflow: String, client: WorkflowClient, polling: PollingPolicy? = nil) {
    self.workflow = workflow
    var client = client
    if let polling, !client.hasOwnPolling { client.polling = polling }
    self.client = client
  }

  /// Notes that the workflow goes to a state, and tells the observer.
  public func enter(_ state: some Codable & Sendable) {
    self.state = state
    observe(.entered(state: state))
  }

  /// The request of a step, to be filled with values and sent.
  ///
  /// - Parameters:
  ///   - step: The step's identifier.
  ///   - method: The HTTP method.
  ///   - path: The path template, relative to the server.
  ///   - server: Where it goes, unless the client says otherwise.
  ///   - operation: The operation's identifier, for errors.
  ///   - redirects: Whether redirects are followed.
  public func request(
    _ step: String, _ method: String, _ path: String, at server: Server, operation: String? = nil,
    redirects: RedirectPolicy = .follow
  ) -> StepRequest {
    var context = context(of: step)
    context.operation = operation
    context.method = method
    context.path = path
    return StepRequest(
      context: context, server: server, method: method, path: PathTemplate(path),
      redirects: redirects)
  }
}

extension WorkflowRun {
  /// The error of a step that ran and whose criterion does not hold; for a step without a response
  /// of its own.
  public func failure(
    _ criterion: String, of step: String, after response: StepResponse? = nil
  ) -> WorkflowError {
    let reason = WorkflowError.reason(failed: criterion)
    return context(of: step).error(.criterionFailed, reason, response: response)
  }

  /// The error, if it is the failure of a step, which failure actions may answer.
  ///
  /// Rethrows what no failure action may answer: a cancelled task, a bound passed, a request that
  /// could not be made.
  public func stepFailure(_ error: WorkflowError) throws(WorkflowError) -> WorkflowError {
    guard error.code.isStepFailure, error.expiredDepth ?? .max >= client.calls.count else {
      throw error
    }
    return error
  }

  func context(of step: String) -> StepContext {
    StepContext(workflow: workflow, step: step, state: state)
  }

  func observe(_ kind: WorkflowEvent.Kind) {
    client.observer?.observe(WorkflowEvent(workflow: workflow, kind: kind))
  }
}
