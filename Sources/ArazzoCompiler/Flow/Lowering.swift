/// Drafts and what control flow says of them in, the plan's steps out.
struct Lowering {
  let drafts: [StepDraft]
  let outputs: [ValuePlan]
  let analysis: FlowAnalysis
  /// The variables as control flow has made them: with the type of what is read, optional only where
  /// nothing needs them.
  private let variables: [VariableKey: VariablePlan]

  init(drafts: [StepDraft], outputs: [ValuePlan], variable: (VariableKey) -> VariablePlan) {
    self.drafts = drafts
    self.outputs = outputs
    let nodes = drafts.indices.map { index in
      drafts[index].flowNode(at: index, next: index + 1 < drafts.count ? index + 1 : nil)
    }
    let endUses = outputs.reduce(into: Set<VariableKey>()) { $0.formUnion($1.variables) }
    analysis = FlowAnalysis(nodes, endUses: endUses)
    let needs = analysis.needs()
    var variables: [VariableKey: VariablePlan] = [:]
    for (index, draft) in drafts.enumerated() {
      for output in draft.outputs {
        var plan = variable(output.key)
        if needs[index].contains(output.key) { plan.isOptional = false }
        variables[output.key] = plan
      }
    }
    self.variables = variables
  }

  var steps: [StepPlan] {
    drafts.indices.filter { analysis.isReachable[$0] }.map(step)
  }

  /// Whether control can go anywhere else than on to the next step and out.
  var isMachine: Bool {
    let reachable = drafts.indices.filter { analysis.isReachable[$0] }
    return reachable.enumerated().contains { position, index in
      let next = position + 1 < reachable.count ? reachable[position + 1] : nil
      return branches(drafts[index], next: next) || nextIsNotNext(index, next)
    }
  }

  private func branches(_ draft: StepDraft, next: Int?) -> Bool {
    let success = draft.effectiveSuccess.contains { action in
      guard case .step(let target) = action.target else { return false }
      return target != next || !action.criteria.isEmpty
    }
    let failure = draft.effectiveFailure.contains { action in
      if case .end = action.target { false } else { true }
    }
    return success || failure
  }

  /// Whether falling off the step leads somewhere else than to the next step that can be reached.
  private func nextIsNotNext(_ index: Int, _ next: Int?) -> Bool {
    let node = analysis.nodes[index]
    return node.success.contains { $0 != nil && $0 != next }
  }

  private func step(_ index: Int) -> StepPlan {
    let draft = drafts[index]
    let entry = environment(at: index)
    let success = entry.setting(keptOutputs(index).map(\.variable))
    return StepPlan(
      id: draft.id, description: draft.step.description, carried: carried(index),
      call: draft.call.mapValues(entry.value),
      criteria: draft.criteria.map { $0.mapValues(entry.value) },
      outputs: keptOutputs(index).map { output in
        StepOutputPlan(variable: output.variable, value: entry.value(output.value))
      },
      onSuccess: draft.effectiveSuccess.map { action($0, at: index, success) },
      otherwise: otherwise(index, success),
      onFailure: draft.effectiveFailure.map { action($0, at: index, entry) })
  }

  /// The outputs of a step that something reads.
  private func keptOutputs(_ index: Int) -> [StepOutputPlan] {
    let live = analysis.liveAfterSuccess(index)
    return drafts[index].outputs.compactMap { key, value in
      guard live.contains(key), let variable = variables[key] else { return nil }
      return StepOutputPlan(variable: variable, value: value)
    }
  }

  // MARK: environments

  private func environment(at index: Int) -> Environment {
    Environment(values: Dictionary(uniqueKeysWithValues: carried(index).map { ($0.key, $0) }))
  }

  /// What the state of a step holds: what is still read and may have been set, in the order of the
  /// steps that set it.
  func carried(_ index: Int) -> [VariablePlan] {
    let live = analysis.liveIn[index].intersection(analysis.maySet[index])
    return drafts.flatMap(\.outputs).compactMap { key, _ in
      guard live.contains(key), var variable = variables[key] else { return nil }
      variable.isOptional = variable.isOptional || !analysis.mustSet[index].contains(key)
      return variable
    }
  }

  // MARK: transitions

  private func action(
    _ draft: ActionDraft, at index: Int, _ environment: Environment
  ) -> ActionPlan {
    let transition: TransitionPlan =
      switch draft.target {
      case .step(let target): go(from: index, to: target, environment)
      case .end(let ending): end(ending, environment)
      case .retry(let retry): .retry(retry)
      }
    return ActionPlan(
      name: draft.action.name.value,
      criteria: draft.criteria.map { $0.mapValues(environment.value) }, transition: transition)
  }

  private func otherwise(_ index: Int, _ environment: Environment) -> TransitionPlan? {
    if drafts[index].effectiveSuccess.last?.isUnconditional == true { return nil }
    guard index + 1 < drafts.count else {
      return end(EndingPlan(name: "completed", kind: .completed), environment)
    }
    return go(from: index, to: index + 1, environment)
  }

  private func end(_ ending: EndingPlan, _ environment: Environment) -> TransitionPlan {
    .end(ending, outputs: outputs.map(environment.value))
  }

  private func go(
    from source: Int, to target: Int, _ environment: Environment
  ) -> TransitionPlan {
    let carrying = carried(target).map { variable in
      environment.value(
        ValuePlan(
          kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
          expression: nil))
    }
    return .step(drafts[target].id, carrying: carrying, wait: wait(from: source, to: target))
  }

  private func wait(from source: Int, to target: Int) -> WaitPlan? {
    guard let loop = analysis.loop(from: source, to: target) else { return nil }
    let kind: WaitPlan.Kind =
      analysis.carriesValues(loop, from: target) ? .iteration : .poll
    return WaitPlan(kind: kind, loop: loop.count > 1 ? loop.map { drafts[$0].id } : [])
  }
}

extension CriterionPlan {
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> CriterionPlan {
    CriterionPlan(condition: condition.mapValues(map), text: text)
  }
}

/// The step outputs that are at hand at one point of a workflow.
struct Environment {
  var values: [VariableKey: VariablePlan]

  func setting(_ variables: [VariablePlan]) -> Environment {
    var result = self
    for variable in variables { result.values[variable.key] = variable }
    return result
  }

  /// A value with what is known here put in: a step that has not run leaves its outputs missing.
  func value(_ value: ValuePlan) -> ValuePlan {
    value.mapVariables { variable in
      guard let known = values[variable.key] else {
        return ValuePlan(kind: .missing, type: variable.type, isOptional: true, expression: nil)
      }
      return ValuePlan(
        kind: .variable(known), type: known.type, isOptional: known.isOptional, expression: nil)
    }
  }
}
