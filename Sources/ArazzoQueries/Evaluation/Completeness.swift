extension JSONPath.Step {
  /// Whether every value that stands in it is there.
  var isComplete: Bool {
    switch node {
    case .selector: true
    case .filter(let filter): filter.isComplete
    case .either(let steps): steps.allSatisfy(\.isComplete)
    case .missing: false
    }
  }
}

extension JSONPath.Query {
  fileprivate var isComplete: Bool { steps.allSatisfy(\.isComplete) }
}

extension JSONPath.Filter {
  fileprivate var isComplete: Bool {
    switch node {
    case .all(let filters), .any(let filters): filters.allSatisfy(\.isComplete)
    case .not(let filter): filter.isComplete
    case .exists(let query): query.isComplete
    case .comparison(_, let left, let right), .matchesText(let left, let right, _):
      left.isComplete && right.isComplete
    case .matches(let operand, let pattern): operand.isComplete && pattern.program != nil
    }
  }
}

extension JSONPath.Operand {
  fileprivate var isComplete: Bool {
    switch node {
    case .value: true
    case .missing: false
    case .query(let query), .count(let query), .valueOf(let query): query.isComplete
    case .length(let operand): operand.isComplete
    }
  }
}
