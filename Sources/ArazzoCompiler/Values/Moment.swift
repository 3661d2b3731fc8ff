/// What a step calls.
enum StepTarget {
  case operation(FoundOperation)
  case workflow(WorkflowPlan)
}

/// When an expression is read: what it may refer to depends on it.
enum Moment {
  /// While a step's request is made.
  case request(step: String)
  /// After a step's response: criteria, outputs, actions.
  case response(step: String)
  /// When the workflow ends.
  case end

  var step: String? {
    switch self {
    case .request(let step), .response(let step): step
    case .end: nil
    }
  }
}
