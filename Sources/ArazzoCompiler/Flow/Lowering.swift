/// Lowers step drafts to the plan's steps, with the results of the flow analysis.
struct Lowering {
  let drafts: [StepDraft]
  let outputs: [ValuePlan]
  let analysis: FlowAnalysis
  /// Steps that run before another is tried again; their nodes come after those of the steps.
  let detours: [RetryPrelude]
  let numbers: VariableNumbers
  /// The variables as control flow has made them, by their number: with the type of what is read,
  /// optional only where nothing needs them.
  private let variables: [VariablePlan]
  /// What the state of each step holds: what is still read and may have been set, in the order of
  /// the steps that set it.
  let carried: [[VariablePlan]]

  init(drafts: [StepDraft], outputs: [ValuePlan], variable: (VariableKey) -> VariablePlan) {
    self.drafts = drafts
    self.outputs = outputs
    let numbers = VariableNumbers(drafts.flatMap { $0.outputs.map(\.key) })
    let detours = Self.detours(drafts)
    let nodes =
      drafts.indices.map { index in
        let own = detours.enumerated().filter { $0.element.source == index }
          .map { ($0.element.step, drafts.count + $0.offset) }
        return drafts[index].flowNode(
          at: index, next: index + 1 < drafts.count ? index + 1 : nil,
          detours: Dictionary(own, uniquingKeysWith: { first, _ in first }), numbers)
      } + detours.map { drafts[$0.step].detourNode(to: $0.source, numbers) }
    let analysis = FlowAnalysis(nodes, endUses: numbers.set(outputs.variables))
    let notNull = drafts.reduce(into: Set<VariableKey>()) { $0.formUnion($1.call.readsNotNull) }
    var variables: [VariablePlan] = []
    for (index, draft) in drafts.enumerated() {
      for output in draft.outputs {
        var plan = variable(output.key)
        if analysis.needed[index].contains(variables.count) {
          plan.isOptional = false
          if notNull.contains(output.key) { plan.type = plan.type.withoutNull }
        }
        variables.append(plan)
      }
    }
    self.detours = detours
    self.numbers = numbers
    self.analysis = analysis
    self.variables = variables
    carried = Self.carried(analysis, variables)
  }

  private static func carried(
    _ analysis: FlowAnalysis, _ variables: [VariablePlan]
  ) -> [[VariablePlan]] {
    var total = 0
    return analysis.nodes.indices.map { index in
      let live = analysis.liveIn[index].intersection(analysis.maySet[index]).numbers
      total += live.count
      guard total <= maximumValues else { return [] }
      return live.map { number in
        var variable = variables[number]
        variable.isOptional =
          variable.isOptional || !analysis.mustSet[index].contains(number)
        return variable
      }
    }
  }

  var steps: [StepPlan] {
    drafts.indices.filter { analysis.isReachable[$0] }.map(step)
  }

  private func step(_ index: Int) -> StepPlan {
    let draft = drafts[index]
    let entry = Environment(
      values: Dictionary(
        carried[index].map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    )
    let kept = keptOutputs(index, entry, over: carried[index])
    let success = entry.setting(kept.map(\.variable))
    return StepPlan(
      id: draft.id, description: draft.step.description, carried: carried[index],
      call: entry.call(draft.call), timeout: draft.step.timeout?.value,
      criteria: draft.criteria.map(entry.criterion),
      outputs: kept,
      onSuccess: draft.effectiveSuccess.map { action($0, at: index, success, afterSuccess: true) },
      otherwise: otherwise(index, success),
      onFailure: draft.effectiveFailure.map { action($0, at: index, entry) })
  }

  /// The outputs of a step that something reads.
  ///
  /// - Parameters:
  ///   - environment: What is available where they are read.
  ///   - carried: What the step is entered with.
  ///   - node: The node of the step, where that is not its own.
  func keptOutputs(
    _ index: Int, _ environment: Environment, over carried: [VariablePlan], at node: Int? = nil
  ) -> [StepOutputPlan] {
    let live = analysis.liveAfterSuccess(node ?? index)
    let kept = analysis.nodes[node ?? index].defines.intersection(live).numbers
    let values = Dictionary(
      drafts[index].outputs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    return kept.compactMap { number in
      let key = numbers.keys[number]
      return values[key].map { value in
        StepOutputPlan(
          variable: variables[number], value: environment.value(value),
          isRenewed: carried.contains { $0.key == key })
      }
    }
  }
}

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

extension Lowering {
  /// A step that runs before another one is tried again (rule A6).
  struct RetryPrelude: Equatable {
    /// The step that is tried again.
    let source: Int
    let step: Int
  }

  static func detours(_ drafts: [StepDraft]) -> [RetryPrelude] {
    drafts.indices.flatMap { source in
      drafts[source].detours.map { RetryPrelude(source: source, step: $0) }
    }
  }

  /// The step of a node.
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
    case .step(let step):
      var first = detour(step, from: index, environment)
      // After a success the step may have set anew what it was entered with.
      first.state = afterSuccess ? nil : drafts[index].id
      plan.first = .step(first)
    case nil: break
    }
    return plan
  }

  /// The step as it runs with the values of the retried step, and goes back to it.
  private func detour(_ step: Int, from source: Int, _ environment: Environment) -> StepPlan {
    let draft = drafts[step]
    let number = detours.firstIndex(of: RetryPrelude(source: source, step: step)) ?? 0
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
