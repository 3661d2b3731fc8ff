extension WorkflowRun {
  /// Notifies the observer that a step succeeded: its criteria hold and its outputs are set.
  public func report(finished step: String) { observe(.finished(step: step)) }

  /// Notifies the observer that an action of a step was chosen.
  public func report(chosen action: String) {
    observe(.chosen(step: history.recordAction(), action: action))
  }

  /// Notifies the observer whether the criteria of an action hold, and if so, that it was chosen. The
  /// action leads where the step goes without it.
  public func report(chosen action: String, when holds: Bool) { _ = choose(action, when: holds) }

  /// Notifies the observer whether the criteria of an action hold, and if so, that it was chosen.
  /// Returns `holds`.
  public func choose(_ action: String, when holds: Bool) -> Bool {
    observe(.evaluated(step: history.actionStep, action: action, holds: holds))
    if holds { report(chosen: action) }
    return holds
  }

  /// Fails a step without a response of its own unless a criterion holds; see
  /// ``StepResponse/check(_:_:saw:)``.
  public func check(
    _ criterion: String, _ holds: Bool, of step: String, after response: StepResponse? = nil,
    saw values: (any JSONRepresentable)?...
  ) throws(WorkflowError) {
    let verdict = Verdict(criterion: criterion, values: values)
    try verdict.check(holds, context(of: step), response)
  }

  /// The error of a step without a response of its own whose criterion does not hold.
  public func failure(
    _ criterion: String, of step: String, after response: StepResponse? = nil
  ) -> WorkflowError {
    Verdict(criterion: criterion).failure(context(of: step), response)
  }

  /// Returns the error if it fails the step, so that failure actions apply.
  ///
  /// - Throws: Any other error: a cancelled task, an exceeded limit, an invalid request.
  public func stepFailure(_ error: WorkflowError) throws(WorkflowError) -> WorkflowError {
    guard error.code.isStepFailure, error.expiredDepth ?? .max >= client.caller.calls.count else {
      throw error
    }
    return error
  }
}

@_spi(Generated) extension StepResponse {
  /// Fails the step unless a criterion holds.
  ///
  /// - Parameters:
  ///   - criterion: The criterion as written in the document, for the error and the observer.
  ///   - holds: Whether it holds.
  ///   - values: The values that it compares, for the error. Only scalars are shown.
  public func check(
    _ criterion: String, _ holds: Bool, saw values: (any JSONRepresentable)?...
  ) throws(WorkflowError) {
    try Verdict(criterion: criterion, values: values).check(holds, context, self)
  }

  /// The error of a step whose criterion does not hold.
  public func failure(_ criterion: String) -> WorkflowError {
    Verdict(criterion: criterion).failure(context, self)
  }

  /// The error of a step whose criterion cannot be evaluated.
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
      let texts = values.map { Self.text($0, context.secrets) }
      let others = texts.dropLast().joined(separator: ", ")
      let isOne = others.isEmpty
      reason += isOne ? "; the value was " : "; the values were \(others) and "
      reason += texts.last ?? ""
    }
    return context.failure(
      context.error(.criterionFailed, reason, response: response, criterion: criterion))
  }

  /// A scalar as JSON, shortened and without a secret; of anything else only what it is.
  private static func text(_ value: (any JSONRepresentable)?, _ secrets: SecretTexts) -> String {
    guard let value else { return "no value" }
    if value.isSecret { return Secret.placeholder }
    switch value.jsonValue {
    case .array, .object: return value.jsonValue.kind
    case .string(let text):
      let shown = secrets.shown(text)
      return JSONValue.string(shown.count > 80 ? shown.prefix(80) + "…" : shown).description
    case let scalar: return secrets.masked(scalar.description)
    }
  }
}
