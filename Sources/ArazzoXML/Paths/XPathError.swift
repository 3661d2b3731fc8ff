/// The reason why an expression has no value for a document.
@_spi(Generated) public enum XPathError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A value of the workflow that the expression needs is missing.
  case missingValue
  /// A node-set is needed where there is another value.
  case noNodes
  /// More steps would be needed than are allowed.
  case tooManySteps(limit: Int)
  /// The expression finds no node.
  case nothingFound
  /// The expression finds a node that is neither an element nor an attribute nor a text.
  case textCannotBeSet
  /// A text contains a character that isn't allowed in XML.
  case invalidCharacter

  /// What is wrong.
  public var description: String {
    switch self {
    case .missingValue: "a value in the XPath expression is missing"
    case .noNodes: "the XPath expression needs a node-set where it has another value"
    case .tooManySteps(let limit): "the XPath expression needs more than \(limit) steps"
    case .nothingFound: "the XPath expression finds nothing"
    case .textCannotBeSet: "only the text of elements, attributes and text nodes can be replaced"
    case .invalidCharacter: "the text contains a character that isn't allowed in XML"
    }
  }
}
