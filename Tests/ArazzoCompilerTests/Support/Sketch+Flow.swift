@testable import ArazzoCompiler

extension ConditionPlan {
  var sketch: String {
    switch self {
    case .constant(let bool): "\(bool)"
    case .and(let parts): "(" + parts.map(\.sketch).joined(separator: " and ") + ")"
    case .or(let parts): "(" + parts.map(\.sketch).joined(separator: " or ") + ")"
    case .not(let inner): "not \(inner.sketch)"
    case .isSuccessStatus: "2xx"
    case .status(let comparison, let status): "status \(comparison.rawValue) \(status)"
    case .comparison(let comparison, let left, let right, let kind):
      "\(left.text) \(comparison.rawValue) \(right.text) [\(kind.rawValue)]"
    case .isTrue(let value): "true? \(value.text)"
    case .exists(let value): "exists \(value.text)"
    case .isPresent(let value): "present \(value.text)"
    case .nodes(let nodes): nodes.sketch
    case .match(let pattern, let context):
      "\(context.text) matches \(pattern.tree)\(pattern.values.map(\.text))"
    case .xpath(let xpath): xpath.sketch
    }
  }
}

extension XPathPlan {
  var sketch: String {
    let values = expression.values.map(\.text).joined(separator: ", ")
    return "xpath \(text) on \(context.text)" + (values.isEmpty ? "" : " with \(values)")
  }
}

extension TransitionPlan {
  var sketch: String {
    switch self {
    case .step(let id, let carrying, let wait):
      "→ \(id)(\(carrying.map(\.text).joined(separator: ", ")))\(wait.map { " " + $0.sketch } ?? "")"
    case .end(let ending, let outputs):
      "\(ending.kind.rawValue) \(ending.name)(\(outputs.map(\.text).joined(separator: ", ")))"
    case .workflow(let ending, let call):
      "\(ending.kind.rawValue) \(ending.name) → \(call.workflow)("
        + call.arguments.map { "\($0.field.name): \($0.value.text)" }.joined(separator: ", ") + ")"
    case .retry(let retry):
      "retry \(retry.limit) times\(retry.after.map { " after \($0) s" } ?? "")"
    }
  }
}

extension WaitPlan {
  var sketch: String {
    kind.rawValue + (loop.isEmpty ? "" : " of " + loop.joined(separator: ", "))
  }
}

extension ActionPlan {
  var sketch: String {
    let conditions = criteria.map(\.condition.sketch).joined(separator: ", ")
    return "\(name)\(conditions.isEmpty ? "" : " if \(conditions)") \(transition.sketch)"
  }
}

extension StepPlan {
  /// What the state holds, then each way on.
  var flow: [String] {
    ["\(id)(\(carried.map(\.sketch).joined(separator: ", ")))"] + onSuccess.map(\.sketch)
      + [otherwise.map { "else \($0.sketch)" }].compactMap(\.self)
      + onFailure.map { "failed: \($0.sketch)" }
  }

  var operation: OperationPlan? { if case .operation(let plan) = call { plan } else { nil } }
  var parameters: [String] { operation?.parameters.map { "\($0.name)=\($0.value.sketch)" } ?? [] }
  var body: String? { operation?.body?.value.sketch }
  var conditions: [String] { criteria.map(\.condition.sketch) }
  var kept: [String] { outputs.map { "\($0.variable.sketch) = \($0.value.sketch)" } }
}

extension WorkflowPlan {
  var ways: [String] { endings.map { "\($0.kind.rawValue) \($0.name)" } }
  var outputSketches: [String] {
    outputs.map { "\($0.name): \($0.type.sketch)\($0.isOptional ? "?" : "")" }
  }
}
