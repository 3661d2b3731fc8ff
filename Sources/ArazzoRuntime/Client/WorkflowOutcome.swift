/// How a workflow ended: one case for each ending that its document names.
///
/// A case holds the outputs that can be set at its ending, the error of a failure, or the result of
/// the workflow in which this one continued. Encoded as JSON, an outcome is
/// `{"ending": "<name>", "outputs": {…}}`, with `"failed": true` for a failure, and with
/// `"continued": {…}` instead of outputs if the workflow continued in another (rules A3 to A5).
public protocol WorkflowOutcome: Sendable, Hashable, Encodable {
  /// The outputs of the `completed` ending, or, if the workflow can't end that way, of the first
  /// success action that ends it. `Void` if that ending has no outputs.
  associatedtype Outputs: Sendable

  /// The workflow's identifier in its document.
  static var workflow: String { get }

  /// The ending that the workflow reached.
  var ending: WorkflowEnding<Outputs> { get }
}

/// An ending of a workflow, with its outputs, error or result.
public struct WorkflowEnding<Outputs: Sendable>: Sendable {
  /// The name of the action that ended the workflow, as written in the document; `completed` if the
  /// workflow ended after its last step.
  public let name: String
  /// The error of a failure.
  public let error: WorkflowError?

  fileprivate let outputs: (any Encodable & Sendable)?
  fileprivate let isContinued: Bool

  private init(
    _ name: String, _ outputs: (any Encodable & Sendable)?, error: WorkflowError? = nil,
    isContinued: Bool = false
  ) {
    self.name = name
    self.outputs = outputs
    self.error = error
    self.isContinued = isContinued
  }

  /// An ending that isn't a failure, with its outputs.
  @_spi(Generated) public static func success(
    _ name: String, _ outputs: (any Encodable & Sendable)? = nil
  ) -> Self {
    Self(name, outputs)
  }

  /// A failure without outputs.
  @_spi(Generated) public static func failure(_ name: String, _ error: WorkflowError) -> Self {
    Self(name, nil, error: error)
  }

  /// A failure with outputs.
  @_spi(Generated) public static func failure(
    _ name: String, _ outputs: any Encodable & Sendable, _ error: WorkflowError
  ) -> Self {
    Self(name, outputs, error: error)
  }

  /// The ending of a workflow that continued in another, with the other's result.
  @_spi(Generated) public static func continued(
    _ name: String, _ result: (any Encodable & Sendable)? = nil
  ) -> Self {
    Self(name, result, isContinued: true)
  }
}

extension WorkflowOutcome {
  /// The error, if the workflow or the one in which it continued ended with a failure.
  public var workflowError: WorkflowError? {
    let ending = ending
    guard ending.isContinued else { return ending.error }
    return (ending.outputs as? any WorkflowOutcome)?.workflowError
  }

  /// Throws the error, if the workflow or the one in which it continued ended with a failure.
  public func requireSuccess() throws(WorkflowError) {
    if let workflowError { throw workflowError }
  }

}

/// A workflow without outputs has none to ask for: see ``WorkflowOutcome/requireSuccess()``.
extension WorkflowOutcome where Outputs: Encodable {
  /// The outputs that are set at this ending, including a failure; `nil` if there are none, or if
  /// they have another type.
  public var knownOutputs: Outputs? {
    let ending = ending
    return ending.isContinued ? nil : ending.outputs as? Outputs
  }

  /// The outputs of an ending that isn't a failure and has outputs of this type.
  ///
  /// - Throws: The error of a failure; for any other ending an error that names it, with the code
  ///   ``WorkflowError/Code/otherEnding``.
  public var outputs: Outputs {
    get throws(WorkflowError) {
      if let workflowError { throw workflowError }
      guard let outputs = knownOutputs else { throw .otherEnding(ending.name, of: Self.workflow) }
      return outputs
    }
  }
}

extension WorkflowOutcome {
  /// Encodes the ending with its name in the document, and its outputs or result.
  public func encode(to encoder: any Encoder) throws {
    let ending = ending
    var container = encoder.container(keyedBy: EndingKey.self)
    try container.encode(ending.name, forKey: .ending)
    if ending.error != nil { try container.encode(true, forKey: .failed) }
    let key = ending.isContinued ? EndingKey.continued : .outputs
    if let outputs = ending.outputs {
      try container.encode(outputs, forKey: key)
    } else if ending.isContinued {
      _ = container.nestedContainer(keyedBy: EndingKey.self, forKey: key)
    }
  }
}

private enum EndingKey: CodingKey { case ending, outputs, continued, failed }
