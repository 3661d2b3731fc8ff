/// Inputs, or a part of them, with rules besides their types.
public protocol ValidatedInputs: Sendable {
  /// Throws where an input is not what its description admits.
  func validate() throws(InvalidInput)
}

/// Which input is not what its description admits, and what the description asks for; never what
/// was given, which may be secret.
public struct InvalidInput: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name of the input, with those of the parts that it stands in before it.
  public private(set) var path: [String]
  /// What is asked for: `have at least 3 characters`.
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

  /// The input and what is asked for.
  public var description: String { "the input '\(path.joined(separator: "."))' must \(rule)" }
}
