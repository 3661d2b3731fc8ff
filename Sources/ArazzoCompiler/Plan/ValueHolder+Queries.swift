// The values of the run that stand in queries.

extension NodesPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> NodesPlan {
    NodesPlan(
      context: map(context), query: query.mapValues(map), measure: measure,
      test: test.mapValues(map))
  }
}

extension NodesPlan.Test {
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> Self {
    switch self {
    case .exists: self
    case .some(let comparison, let value): .some(comparison, map(value))
    case .someNode(let comparison, let query, let measure):
      .someNode(comparison, query.mapValues(map), measure)
    }
  }
}

extension QueryPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> QueryPlan {
    QueryPlan(steps: steps.map { $0.mapValues(map) })
  }
}

extension QueryPlan.Step {
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> Self {
    switch self {
    case .name, .index, .wildcard, .slice, .descendants: self
    case .child(let value): .child(map(value))
    case .filter(let filter): .filter(filter.mapValues(map))
    case .either(let steps): .either(steps.map { $0.mapValues(map) })
    }
  }
}

extension FilterPlan {
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> FilterPlan {
    switch self {
    case .or(let parts): .or(parts.map { $0.mapValues(map) })
    case .and(let parts): .and(parts.map { $0.mapValues(map) })
    case .not(let inner): .not(inner.mapValues(map))
    case .exists(let inner): .exists(inner.mapValues(map))
    case .comparison(let comparison, let left, let right):
      .comparison(comparison, left.mapValues(map), right.mapValues(map))
    case .foundPattern(let text, let pattern, let isWhole):
      .foundPattern(text.mapValues(map), pattern.mapValues(map), isWhole: isWhole)
    case .pattern(let text, let pattern, let isWhole):
      .pattern(text.mapValues(map), pattern.mapValues(map), isWhole: isWhole)
    }
  }
}

extension FilterPlan.InnerQuery {
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> Self {
    Self(isFromRoot: isFromRoot, query: query.mapValues(map))
  }
}

extension FilterPlan.Operand {
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> Self {
    switch self {
    case .value(let value): .value(map(value))
    case .length(let operand): .length(operand.mapValues(map))
    case .query(let inner): .query(inner.mapValues(map))
    case .count(let inner): .count(inner.mapValues(map))
    case .valueOf(let inner): .valueOf(inner.mapValues(map))
    }
  }
}

extension PatternPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> PatternPlan {
    PatternPlan(tree: tree, values: values.map(map))
  }
}
