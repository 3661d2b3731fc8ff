/// Where in a run something happens: what every error of a step names.
final class StepContext: Sendable {
  let workflow: String
  let step: String?
  /// What the step calls, if it calls an operation.
  let call: OperationCall?
  let state: (any WorkflowState)?
  let settings: Boxed<WorkflowClient.Settings>?
  /// How many calls led to the workflow.
  let depth: Int
  let secrets: SecretTexts

  init(
    workflow: String, step: String? = nil, call: OperationCall? = nil,
    state: (any WorkflowState)? = nil,
    settings: Boxed<WorkflowClient.Settings>? = nil, depth: Int = 0,
    secrets: SecretTexts = SecretTexts()
  ) {
    self.workflow = workflow
    self.step = step
    self.call = call
    self.state = state
    self.settings = settings
    self.depth = depth
    self.secrets = secrets
  }
}

/// A call of an operation, before its parameters have values.
final class OperationCall: Sendable {
  let operation: String?
  let method: String
  let path: PathTemplate
  let server: APIServer

  init(operation: String?, method: String, path: PathTemplate, server: APIServer) {
    (self.operation, self.method, self.path, self.server) = (operation, method, path, server)
  }
}

extension StepContext {
  /// Scheme, authority and path prefix of the server.
  var server: String? {
    guard let server = call?.server, let base = try? settings?.value.base(of: server) else {
      return nil
    }
    return "\(base.scheme)://\(base.authority)\(base.path)"
  }

  /// An error at this place.
  func error(
    _ code: WorkflowError.Code, _ reason: String, response: StepResponse? = nil,
    underlyingError: (any Error)? = nil, criterion: String? = nil, expiredDepth: Int? = nil
  ) -> WorkflowError {
    WorkflowError(
      WorkflowError.Details(
        self, code, reason, response: response, underlyingError: underlyingError,
        criterion: criterion, expiredDepth: expiredDepth))
  }

  /// The error that ends the step, which the observer is told of.
  func failure(_ error: WorkflowError) -> WorkflowError {
    observe(.failed(step: step ?? "", error))
    return error
  }

  func observe(_ kind: @autoclosure () -> WorkflowEvent.Kind) {
    settings?.value.observer?.observe(
      WorkflowEvent(workflow: workflow, kind: kind(), depth: depth))
  }
}
