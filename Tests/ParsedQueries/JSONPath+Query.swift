import ArazzoExpressions
@_spi(Generated) import ArazzoRuntime

@_spi(Generated) import ArazzoQueries

/// What generated code says of a query that was read, without values of a run in it.
extension JSONPath {
  package init(_ query: ParsedQuery) { self.init(query.steps) }
}

extension ParsedQuery {
  fileprivate var steps: [JSONPath.Step] {
    segments.flatMap { segment in
      let chosen = segment.selectors.map(\.step)
      let step = chosen.count == 1 ? chosen : [.either(chosen)]
      return segment.isDescendant ? [.anywhere] + step : step
    }
  }

  fileprivate var inner: JSONPath.Query {
    root == .root ? .root(steps) : .node(steps)
  }
}

extension ParsedQuery.Selector {
  fileprivate var step: JSONPath.Step {
    switch self {
    case .name(let name): .member(name)
    case .wildcard: .each
    case .index(let index): .index(index)
    case .slice(let start, let end, let step): .slice(start: start, end: end, step: step)
    case .filter(let filter): .filter(filter.filter)
    case .child: .child(nil as String?)
    }
  }
}

extension ParsedQuery.Filter {
  fileprivate var filter: JSONPath.Filter {
    switch self {
    case .or(let parts): .any(parts.map(\.filter))
    case .and(let parts): .all(parts.map(\.filter))
    case .not(let inner): .not(inner.filter)
    case .exists(let query): .exists(query.inner)
    case .comparison(let comparison, let left, let right):
      comparison.filter(left.operand, right.operand)
    case .pattern(let text, let pattern, let isWhole):
      isWhole
        ? .match(text.operand, pattern.pattern) : .search(text.operand, pattern.pattern)
    case .foundPattern(let text, let pattern, let isWhole):
      isWhole
        ? .match(text.operand, pattern: pattern.operand)
        : .search(text.operand, pattern: pattern.operand)
    }
  }
}

extension ComparisonOperator {
  fileprivate func filter(
    _ left: JSONPath.Operand, _ right: JSONPath.Operand
  ) -> JSONPath.Filter {
    switch self {
    case .equal: .equal(left, right)
    case .notEqual: .notEqual(left, right)
    case .less: .less(left, right)
    case .lessOrEqual: .lessOrEqual(left, right)
    case .greater: .greater(left, right)
    case .greaterOrEqual: .greaterOrEqual(left, right)
    }
  }
}

extension ParsedQuery.Operand {
  fileprivate var operand: JSONPath.Operand {
    switch self {
    case .value(.literal(let literal)): literal.operand
    case .value: .given(nil as String?)
    case .query(let query): .query(query.inner)
    case .length(let operand): .length(of: operand.operand)
    case .count(let query): .count(of: query.inner)
    case .valueOf(let query): .value(of: query.inner)
    }
  }
}

extension WrittenPattern {
  /// The pattern, without the values of a run; one that can't be read has no match.
  fileprivate var pattern: RegexPattern {
    guard case .success(let parsed) = reading else { return RegexPattern(.one(of: [])) }
    return RegexPattern(parsed, values: parsed.values.map { _ in nil })
  }
}

extension Literal {
  fileprivate var operand: JSONPath.Operand {
    switch self {
    case .null: .null
    case .bool(let isTrue): .given(isTrue)
    case .number(let digits): .given(JSONNumber(digits).map(JSONValue.number))
    case .string(let text): .given(text)
    }
  }
}
