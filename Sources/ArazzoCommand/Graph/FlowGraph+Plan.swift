import ArazzoCompiler

extension FlowGraph {
  /// The graph of a plan.
  init(_ plan: WorkflowPlan) {
    self.init(workflow: plan.name)
    let places = Dictionary(
      plan.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    steps = plan.steps.enumerated().map { place, step in
      Step(
        id: step.id, call: step.call.summary,
        branches: BranchReader(places: places, place: place).branches(of: step))
    }
  }
}

/// Reads the branches of a step from the plan.
private struct BranchReader {
  let places: [String: Int]
  let place: Int

  func branches(of step: StepPlan) -> [FlowGraph.Branch] {
    let otherwise = step.otherwise.flatMap { transition in
      branch(nil, .otherwise, [], transition)
    }
    return step.onSuccess.compactMap { branch($0, .success) } + (otherwise.map { [$0] } ?? [])
      + step.onFailure.compactMap { branch($0, .failure) }
  }

  private func branch(_ action: ActionPlan, _ kind: FlowGraph.Branch.Kind) -> FlowGraph.Branch? {
    branch(action.name, kind, action.criteria, action.transition)
  }

  private func branch(
    _ name: String?, _ kind: FlowGraph.Branch.Kind, _ criteria: [CriterionPlan],
    _ transition: TransitionPlan
  ) -> FlowGraph.Branch? {
    guard let (target, wait) = destination(transition) else { return nil }
    return FlowGraph.Branch(
      name: name, kind: kind, condition: criteria.map(\.text).joined(separator: " and "),
      wait: wait, target: target)
  }

  private func destination(_ transition: TransitionPlan) -> (FlowGraph.Target, String?)? {
    switch transition {
    case .step(let id, _, let wait):
      guard let target = places[id] else { return nil }
      return (.step(target), wait.map(words))
    case .end(let ending, _): return (.end(FlowGraph.Ending(ending)), nil)
    case .workflow(let ending, let call):
      let name = "\(ending.name): workflow \(call.workflow)"
      return (.end(FlowGraph.Ending(name: name, kind: .continued)), nil)
    case .retry(let retry): return (.step(place), words(retry))
    }
  }

  private func words(_ wait: WaitPlan) -> String {
    switch wait.kind {
    case .poll: "poll again after a wait"
    case .iteration: "next pass, no wait"
    }
  }

  private func words(_ retry: RetryPlan) -> String {
    let pause = retry.after.map { "after \($0.shortened) s" } ?? "after a wait"
    let times = retry.limit == 1 ? "once" : "up to \(retry.limit) times"
    let first: String? =
      switch retry.first {
      case .workflow(let call): "runs workflow '\(call.workflow)' first"
      case .step(let step): "runs '\(step.id)' first"
      case nil: nil
      }
    return (["retry \(pause), \(times)"] + (first.map { [$0] } ?? [])).joined(separator: "; ")
  }
}

extension FlowGraph.Ending {
  fileprivate init(_ plan: EndingPlan) {
    let kind: Kind =
      switch plan.kind {
      case .completed: .completed
      case .success: .success
      case .failure: .failure
      case .continued: .continued
      }
    self.init(name: plan.name, kind: kind)
  }
}

extension CallPlan {
  /// What a step does, in a few words.
  var summary: String {
    switch self {
    case .operation(let operation): "\(operation.method) \(operation.path)"
    case .workflow(let call): "workflow \(call.workflow)"
    }
  }
}
