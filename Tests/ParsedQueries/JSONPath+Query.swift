import ArazzoExpressions
import ArazzoRuntime

import ArazzoQueries

/// What generated code says of a query that was read, without values of a run in it.
extension JSONPath {
  package init(_ query: JSONPathQuery) { self.init(query.steps) }
}

extension JSONPathQuery {
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

extension JSONPathQuery.Selector {
  fileprivate var step: JSONPath.Step {
    switch self {
    case .name(let name): .member(name)
    case .wildcard: .each
    case .index(let index): .index(index)
    case .slice(let start, let end, let step): .slice(start: start, end: end, step: step)
    case .filter(let filter): .filter(filter.filter)
    case .embedded, .template: .child(nil as String?)
    }
  }
}

extension FilterExpression {
  fileprivate var filter: JSONPath.Filter {
    switch self {
    case .or(let parts): .any(parts.map(\.filter))
    case .and(let parts): .all(parts.map(\.filter))
    case .not(let inner): .not(inner.filter)
    case .exists(let query): .exists(query.inner)
    case .function(let call): call.filter
    case .comparison(let comparison, let left, let right):
      comparison.filter(left.operand, right.operand)
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

extension FilterExpression.Comparable {
  fileprivate var operand: JSONPath.Operand {
    switch self {
    case .literal(let literal): literal.operand
    case .query(let query): .query(query.inner)
    case .function(let call): call.operand
    case .embedded, .template: .given(nil as String?)
    }
  }
}

extension FilterExpression.Argument {
  fileprivate var operand: JSONPath.Operand {
    switch self {
    case .literal(let literal): literal.operand
    case .query(let query): .query(query.inner)
    case .function(let call): call.operand
    case .logical, .embedded, .template: .given(nil as String?)
    }
  }

  fileprivate var query: JSONPath.Query {
    if case .query(let query) = self { return query.inner }
    return .node([.child(nil as String?)])
  }

  /// The pattern of a string literal; one that is none has no match.
  fileprivate var pattern: Pattern? {
    guard case .literal(.string(let text)) = self else { return nil }
    let parsed = try? ParsedPattern.parse(.text(text), at: 0, language: .iRegexp)
    return parsed.map { Pattern($0) } ?? Pattern(.one(of: []))
  }
}

extension FilterExpression.FunctionCall {
  fileprivate var filter: JSONPath.Filter {
    let (text, pattern) = (arguments[0].operand, arguments[1])
    if let pattern = pattern.pattern {
      return name == "match" ? .match(text, pattern) : .search(text, pattern)
    }
    return name == "match"
      ? .match(text, pattern: pattern.operand) : .search(text, pattern: pattern.operand)
  }

  fileprivate var operand: JSONPath.Operand {
    switch name {
    case "length": .length(of: arguments[0].operand)
    case "count": .count(of: arguments[0].query)
    default: .value(of: arguments[0].query)
    }
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
