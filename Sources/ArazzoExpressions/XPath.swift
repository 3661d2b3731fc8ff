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

  /// The operators that take two values, as XPath spells them.
  package enum Operator: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "div"
    case remainder = "mod"
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
