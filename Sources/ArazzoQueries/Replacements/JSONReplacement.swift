@_spi(Generated) public import ArazzoRuntime

/// A replacement in a JSON payload.
@_spi(Generated) public struct JSONReplacement: Sendable {
  enum Target: Sendable {
    case pointer(JSONPointer)
    case nodes(JSONPath, expression: String)
  }

  let target: Target
  /// `nil` leaves what is there.
  let value: JSONValue?

  /// Replaces the value at a pointer. If the last token does not exist, it becomes a new member,
  /// or, if it is `-` or the number of elements, a new last element.
  public init(_ pointer: JSONPointer, with value: (any JSONRepresentable)?) {
    target = .pointer(pointer)
    self.value = value?.jsonValue
  }

  /// Replaces every node that a query selects.
  ///
  /// - Parameters:
  ///   - path: The query.
  ///   - expression: The query as written in the document, for errors.
  ///   - value: The new value.
  public init(_ path: JSONPath, as expression: String, with value: (any JSONRepresentable)?) {
    target = .nodes(path, expression: expression)
    self.value = value?.jsonValue
  }
}

extension StepRequest {
  /// A payload with replacements, each applied to the result of the previous one. A missing value
  /// keeps its target, and a missing payload stays missing.
  ///
  /// The request is refused if a target does not exist.
  public func json(
    _ payload: JSONValue?, replacing replacements: JSONReplacement...
  ) -> JSONValue? {
    attempt { () throws(WorkflowError) -> JSONValue? in
      guard var result = payload else { return nil }
      for replacement in replacements {
        guard let value = replacement.value else { continue }
        switch replacement.target {
        case .pointer(let pointer):
          result = try found(
            result.setting(pointer.tokens[...], to: value), at: pointer.description)
        case .nodes(let path, let expression):
          let places = Places(path.pointers(in: result))
          result = try found(places.map { result.setting($0, to: value) }, at: expression)
        }
      }
      return result
    } ?? nil
  }

  private func found(_ value: JSONValue?, at target: String) throws(WorkflowError) -> JSONValue {
    if let value { return value }
    throw invalid("the replacement at \"\(target)\": the payload has nothing there")
  }
}
