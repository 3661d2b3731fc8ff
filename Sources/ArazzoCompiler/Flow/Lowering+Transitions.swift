extension Lowering {
  func action(
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

  func otherwise(_ index: Int, _ environment: Environment) -> TransitionPlan? {
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
    let carrying = carried[target].map { variable in
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
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> CriterionPlan {
    CriterionPlan(condition: condition.mapValues(map), text: text)
  }
}
