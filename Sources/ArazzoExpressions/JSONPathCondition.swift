/// The condition of a `jsonpath` criterion.
package enum JSONPathCondition: Sendable, Hashable {
  /// An RFC 9535 query: true when at least one node is found (rule C4).
  case query(ParsedQuery)
  /// Dialect P4: a comparison on the context as root.
  case dialect(PathCondition)
}

/// Dialect P4: `$.run.status == 'done'`, `$.a == 1 || $.b == 2`, `$.items.length > 0`, `#/name == x`.
///
/// It is no ``JSONPathQuery/Filter``, in which a path that may find several nodes can't be compared.
package indirect enum PathCondition: Sendable, Hashable {
  case or([PathCondition])
  case and([PathCondition])
  case not(PathCondition)
  /// The path alone: it exists.
  case exists(Path)
  /// Holds when some node of a path side satisfies it.
  case comparison(ComparisonOperator, Operand, Operand)

  package enum Operand: Sendable, Hashable {
    case value(WrittenValue)
    case path(Path)
  }

  package struct Path: Sendable, Hashable {
    package var query: ParsedQuery
    /// `.length` or `.length()` at the end: the length of what the query finds.
    package var isLength: Bool

    package init(query: ParsedQuery, isLength: Bool = false) {
      self.query = query
      self.isLength = isLength
    }
  }
}

extension PathCondition {
  /// The RFC 9535 query that finds a node where the condition holds, on a context that has members;
  /// `nil` where there is none.
  package func query(_ expression: @escaping (RuntimeExpression) -> String) -> String? {
    guard let filter else { return nil }
    let spelling = JSONPathSpelling(expression: expression)
    if case .exists(let query) = filter { return spelling.text(query) }
    return "$[?\(spelling.text(filter))]"
  }

  /// The condition as a filter that looks at nothing but the root.
  fileprivate var filter: ParsedQuery.Filter? {
    switch self {
    case .or(let parts): parts.filters.map(ParsedQuery.Filter.or)
    case .and(let parts): parts.filters.map(ParsedQuery.Filter.and)
    case .not(let inner): inner.filter.map(ParsedQuery.Filter.not)
    case .exists(let path): path.isLength ? nil : .exists(path.query)
    case .comparison(let comparison, .path(let path), let right) where !path.isSingular:
      path.someNode(comparison, right)
    case .comparison(let comparison, let left, .path(let path)) where !path.isSingular:
      path.someNode(comparison.mirrored, left)
    case .comparison(let comparison, let left, let right):
      if let left = left.inFilter, let right = right.inFilter {
        .comparison(comparison, left, right)
      } else {
        nil
      }
    }
  }
}

extension [PathCondition] {
  fileprivate var filters: [ParsedQuery.Filter]? {
    let filters = compactMap(\.filter)
    return filters.count == count ? filters : nil
  }
}

extension PathCondition.Path {
  /// Whether a filter can compare it: a single value, or the length of what is found.
  fileprivate var isSingular: Bool { isLength || query.isSingular }

  /// That some node of a query that may find several compares so: the comparison moves into the last
  /// step that may find several.
  fileprivate func someNode(
    _ comparison: ComparisonOperator, _ operand: PathCondition.Operand
  ) -> ParsedQuery.Filter? {
    guard let right = operand.inFilter,
      let index = query.segments.lastIndex(where: { !$0.isSingular }),
      query.segments[index].selectors.count == 1
    else { return nil }
    let rest = ParsedQuery(root: .current, segments: Array(query.segments[(index + 1)...]))
    let compared = ParsedQuery.Filter.comparison(comparison, .query(rest), right)
    var outer = ParsedQuery(root: .root, segments: Array(query.segments[...index]))
    switch outer.segments[index].selectors[0] {
    case .wildcard: outer.segments[index].selectors = [.filter(compared)]
    case .filter(let filter):
      outer.segments[index].selectors = [.filter(.and([filter, compared]))]
    default: return nil
    }
    return .exists(outer)
  }
}

extension PathCondition.Operand {
  /// The operand in a filter, from whatever place.
  fileprivate var inFilter: ParsedQuery.Operand? {
    switch self {
    case .value(let value): return .value(value)
    case .path(let path):
      let query = path.query
      guard path.isLength else { return query.isSingular ? .query(query) : nil }
      return query.isSingular ? .length(.query(query)) : .count(query)
    }
  }
}
