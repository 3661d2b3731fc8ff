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
  fileprivate var filter: FilterExpression? {
    switch self {
    case .or(let parts): parts.filters.map(FilterExpression.or)
    case .and(let parts): parts.filters.map(FilterExpression.and)
    case .not(let inner): inner.filter.map(FilterExpression.not)
    case .exists(let path): path.isLength ? nil : .exists(path.query)
    case .comparison(let comparison, .path(let path), let right) where !path.isSingular:
      path.someNode(comparison, right)
    case .comparison(let comparison, let left, .path(let path)) where !path.isSingular:
      path.someNode(comparison.mirrored, left)
    case .comparison(let comparison, let left, let right):
      if let left = left.comparable, let right = right.comparable {
        .comparison(comparison, left, right)
      } else {
        nil
      }
    }
  }
}

extension [PathCondition] {
  fileprivate var filters: [FilterExpression]? {
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
  ) -> FilterExpression? {
    guard let right = operand.comparable,
      let index = query.segments.lastIndex(where: { !$0.isSingular }),
      query.segments[index].selectors.count == 1
    else { return nil }
    let rest = JSONPathQuery(root: .current, segments: Array(query.segments[(index + 1)...]))
    let compared = FilterExpression.comparison(comparison, .query(rest), right)
    var outer = JSONPathQuery(root: .root, segments: Array(query.segments[...index]))
    switch outer.segments[index].selectors[0] {
    case .wildcard: outer.segments[index].selectors = [.filter(compared)]
    case .filter(let filter):
      outer.segments[index].selectors = [.filter(.and([filter, compared]))]
    default: return nil
    }
    return .exists(outer)
  }
}

extension JSONPathQuery.Segment {
  fileprivate var isSingular: Bool {
    JSONPathQuery(root: .root, segments: [self]).isSingular
  }
}

extension PathCondition.Operand {
  /// The operand in a filter, from whatever place.
  fileprivate var comparable: FilterExpression.Comparable? {
    switch self {
    case .literal(let literal): return .literal(literal)
    case .embedded(let parsed, let offset): return .embedded(parsed, offset: offset)
    case .template(let template, let offset): return .template(template, offset: offset)
    case .path(let path):
      guard path.isLength else { return path.query.isSingular ? .query(path.query) : nil }
      let name = path.query.isSingular ? "length" : "count"
      return .function(.init(name: name, arguments: [.query(path.query)], offset: 0))
    }
  }
}

extension FilterExpression {
  /// The query that asks of the root what a filter asks of the node that it is tried on (dialect P5).
  package func query(_ expression: @escaping (RuntimeExpression) -> String) -> String {
    let spelling = JSONPathSpelling(expression: expression, node: "$")
    if case .exists = self { return spelling.text(self) }
    return "$[?\(spelling.text(self))]"
  }

  /// Whether it asks anything of the node that it is tried on.
  package var asksOfNode: Bool {
    switch self {
    case .or(let parts), .and(let parts): parts.contains(where: \.asksOfNode)
    case .not(let inner): inner.asksOfNode
    case .exists(let query): query.root == .current
    case .comparison(_, let left, let right): left.asksOfNode || right.asksOfNode
    case .function(let call): call.asksOfNode
    }
  }
}

extension FilterExpression.Comparable {
  fileprivate var asksOfNode: Bool {
    switch self {
    case .query(let query): query.root == .current
    case .function(let call): call.asksOfNode
    case .literal, .embedded, .template: false
    }
  }
}

extension FilterExpression.FunctionCall {
  fileprivate var asksOfNode: Bool {
    arguments.contains { argument in
      switch argument {
      case .query(let query): query.root == .current
      case .function(let call): call.asksOfNode
      case .logical(let filter): filter.asksOfNode
      case .literal, .embedded, .template: false
      }
    }
  }
}
