public import Foundation

/// The state of a workflow: the step to run next, and the values that later steps read.
///
/// A state is encoded with the names of the document, the workflow's identifier and a digest of the
/// workflow's plan:
///
/// ```json
/// {"workflow": "run-app-and-poll", "plan": "9f86d081884c7d65", "step": "poll",
///  "values": {"$steps.start.outputs.runId": "r1"}}
/// ```
///
/// The digest covers the steps in order, the operation or workflow that each calls, the steps that can
/// follow it, and the names and types of the state's values. Decoding a state of another plan throws
/// ``SavedStateError``. A state can contain secrets. Store it like a secret.
public protocol WorkflowState: Sendable, Hashable, Codable {
  /// Identifies the workflow's plan: a saved state of another plan is refused.
  static var plan: SavedPlan { get }

  /// The state for encoding, with the names of the document.
  var saved: SavedStep { get }

  /// Creates a state from a saved step.
  init(_ saved: SavedStep.Reader) throws
}

extension WorkflowState {
  /// Creates the state in which an error occurred. Running the workflow from it retries the step.
  ///
  /// - Returns: `nil` if the error is another workflow's, or if the workflow hadn't entered a state.
  public init?(resuming error: WorkflowError) {
    guard let state = error.state as? Self else { return nil }
    self = state
  }

  /// Creates the state of an ``WorkflowEvent/Kind/entered(state:)`` event.
  ///
  /// - Returns: `nil` for an event of another kind or of another workflow.
  public init?(entered event: WorkflowEvent) {
    guard case .entered(let state) = event.kind, let state = state as? Self else { return nil }
    self = state
  }

  /// Encodes the state with the workflow's identifier and the digest of its plan.
  public func encode(to encoder: any Encoder) throws {
    let saved = saved
    var container = encoder.container(keyedBy: SavedStateKey.self)
    try container.encode(Self.plan.workflow, forKey: .workflow)
    try container.encode(Self.plan.digest, forKey: .plan)
    try container.encode(saved.name, forKey: .step)
    var values = container.nestedContainer(keyedBy: SavedValueKey.self, forKey: .values)
    for (name, value) in saved.values {
      guard let value else { continue }
      try values.encode(value, forKey: SavedValueKey(stringValue: name))
    }
  }

  /// Decodes a state of this workflow and this plan.
  ///
  /// - Throws: ``SavedStateError`` for a state of another workflow, another plan or an unknown step;
  ///   `DecodingError` for anything that isn't a state.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: SavedStateKey.self)
    let workflow = try container.decode(String.self, forKey: .workflow)
    let plan = SavedPlan(workflow, digest: try container.decode(String.self, forKey: .plan))
    if let reason = plan.difference(to: Self.plan) {
      throw SavedStateError(reason, expecting: Self.plan.workflow)
    }
    try self.init(
      SavedStep.Reader(
        name: container.decode(String.self, forKey: .step), workflow: workflow,
        values: container.nestedContainer(keyedBy: SavedValueKey.self, forKey: .values)))
  }
}

/// The workflow and the version of its plan that a saved state belongs to.
public struct SavedPlan: Sendable, Hashable {
  /// The workflow's identifier in its document.
  public let workflow: String
  /// The digest of the workflow's plan, as ``WorkflowState`` says.
  public let digest: String

  /// Creates the plan of a workflow.
  @_spi(Generated) public init(_ workflow: String, digest: String) {
    self.workflow = workflow
    self.digest = digest
  }

  /// What is wrong if another plan is expected; `nil` if it is that one.
  func difference(to expected: SavedPlan) -> String? {
    if workflow != expected.workflow { return "it belongs to workflow '\(workflow)'" }
    if digest == expected.digest { return nil }
    return "it was saved by a different version of the workflow (plan '\(digest)'; this one is "
      + "'\(expected.digest)')"
  }
}

/// A step of a saved state, with the values by their names in the document.
public struct SavedStep: Sendable {
  let name: String
  let values: KeyValuePairs<String, (any Encodable & Sendable)?>

  /// Creates a step with its values; values that are `nil` are left out.
  @_spi(Generated) public init(
    _ name: String, _ values: KeyValuePairs<String, (any Encodable & Sendable)?> = [:]
  ) {
    self.name = name
    self.values = values
  }

  /// A decoder of a saved step.
  public struct Reader {
    /// The step's identifier in the document.
    public let name: String
    let workflow: String
    let values: KeyedDecodingContainer<SavedValueKey>

    /// A value of the state.
    @_spi(Generated) public func value<Value: Decodable>(_ name: String) throws -> Value {
      try values.decode(Value.self, forKey: SavedValueKey(stringValue: name))
    }

    /// A value of the state; `nil` if it has none of that name.
    @_spi(Generated) public func optional<Value: Decodable>(_ name: String) throws -> Value? {
      let key = SavedValueKey(stringValue: name)
      return values.contains(key) ? try values.decode(Value.self, forKey: key) : nil
    }

    /// The error of a step that the workflow doesn't have.
    @_spi(Generated) public var unknownStep: SavedStateError {
      SavedStateError("the workflow has no step '\(name)'", expecting: workflow)
    }
  }
}

/// The reason why a saved state can't be resumed.
public struct SavedStateError: Error, Sendable, Hashable, LocalizedError, CustomStringConvertible {
  /// The workflow to resume.
  public let workflow: String
  /// The reason, as text.
  public let reason: String

  init(_ reason: String, expecting workflow: String) {
    self.workflow = workflow
    self.reason = reason
  }

  /// The error in one sentence.
  public var description: String {
    "can't resume workflow '\(workflow)' from a saved state: \(reason)"
  }

  /// The same as ``description``.
  public var errorDescription: String? { description }
}

private enum SavedStateKey: CodingKey { case workflow, plan, step, values }

struct SavedValueKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
