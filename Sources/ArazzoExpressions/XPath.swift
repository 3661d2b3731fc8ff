/// An XPath 1.0 expression (W3C Recommendation of 16 November 1999) with what Arazzo adds: `{$…}`
/// where a value stands (rule C6).
package indirect enum XPathExpression: Sendable, Hashable {
  /// Two operands or more.
  case or([XPathExpression])
  /// Two operands or more.
  case and([XPathExpression])
  /// A comparison or arithmetic.
  case binary(Operator, XPathExpression, XPathExpression)
  /// `-expression`.
  case negated(XPathExpression)
  /// Two node-sets or more, joined by `|`.
  case union([XPathExpression])
  case path(Path)
  /// `(expression)[…]`: a node-set in document order, filtered. At least one predicate.
  case filtered(XPathExpression, predicates: [XPathExpression])
  case string(String)
  /// The digits as written: `1`, `1.5`, `.5` or `1.`.
  case number(String)
  case function(Function, [XPathExpression])
  /// A bare `{$…}`, which keeps its type; `offset` is where the runtime expression starts.
  case embedded(ParsedExpression, offset: Int)
  /// A string literal that holds `{$…}`: always text. `offset` is where its content starts.
  case template(StringTemplate, offset: Int)

  /// The operators that take two values.
  package enum Operator: Sendable, Hashable {
    case comparison(ComparisonOperator)
    case arithmetic(Arithmetic)
  }

  /// The operators that give a number.
  package enum Arithmetic: String, Sendable, Hashable {
    case plus, minus, times, divided, remainder
  }

  /// A location path.
  package struct Path: Sendable, Hashable {
    package var start: Start
    /// `//` is written out as `descendant-or-self::node()`. Empty only for `/`.
    package var steps: [Step]

    package init(start: Start, steps: [Step]) {
      self.start = start
      self.steps = steps
    }

    /// Where a path begins.
    package indirect enum Start: Sendable, Hashable {
      /// The context node: a relative path.
      case context
      /// `/`: the root of the document.
      case root
      /// `expression/…`: every node of a node-set.
      case nodes(XPathExpression)
    }
  }

  /// One step of a location path.
  package struct Step: Sendable, Hashable {
    package var axis: Axis
    package var test: NodeTest
    package var predicates: [XPathExpression]

    package init(axis: Axis, test: NodeTest, predicates: [XPathExpression] = []) {
      self.axis = axis
      self.test = test
      self.predicates = predicates
    }

    /// What `//` is short for.
    package static let anywhere = Step(axis: .descendantOrSelf, test: .node)
  }

  /// Which nodes a step keeps.
  package enum NodeTest: Sendable, Hashable {
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

  /// The thirteen axes, as XPath spells them.
  package enum Axis: String, Sendable, Hashable, CaseIterable {
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
}

extension XPathExpression {
  /// A `{$…}` of the expression, and where it stands.
  package enum Embedded: Sendable, Hashable {
    case expression(ParsedExpression, offset: Int)
    case template(StringTemplate, offset: Int)
  }

  /// Every `{$…}` in it, in the order written.
  package var embedded: [Embedded] {
    switch self {
    case .embedded(let expression, let offset): [.expression(expression, offset: offset)]
    case .template(let template, let offset): [.template(template, offset: offset)]
    case .string, .number: []
    case .or(let parts), .and(let parts), .union(let parts), .function(_, let parts):
      parts.flatMap(\.embedded)
    case .binary(_, let left, let right): left.embedded + right.embedded
    case .negated(let operand): operand.embedded
    case .filtered(let nodes, let predicates):
      nodes.embedded + predicates.flatMap(\.embedded)
    case .path(let path):
      path.start.embedded + path.steps.flatMap { $0.predicates.flatMap(\.embedded) }
    }
  }
}

extension XPathExpression.Path.Start {
  fileprivate var embedded: [XPathExpression.Embedded] {
    if case .nodes(let nodes) = self { nodes.embedded } else { [] }
  }
}

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
    case .or, .and, .binary(.comparison, _, _): .boolean
    case .binary(.arithmetic, _, _), .negated, .number: .number
    case .union, .path, .filtered: .nodes
    case .string, .template: .string
    case .function(let function, _): function.result
    case .embedded: nil
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
