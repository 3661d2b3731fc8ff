public import ArazzoRuntime

/// A place in a JSON payload and the value that goes there.
public struct JSONReplacement: Sendable {
  enum Target: Sendable {
    case pointer(JSONPointer)
    case nodes(JSONPath, expression: String)
  }

  let target: Target
  /// `nil` leaves what is there.
  let value: JSONValue?

  /// Replaces the value at a pointer. A last token that leads nowhere becomes a new member, or an
  /// element after the last where it is `-` or their number.
  public init(_ pointer: JSONPointer, with value: (any JSONRepresentable)?) {
    target = .pointer(pointer)
    self.value = value?.jsonValue
  }

  /// Replaces every node that a query finds.
  ///
  /// - Parameters:
  ///   - path: The query.
  ///   - expression: The query as the document has it, for errors.
  ///   - value: What goes there.
  public init(_ path: JSONPath, as expression: String, with value: (any JSONRepresentable)?) {
    target = .nodes(path, expression: expression)
    self.value = value?.jsonValue
  }
}

extension StepRequest {
  /// A payload with replacements, each made on the result of the one before. A missing value leaves
  /// its target as it was, and a missing payload stays missing.
  ///
  /// - Throws: Where there is nothing at a target.
  public func json(
    _ payload: JSONValue?, replacing replacements: JSONReplacement...
  ) throws(WorkflowError) -> JSONValue? {
    guard var result = payload else { return nil }
    for replacement in replacements {
      guard let value = replacement.value else { continue }
      switch replacement.target {
      case .pointer(let pointer):
        result = try found(result.setting(pointer.tokens[...], to: value), at: pointer.description)
      case .nodes(let path, let expression):
        let places = Places(path.pointers(in: result))
        result = try found(places.map { result.setting($0, to: value) }, at: expression)
      }
    }
    return result
  }

  private func found(_ value: JSONValue?, at target: String) throws(WorkflowError) -> JSONValue {
    if let value { return value }
    throw invalid("the replacement at \"\(target)\": the payload has nothing there")
  }
}
