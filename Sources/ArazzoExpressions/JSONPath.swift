import ArazzoDocuments

/// A JSONPath query (RFC 9535).
package struct JSONPathQuery: Sendable, Hashable {
  package enum Root: Sendable, Hashable { case root, current }

  package var root: Root
  package var segments: [Segment]

  package init(root: Root, segments: [Segment]) {
    self.root = root
    self.segments = segments
  }

  package struct Segment: Sendable, Hashable {
    package var isDescendant: Bool
    package var selectors: [Selector]

    package init(isDescendant: Bool, selectors: [Selector]) {
      self.isDescendant = isDescendant
      self.selectors = selectors
    }
  }

  package enum Selector: Sendable, Hashable {
    case name(String)
    case wildcard
    case index(Int)
    case slice(start: Int?, end: Int?, step: Int)
    case filter(FilterExpression)
  }
}

/// A logical expression of a filter selector (RFC 9535, 2.3.5).
package indirect enum FilterExpression: Sendable, Hashable {
  case or([FilterExpression])
  case and([FilterExpression])
  case not(FilterExpression)
  case exists(JSONPathQuery)
  case comparison(ComparisonOperator, Comparable, Comparable)
  case function(FunctionCall)

  package enum Comparable: Sendable, Hashable {
    case literal(Literal)
    case query(JSONPathQuery)
    case function(FunctionCall)
    /// `{$…}` where a value stands (rule C6).
    case embedded(ParsedExpression, offset: Int)
  }

  package struct FunctionCall: Sendable, Hashable {
    package var name: String
    package var arguments: [Argument]

    package init(name: String, arguments: [Argument]) {
      self.name = name
      self.arguments = arguments
    }
  }

  package enum Argument: Sendable, Hashable {
    case literal(Literal)
    case query(JSONPathQuery)
    case function(FunctionCall)
    case logical(FilterExpression)
    case embedded(ParsedExpression, offset: Int)
  }
}

/// The condition of a `jsonpath` criterion.
package enum JSONPathCondition: Sendable, Hashable {
  /// An RFC 9535 query: true when at least one node is found (rule C4).
  case query(JSONPathQuery)
  /// Dialect P4: a comparison on the context as root.
  case dialect(PathCondition)

  package static func parse(_ text: String) throws(ExpressionError) -> JSONPathCondition {
    throw ExpressionError("not read yet", offset: 0)
  }
}

/// Dialect P4: `$.run.status == 'done'`, `$.a == 1 || $.b == 2`, `$.items.length > 0`, `#/name == x`.
package indirect enum PathCondition: Sendable, Hashable {
  case or([PathCondition])
  case and([PathCondition])
  case not(PathCondition)
  /// The path alone: it exists.
  case exists(Path)
  /// Holds when some node of a path side satisfies it.
  case comparison(ComparisonOperator, Operand, Operand)

  package enum Operand: Sendable, Hashable {
    case literal(Literal)
    case path(Path)
    case embedded(ParsedExpression, offset: Int)
    /// A quoted string that holds `{$…}`.
    case template(StringTemplate, offset: Int)
  }

  package struct Path: Sendable, Hashable {
    package var query: JSONPathQuery
    /// `.length` or `.length()` at the end: the length of what the query finds.
    package var isLength: Bool

    package init(query: JSONPathQuery, isLength: Bool = false) {
      self.query = query
      self.isLength = isLength
    }
  }
}
