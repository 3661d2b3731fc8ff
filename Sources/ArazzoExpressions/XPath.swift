/// An XPath 1.0 expression (W3C Recommendation of 16 November 1999) with what Arazzo adds: a value in
/// each place where `{$…}` stands (rule C6), as it is written or as it was compiled.
package indirect enum XPathExpression<Value: Sendable & Hashable>: Sendable, Hashable {
  package typealias Operator = XPathOperator
  package typealias NodeTest = XPathNodeTest
  package typealias Axis = XPathAxis
  package typealias Function = XPathFunction

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
  /// A bare `{$…}`, which keeps its type, or a string literal that holds `{$…}`: always text.
  case value(Value)

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
    package static var anywhere: Self { Self(axis: .descendantOrSelf, test: .node) }
  }
}

/// An expression with its values as they are written.
package typealias ParsedXPath = XPathExpression<WrittenValue>

extension ParsedXPath {
  /// What the expression gives; nil for a bare `{$…}`, whose type the workflow decides. It is never
  /// a node-set.
  package var type: XPathValueType? {
    switch self {
    case .or, .and, .binary(.comparison, _, _): .boolean
    case .binary(.arithmetic, _, _), .negated, .number: .number
    case .union, .path, .filtered: .nodes
    case .string, .value(.template), .value(.literal): .string
    case .function(let function, _): function.result
    case .value(.expression): nil
    }
  }
}

extension XPathExpression {
  /// The same expression with another value in each place, in the order written.
  package func map<NewValue: Sendable & Hashable>(
    _ value: (Value) -> NewValue
  ) -> XPathExpression<NewValue> {
    switch self {
    case .or(let operands): .or(operands.map { $0.map(value) })
    case .and(let operands): .and(operands.map { $0.map(value) })
    case .binary(let operation, let left, let right):
      .binary(operation, left.map(value), right.map(value))
    case .negated(let operand): .negated(operand.map(value))
    case .union(let operands): .union(operands.map { $0.map(value) })
    case .path(let path): .path(path.map(value))
    case .filtered(let nodes, let predicates):
      .filtered(nodes.map(value), predicates: predicates.map { $0.map(value) })
    case .string(let text): .string(text)
    case .number(let digits): .number(digits)
    case .function(let function, let arguments):
      .function(function, arguments.map { $0.map(value) })
    case .value(let written): .value(value(written))
    }
  }
}

extension XPathExpression.Path {
  fileprivate func map<NewValue: Sendable & Hashable>(
    _ value: (Value) -> NewValue
  ) -> XPathExpression<NewValue>.Path {
    let start: XPathExpression<NewValue>.Path.Start =
      switch start {
      case .context: .context
      case .root: .root
      case .nodes(let nodes): .nodes(nodes.map(value))
      }
    let steps = steps.map { step in
      XPathExpression<NewValue>.Step(
        axis: step.axis, test: step.test, predicates: step.predicates.map { $0.map(value) })
    }
    return .init(start: start, steps: steps)
  }
}
