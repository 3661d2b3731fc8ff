extension Lowering {
  /// A step that runs before another one is tried again (rule A6).
  struct Detour: Equatable {
    /// The step that is tried again.
    let source: Int
    let step: Int
  }

  static func detours(_ drafts: [StepDraft]) -> [Detour] {
    drafts.indices.flatMap { source in
      drafts[source].detours.map { Detour(source: source, step: $0) }
    }
  }

  /// The step that a node stands for.
  func step(at node: Int) -> Int {
    node < drafts.count ? node : detours[node - drafts.count].step
  }

  func retry(
    _ draft: RetryDraft, at index: Int, _ environment: Environment, afterSuccess: Bool
  ) -> RetryPlan {
    var plan = RetryPlan(after: draft.after, limit: draft.limit)
    if afterSuccess { plan.carrying = carrying(to: index, environment) }
    switch draft.first {
    case .workflow(let call): plan.first = .workflow(call.mapValues(environment.value))
    case .step(let step): plan.first = .step(detour(step, from: index, environment))
    case nil: break
    }
    return plan
  }

  /// The step as it runs with what the other one was entered with, and leads back to it.
  private func detour(_ step: Int, from source: Int, _ environment: Environment) -> StepPlan {
    let draft = drafts[step]
    let number = detours.firstIndex(of: Detour(source: source, step: step)) ?? 0
    let kept = keptOutputs(
      step, environment, over: carried[source], at: drafts.count + number)
    let after = environment.setting(kept.map(\.variable))
    return StepPlan(
      id: draft.id, description: nil, carried: carried[source],
      call: environment.call(draft.call), timeout: draft.step.timeout?.value,
      criteria: draft.criteria.map(environment.criterion), outputs: kept,
      onSuccess: [],
      otherwise: .step(drafts[source].id, carrying: carrying(to: source, after), wait: nil),
      onFailure: [])
  }
}
