import ArazzoDescriptions

/// A step whose names are resolved, before control flow says what is known where.
struct StepDraft {
  let step: Step
  var call: CallPlan
  /// Step outputs that the request can't be sent without.
  var required: Set<VariableKey>
  var criteria: [CriterionPlan]
  var outputs: [(key: VariableKey, value: ValuePlan)]
  var onSuccess: [ActionDraft]
  var onFailure: [ActionDraft]

  var id: String { step.id.value }
}

/// An action whose target is resolved.
struct ActionDraft {
  enum Target {
    case step(Int)
    case end(EndingPlan)
    case retry(RetryPlan)
  }

  let action: Action
  let criteria: [CriterionPlan]
  let target: Target

  /// Whether nothing after it can run.
  var isUnconditional: Bool {
    if case .retry = target { return false }
    return criteria.isEmpty
  }
}

extension StepDraft {
  /// The success actions that can run: those up to the first without criteria.
  var effectiveSuccess: [ActionDraft] { onSuccess.upToFirstUnconditional }
  var effectiveFailure: [ActionDraft] { onFailure.upToFirstUnconditional }

  func flowNode(at index: Int, next: Int?, _ numbers: VariableNumbers) -> FlowNode {
    let fallsThrough = !(effectiveSuccess.last?.isUnconditional ?? false)
    return FlowNode(
      requestUses: numbers.set(call.variables), required: numbers.set(required),
      responseUses: numbers.set(criteria.variables.union(outputs.variables)),
      successUses: numbers.set(effectiveSuccess.variables),
      failureUses: numbers.set(effectiveFailure.variables),
      defines: numbers.set(outputs.map(\.key)),
      success: effectiveSuccess.map { $0.target.node(at: index) } + (fallsThrough ? [next] : []),
      failure: effectiveFailure.map { $0.target.node(at: index) })
  }
}

extension [ActionDraft] {
  fileprivate var upToFirstUnconditional: [ActionDraft] {
    guard let last = firstIndex(where: \.isUnconditional) else { return self }
    return Array(self[...last])
  }

  fileprivate var variables: Set<VariableKey> {
    reduce(into: []) { $0.formUnion($1.criteria.variables) }
  }
}

extension [(key: VariableKey, value: ValuePlan)] {
  fileprivate var variables: Set<VariableKey> {
    reduce(into: []) { $0.formUnion($1.value.variables) }
  }
}

extension ActionDraft.Target {
  fileprivate func node(at index: Int) -> Int? {
    switch self {
    case .step(let target): target
    case .end: nil
    case .retry: index
    }
  }
}
