import ArazzoDocuments

/// The condition of a `jsonpath` criterion.
package enum JSONPathCondition: Sendable, Hashable {
  /// An RFC 9535 query: true when at least one node is found (rule C4).
  case query(JSONPathQuery)
  /// Dialect P4: a comparison on the context as root.
  case dialect(PathCondition)
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
