/// Where in a run something happens: what every error of a step names.
struct StepContext: Sendable {
  let workflow: String
  var step: String?
  var operation: String?
  var method: String?
  /// The path template, with no value in it.
  var path: String?
  var state: (any Codable & Sendable)?
}

extension StepContext {
  /// An error at this place.
  func error(
    _ code: WorkflowError.Code, _ reason: String, response: StepResponse? = nil,
    underlying: (any Error)? = nil
  ) -> WorkflowError {
    WorkflowError(self, code, reason, response: response, underlying: underlying)
  }
}
