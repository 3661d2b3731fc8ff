/// The operators of XPath that take two values.
package enum XPathOperator: Sendable, Hashable {
  case comparison(ComparisonOperator)
  case arithmetic(Arithmetic)

  /// The operators that give a number.
  package enum Arithmetic: String, Sendable, Hashable {
    case plus, minus, times, divided, remainder
  }
}

/// Which nodes a step of a location path keeps.
package enum XPathNodeTest: Sendable, Hashable {
  /// `*`.
  case any
  /// `prefix:*`.
  case anyWithPrefix(String)
  /// `name` or `prefix:name`.
  case name(prefix: String?, String)
  case node
  case text
  case comment
  /// `processing-instruction()`, perhaps with the target's name.
  case processingInstruction(String?)
}

/// The thirteen axes of location paths, as XPath spells them.
package enum XPathAxis: String, Sendable, Hashable, CaseIterable {
  case ancestor
  case ancestorOrSelf = "ancestor-or-self"
  case attribute
  case child
  case descendant
  case descendantOrSelf = "descendant-or-self"
  case following
  case followingSibling = "following-sibling"
  case namespace
  case parent
  case preceding
  case precedingSibling = "preceding-sibling"
  case itself = "self"
}

/// The core function library (XPath 1.0, section 4), as XPath spells it.
package enum XPathFunction: String, Sendable, Hashable, CaseIterable {
  case last, position, count, id
  case localName = "local-name"
  case namespaceURI = "namespace-uri"
  case name, string, concat
  case startsWith = "starts-with"
  case contains
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case substring
  case stringLength = "string-length"
  case normalizeSpace = "normalize-space"
  case translate, boolean, not
  case `true`
  case `false`
  case lang, number, sum, floor, ceiling, round
}

/// The four types of XPath 1.0.
package enum XPathValueType: Sendable, Hashable { case nodes, string, number, boolean }

extension XPathFunction {
  /// What it gives.
  package var result: XPathValueType {
    switch self {
    case .id: .nodes
    case .last, .position, .count, .stringLength, .number, .sum, .floor, .ceiling, .round: .number
    case .localName, .namespaceURI, .name, .string, .concat, .substringBefore, .substringAfter,
      .substring, .normalizeSpace, .translate:
      .string
    case .startsWith, .contains, .boolean, .not, .true, .false, .lang: .boolean
    }
  }

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .last, .position, .true, .false: 0...0
    case .localName, .namespaceURI, .name, .string, .stringLength, .normalizeSpace, .number: 0...1
    case .count, .id, .boolean, .not, .lang, .sum, .floor, .ceiling, .round: 1...1
    case .startsWith, .contains, .substringBefore, .substringAfter: 2...2
    case .translate: 3...3
    case .substring: 2...3
    case .concat: 2...Int.max
    }
  }

  /// Whether its argument must be a node-set.
  var takesNodes: Bool {
    switch self {
    case .count, .sum, .localName, .namespaceURI, .name: true
    default: false
    }
  }
}
