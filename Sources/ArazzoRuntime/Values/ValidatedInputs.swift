/// Inputs, or a part of them, with constraints besides their types.
public protocol ValidatedInputs: Sendable {
  /// Throws if an input violates its schema.
  func validate() throws(InvalidInput)
}

/// An input that violates its schema.
///
/// It contains the violated constraint but not the value, which can be secret.
public struct InvalidInput: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name of the input, preceded by the names of the objects that contain it.
  public private(set) var path: [String]
  /// The violated constraint, such as `have at least 3 characters`.
  public let rule: String

  init(_ name: String, _ rule: String) {
    path = [name]
    self.rule = rule
  }

  func inside(_ name: String) -> InvalidInput {
    var error = self
    error.path.insert(name, at: 0)
    return error
  }

  /// The input and the violated constraint.
  public var description: String { "the input '\(path.joined(separator: "."))' must \(rule)" }
}

extension Nullable: ValidatedInputs where Wrapped: ValidatedInputs {
  /// Throws if the value violates its schema.
  public func validate() throws(InvalidInput) { try value?.validate() }
}
