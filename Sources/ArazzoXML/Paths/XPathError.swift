/// The reason why an expression has no value for a document.
@_spi(Generated) public enum XPathError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A value of the workflow that the expression needs is missing.
  case missingValue
  /// A node-set is needed where there is another value.
  case noNodes
  /// More steps would be needed than are allowed.
  case tooManySteps(limit: Int)
  /// No node is found whose text could be set.
  case nothingFound
  /// A node is found that is neither an element nor an attribute nor a text.
  case textCannotBeSet
  /// A text holds a character that XML does not have.
  case invalidCharacter

  /// What is wrong.
  public var description: String {
    switch self {
    case .missingValue: "a value that the XPath expression needs is missing"
    case .noNodes: "the XPath expression needs nodes where it has another value"
    case .tooManySteps(let limit): "the XPath expression needs more than \(limit) steps"
    case .nothingFound: "the XPath expression finds nothing"
    case .textCannotBeSet: "only elements, attributes and texts can be given another text"
    case .invalidCharacter: "the text holds a character that can't stand in XML"
    }
  }
}
