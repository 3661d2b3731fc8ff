/// How a workflow ended: one case for each ending that its document names.
///
/// A case holds exactly what is known at its ending: the outputs, the error of a failure, or the
/// result of the workflow that continued in its place. Encoded as JSON, an outcome is
/// `{"ending": "<name>", "outputs": {…}}`, with `"failed": true` at a failure and `"continued": {…}`
/// instead of outputs where another workflow continued (rules A3 to A5).
public protocol WorkflowOutcome: Sendable, Hashable, Encodable {
  /// The outputs at `completed`, when the workflow can run past its last step, else those at the first
  /// success action that ends it. `Void` when nothing is known there.
  associatedtype Outputs: Sendable

  /// The workflow's identifier in its document.
  static var workflow: String { get }

  /// The ending that the workflow reached.
  var ending: WorkflowEnding<Outputs> { get }
}

/// An ending of a workflow, with what is known there.
public struct WorkflowEnding<Outputs: Sendable>: Sendable {
  /// The name of the action that ended the workflow, as written in the document; `completed` when the
  /// workflow ran past its last step.
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

  /// An ending that isn't a failure, with the outputs that are known there.
  @_spi(Generated) public static func success(
    _ name: String, _ outputs: (any Encodable & Sendable)? = nil
  ) -> Self {
    Self(name, outputs)
  }

  /// A failure at which no output is known.
  @_spi(Generated) public static func failure(_ name: String, _ error: WorkflowError) -> Self {
    Self(name, nil, error: error)
  }

  /// A failure, with the outputs that are known there.
  @_spi(Generated) public static func failure(
    _ name: String, _ outputs: any Encodable & Sendable, _ error: WorkflowError
  ) -> Self {
    Self(name, outputs, error: error)
  }

  /// The workflow that continued in this one's place, with its result.
  @_spi(Generated) public static func continued(
    _ name: String, _ result: (any Encodable & Sendable)? = nil
  ) -> Self {
    Self(name, result, isContinued: true)
  }
}

extension WorkflowOutcome {
  /// The error, when the workflow ended by a failure or the workflow that continued in its place did.
  public var workflowError: WorkflowError? {
    let ending = ending
    guard ending.isContinued else { return ending.error }
    return (ending.outputs as? any WorkflowOutcome)?.workflowError
  }

  /// Throws the error, when the workflow ended by a failure or the workflow that continued in its
  /// place did.
  public func requireSuccess() throws(WorkflowError) {
    if let workflowError { throw workflowError }
  }

}

/// A workflow without outputs has none to ask for: see ``WorkflowOutcome/requireSuccess()``.
extension WorkflowOutcome where Outputs: Encodable {
  /// The outputs that are known at this ending, a failure included; nil when nothing is known, or
  /// when they have another type.
  public var knownOutputs: Outputs? {
    let ending = ending
    return ending.isContinued ? nil : ending.outputs as? Outputs
  }

  /// The outputs, at every ending that isn't a failure and has outputs of this type.
  ///
  /// - Throws: The error of a failure; at any other ending an error that names it, with the code
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
  /// Writes the ending under its name in the document, with what is known there.
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
