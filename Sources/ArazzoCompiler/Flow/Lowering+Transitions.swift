extension Lowering {
  func action(
    _ draft: ActionDraft, at index: Int, _ environment: Environment, afterSuccess: Bool = false
  ) -> ActionPlan {
    let transition: TransitionPlan =
      switch draft.target {
      case .step(let target): go(from: index, to: target, environment)
      case .end(let ending): end(ending, environment)
      case .workflow(let ending, let call):
        .workflow(ending, call.mapValues(environment.value))
      case .retry(let draft):
        .retry(retry(draft, at: index, environment, afterSuccess: afterSuccess))
      }
    let criteria = draft.criteria.map { criterion in
      draft.alwaysHolds
        ? CriterionPlan(condition: .constant(true), text: criterion.text)
        : environment.criterion(criterion)
    }
    return ActionPlan(
      name: draft.action.name.value, criteria: criteria, transition: transition)
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
    .step(
      drafts[target].id, carrying: carrying(to: target, environment),
      wait: wait(from: source, to: target))
  }

  /// A value for each variable that a step is entered with.
  func carrying(to target: Int, _ environment: Environment) -> [ValuePlan] {
    carried[target].map { variable in
      environment.value(
        ValuePlan(
          kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
          expression: nil))
    }
  }

  private func wait(from source: Int, to target: Int) -> WaitPlan? {
    guard let loop = analysis.loop(from: source, to: target) else { return nil }
    // What a step brings that runs before a retry is no reason not to wait.
    let own = loop.filter { $0 < drafts.count }
    let kind: WaitPlan.Kind = analysis.carriesValues(own, from: target) ? .iteration : .poll
    let steps = Set(loop.map(step)).sorted()
    return WaitPlan(kind: kind, loop: steps.count > 1 ? steps.map { drafts[$0].id } : [])
  }
}
