extension XPathExpression {
  /// The core function library (XPath 1.0, section 4), as XPath spells it.
  package enum Function: String, Sendable, Hashable, CaseIterable {
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
  package enum ValueType: Sendable, Hashable { case nodes, string, number, boolean }

  /// What the expression gives; nil for a bare `{$…}`, whose type the workflow decides. It is never
  /// a node-set.
  package var type: ValueType? {
    switch self {
    case .or, .and: .boolean
    case .binary(let operation, _, _): operation.isComparison ? .boolean : .number
    case .negated, .number: .number
    case .union, .path, .filtered: .nodes
    case .string, .template: .string
    case .function(let function, _): function.result
    case .embedded: nil
    }
  }
}

extension XPathExpression.Operator {
  /// Whether it gives a boolean; if not it gives a number.
  package var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .plus, .minus, .times, .divided, .remainder: false
    }
  }
}

extension XPathExpression.Function {
  /// What it gives.
  package var result: XPathExpression.ValueType {
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
