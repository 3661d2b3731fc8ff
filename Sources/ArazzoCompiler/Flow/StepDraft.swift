import ArazzoDescriptions

/// A step with resolved names, before the flow analysis.
struct StepDraft {
  let step: Step
  var call: CallPlan
  /// What the request can't be sent without.
  var needs: Needs
  var criteria: [CriterionPlan]
  var outputs: [(key: VariableKey, value: ValuePlan)]
  var onSuccess: [ActionDraft]
  var onFailure: [ActionDraft]

  var id: String { step.id.value }

  /// Every value that the step is made of, with those of actions that can't run.
  var values: [ValuePlan] {
    let actions = onSuccess + onFailure
    return call.parts + (criteria + actions.flatMap(\.criteria)).flatMap(\.parts)
      + outputs.map(\.value) + actions.compactMap(\.target.call).flatMap(\.parts)
  }

  /// Every call of a workflow: the step's own and those of its actions.
  var calls: [WorkflowCallPlan] {
    let own = if case .workflow(let call) = call { [call] } else { [WorkflowCallPlan]() }
    return own + (onSuccess + onFailure).compactMap(\.target.call)
  }
}

/// An action with a resolved target.
struct ActionDraft {
  enum Target {
    case step(Int)
    case end(EndingPlan)
    case workflow(EndingPlan, WorkflowCallPlan)
    case retry(RetryDraft)
  }

  let action: Action
  let criteria: [CriterionPlan]
  let target: Target
  /// Whether its criteria hold wherever they are read.
  var alwaysHolds = false

  /// Whether nothing after it can run.
  var isUnconditional: Bool {
    if case .retry = target { return false }
    return criteria.isEmpty || alwaysHolds
  }
}

/// A retry with a resolved reference.
struct RetryDraft {
  enum RetryPrelude {
    case workflow(WorkflowCallPlan)
    case step(Int)
  }

  var after: Double?
  var limit: Int
  var first: RetryPrelude?
}

extension StepDraft {
  /// The success actions that can run: those up to the first without criteria.
  var effectiveSuccess: [ActionDraft] { onSuccess.upToFirstUnconditional }
  var effectiveFailure: [ActionDraft] { onFailure.upToFirstUnconditional }

  /// - Parameter detours: The nodes of the steps that run before a retry of this one.
  func flowNode(
    at index: Int, next: Int?, detours: [Int: Int], _ numbers: VariableNumbers
  ) -> FlowNode {
    let fallsThrough = !(effectiveSuccess.last?.isUnconditional ?? false)
    return FlowNode(
      requestUses: numbers.set(call.variables), required: numbers.set(needs.variables),
      responseUses: numbers.set(responseVariables),
      successUses: numbers.set(effectiveSuccess.variables),
      failureUses: numbers.set(effectiveFailure.variables),
      defines: numbers.set(outputs.map(\.key)),
      success: effectiveSuccess.compactMap { $0.target.node(at: index, detours) }
        + (fallsThrough ? [next] : []),
      failure: effectiveFailure.compactMap { $0.target.node(at: index, detours) },
      leavesOnSuccess: effectiveSuccess.contains { $0.target.leaves },
      leavesOnFailure: effectiveFailure.contains { $0.target.leaves })
  }
}

extension StepDraft {
  /// The step as it runs before another step is retried: it goes back there.
  func detourNode(to index: Int, _ numbers: VariableNumbers) -> FlowNode {
    FlowNode(
      requestUses: numbers.set(call.variables), required: numbers.set(needs.variables),
      responseUses: numbers.set(responseVariables),
      successUses: VariableSet(), failureUses: VariableSet(),
      defines: numbers.set(outputs.map(\.key)), success: [index], failure: [])
  }

  /// The step outputs that are read once there is a response.
  private var responseVariables: Set<VariableKey> {
    (criteria.flatMap(\.parts) + outputs.map(\.value)).variables
  }

  /// The steps that run before this one is tried again.
  var detours: [Int] {
    var seen: Set<Int> = []
    return (effectiveSuccess + effectiveFailure).compactMap { action in
      guard case .retry(let retry) = action.target, case .step(let first)? = retry.first,
        seen.insert(first).inserted
      else { return nil }
      return first
    }
  }
}

extension [ActionDraft] {
  fileprivate var upToFirstUnconditional: [ActionDraft] {
    guard let last = firstIndex(where: \.isUnconditional) else { return self }
    return Array(self[...last])
  }

  fileprivate var variables: Set<VariableKey> {
    reduce(into: []) {
      $0.formUnion($1.criteria.flatMap(\.parts).variables)
      if let call = $1.target.call { $0.formUnion(call.variables) }
    }
  }
}

extension ActionDraft.Target {
  /// Where the workflow continues: `.some(nil)` is its end.
  fileprivate func node(at index: Int, _ detours: [Int: Int]) -> Int?? {
    switch self {
    case .step(let target): .some(target)
    case .end: .some(nil)
    case .workflow: nil
    case .retry(let retry):
      if case .step(let first)? = retry.first {
        .some(detours[first] ?? index)
      } else {
        .some(index)
      }
    }
  }

  /// The workflow that the action calls.
  fileprivate var call: WorkflowCallPlan? {
    switch self {
    case .workflow(_, let call): return call
    case .retry(let retry):
      if case .workflow(let call)? = retry.first { return call }
      return nil
    case .step, .end: return nil
    }
  }

  fileprivate var leaves: Bool { if case .workflow = self { true } else { false } }
}
