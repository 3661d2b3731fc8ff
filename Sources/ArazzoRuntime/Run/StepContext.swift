/// Where in a run something happens: what every error of a step names.
struct StepContext: Sendable {
  let workflow: String
  var step: String?
  var operation: String?
  var method: String?
  /// The path template, with no value in it.
  var path: String?
  /// Scheme, authority and path prefix of the server.
  var server: String?
  var state: (any WorkflowState)?
  var observer: (any WorkflowObserver)?
  var secrets = SecretTexts()
}

extension StepContext {
  /// An error at this place.
  func error(
    _ code: WorkflowError.Code, _ reason: String, response: StepResponse? = nil,
    underlyingError: (any Error)? = nil
  ) -> WorkflowError {
    WorkflowError(self, code, reason, response: response, underlyingError: underlyingError)
  }

  /// The error that ends the step, which the observer is told of.
  func failure(_ error: WorkflowError) -> WorkflowError {
    observe(.failed(step: step ?? "", error))
    return error
  }

  func observe(_ kind: @autoclosure () -> WorkflowEvent.Kind) {
    observer?.observe(WorkflowEvent(workflow: workflow, kind: kind()))
  }
}
