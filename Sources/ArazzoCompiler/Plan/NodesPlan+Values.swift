extension NodesPlan {
  /// The values of the run that it reads.
  var values: [ValuePlan] {
    var values: [ValuePlan] = []
    _ = mapValues { value in
      values.append(value)
      return value
    }
    return values
  }

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
