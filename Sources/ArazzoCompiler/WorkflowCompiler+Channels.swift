import ArazzoDescriptions

extension WorkflowCompiler {
  /// Whether a step works on a channel of an AsyncAPI description, which is reported (rule D2).
  func isOnChannel(_ step: Step) -> Bool {
    guard let place = catalog.asynchronousPlace(of: step) else {
      warnAboutAction(of: step)
      return false
    }
    diagnostics.error(
      "step '\(step.id.value)' works on a channel of an AsyncAPI description, which is not "
        + "supported", at: place,
      suggestion: "steps can call operations of OpenAPI descriptions and other workflows")
    return true
  }

  private func warnAboutAction(of step: Step) {
    guard let action = step.channelAction else { return }
    diagnostics.warning(
      "step '\(step.id.value)': 'action' means nothing where an operation of an OpenAPI description "
        + "is called", at: action.location)
  }
}
