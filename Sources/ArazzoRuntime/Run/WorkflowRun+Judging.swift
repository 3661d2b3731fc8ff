extension WorkflowRun {
  /// Tells the observer that a step has succeeded: its criteria hold and its outputs are set.
  public func finish(_ step: String) { observe(.finished(step: step)) }

  /// Tells the observer that a step's action is taken.
  public func take(_ action: String) { observe(.acting(step: history.act(), action: action)) }

  /// Tells the observer whether an action's criteria hold, and whether it is taken: where they do.
  public func take(_ action: String, when holds: Bool) -> Bool {
    observe(.considered(step: history.asking, action: action, holds: holds))
    if holds { take(action) }
    return holds
  }

  /// Fails a step that has no response of its own unless a criterion holds; as
  /// ``StepResponse/check(_:_:saw:)``.
  public func check(
    _ criterion: String, _ holds: Bool, of step: String, after response: StepResponse? = nil,
    saw values: (any JSONRepresentable)?...
  ) throws(WorkflowError) {
    let verdict = Verdict(criterion: criterion, values: values)
    try verdict.check(holds, context(of: step), response)
  }

  /// The error of a step that ran and whose criterion does not hold; for a step without a response
  /// of its own.
  public func failure(
    _ criterion: String, of step: String, after response: StepResponse? = nil
  ) -> WorkflowError {
    Verdict(criterion: criterion).failure(context(of: step), response)
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
}

extension StepResponse {
  /// Fails the step unless a criterion holds.
  ///
  /// - Parameters:
  ///   - criterion: The criterion as the document has it, for the error and the observer.
  ///   - holds: Its verdict.
  ///   - values: What it looked at in the body, for the error; shown where it is a scalar.
  public func check(
    _ criterion: String, _ holds: Bool, saw values: (any JSONRepresentable)?...
  ) throws(WorkflowError) {
    try Verdict(criterion: criterion, values: values).check(holds, context, self)
  }

  /// The error of a step whose criterion does not hold.
  public func failure(_ criterion: String) -> WorkflowError {
    Verdict(criterion: criterion).failure(context, self)
  }

  /// The error of a step whose criterion does not hold, with the reason why it can't.
  package func failure(_ criterion: String, because cause: String) -> WorkflowError {
    Verdict(criterion: criterion, cause: cause).failure(context, self)
  }
}

/// A success criterion, and what there is to say of it.
struct Verdict {
  let criterion: String
  var values: [(any JSONRepresentable)?] = []
  var cause: String?

  /// Tells the observer; throws where the criterion does not hold.
  func check(
    _ holds: Bool, _ context: StepContext, _ response: StepResponse?
  ) throws(WorkflowError) {
    guard holds else { throw failure(context, response) }
    context.observe(.checked(step: context.step ?? "", criterion: criterion, holds: true))
  }

  /// The error of a criterion that does not hold.
  func failure(_ context: StepContext, _ response: StepResponse?) -> WorkflowError {
    context.observe(.checked(step: context.step ?? "", criterion: criterion, holds: false))
    let line = criterion.split(whereSeparator: \.isNewline).joined(separator: " ")
    var reason = "criterion \"\(line)\" failed"
    if let cause { reason += ": \(cause)" }
    if !values.isEmpty {
      let seen = values.map { Self.text($0, context.secrets) }.joined(separator: " and ")
      reason += "; it saw \(seen)"
    }
    var error = context.error(.criterionFailed, reason, response: response)
    error.criterion = criterion
    return context.failure(error)
  }

  /// A scalar as JSON, shortened and without a secret; of anything else only what it is.
  private static func text(_ value: (any JSONRepresentable)?, _ secrets: SecretTexts) -> String {
    guard let value else { return "no value" }
    if value.isSecret { return Secret.placeholder }
    switch value.jsonValue {
    case .array, .object: return value.jsonValue.kind
    case .string(let text):
      let shown = SecretNames.masked(secrets.masked(text))
      return JSONValue.string(shown.count > 80 ? shown.prefix(80) + "…" : shown).description
    case let scalar: return secrets.masked(scalar.description)
    }
  }
}
