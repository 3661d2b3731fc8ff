import ArazzoDescriptions
import ArazzoDocuments

/// Reports mistakes in the control flow, such as unreachable steps and endless loops.
struct FlowChecker {
  let lowering: Lowering
  let scope: WorkflowResolver

  var drafts: [StepDraft] { lowering.drafts }
  var analysis: FlowAnalysis { lowering.analysis }
  var diagnostics: Diagnostics { scope.diagnostics }

  func check() {
    guard !lowering.isTooLarge else {
      diagnostics.error(
        "workflow \(scope.workflow.id.value.quotedForMessage) is too large: its \(drafts.count) steps "
          + "pass too many values from step to step, or its loops have too many steps",
        at: scope.workflow.id.location, suggestion: "split it into workflows that call each other")
      return
    }
    warnAboutUnreachable()
    warnAboutEndless()
    drafts.forEach(warnAboutDeadActions)
    refuseForwardReferences()
    checkDependencies()
    warnAboutOutputs()
  }

  private func warnAboutUnreachable() {
    let detours = Set(lowering.detours.map(\.step))
    for (index, draft) in drafts.enumerated()
    where !analysis.isReachable[index] && !detours.contains(index) {
      diagnostics.warning(
        "no path leads to step '\(draft.id)'; no code is generated for it",
        at: draft.step.id.location)
    }
  }

  /// Rule A9.
  private func warnAboutEndless() {
    let loop = analysis.endlessLoop.filter { $0 < drafts.count }
    guard let first = loop.first else { return }
    let names = loop.prefix(5).map { "'\(drafts[$0].id)'" } + (loop.count > 5 ? ["…"] : [])
    diagnostics.warning(
      "the loop through \(names.joined(separator: ", ")) ends only with an error",
      at: drafts[first].step.id.location, suggestion: "add an action that leaves the loop")
  }

  /// A step may well keep the workflow's actions from running: only its own are worth a word.
  private func warnAboutDeadActions(_ draft: StepDraft) {
    let own = Set((draft.step.onSuccess + draft.step.onFailure).map(\.location))
    for (all, effective) in [
      (draft.onSuccess, draft.effectiveSuccess), (draft.onFailure, draft.effectiveFailure),
    ] where all.count > effective.count {
      let dead = all[effective.count].action
      guard own.contains(dead.location), let before = effective.last else { continue }
      diagnostics.warning(
        "action '\(dead.name.value)' never runs, because the action before it, "
          + "'\(before.action.name.value)', has no criteria",
        at: dead.location)
    }
  }

  /// A reference to a step that has not run yet on any way is an error (the settled corner V3).
  private func refuseForwardReferences() {
    for (index, draft) in drafts.enumerated() where analysis.isReachable[index] {
      let node = analysis.nodes[index]
      var read = node.successUses.subtracting(node.defines)
      for uses in [node.requestUses, node.responseUses, node.failureUses] { read.formUnion(uses) }
      for number in read.subtracting(analysis.maySet[index]).numbers {
        let key = lowering.numbers.keys[number]
        diagnostics.error(
          "step '\(draft.id)' uses '\(key.expression)', but step "
            + "'\(key.step)' never runs before it",
          at: draft.step.place(ofOutputsOf: key.step) ?? draft.step.id.location)
      }
    }
  }

  private func warnAboutOutputs() {
    let set = analysis.nodes.indices.reduce(into: VariableSet()) { set, index in
      if analysis.isReachable[index] { set.formUnion(analysis.nodes[index].defines) }
    }
    for (output, value) in zip(scope.workflow.outputs, lowering.outputs) {
      guard !lowering.numbers.set(value.variables).subtracting(set).isEmpty else { continue }
      diagnostics.warning(
        "output '\(output.name.value)' uses a step that never runs", at: output.value.location)
    }
  }
}

extension Step {
  /// Where the step first speaks of another step's outputs.
  fileprivate func place(ofOutputsOf id: String) -> Location? {
    uses.first { use in
      if case .steps(id, _) = use.expression { true } else { false }
    }?.location
  }
}

extension FlowChecker {
  /// Arazzo 1.1's `dependsOn` of a step: what it names must have run before, whatever way control
  /// takes.
  func checkDependencies() {
    let dependents = drafts.indices.filter {
      analysis.isReachable[$0] && !drafts[$0].step.dependsOn.isEmpty
    }
    guard !dependents.isEmpty else { return }
    let before = analysis.alwaysBefore
    for index in dependents {
      for dependency in drafts[index].step.dependsOn {
        check(dependency, of: drafts[index].id, before: before[index])
      }
    }
  }

  private func check(_ dependency: StepReference, of step: String, before: Set<Int>) {
    let other = dependency.step
    guard let workflow = dependency.workflow, workflow != scope.workflow.id.value else {
      return checkOwn(other, of: step, before, at: dependency.location)
    }
    guard !hasRun(workflow, before) else { return }
    diagnostics.error(
      "step '\(step)' depends on step '\(other)' of another workflow, which does not always run "
        + "before it", at: dependency.location,
      suggestion: "call that workflow in an earlier step, or name it in the workflow's 'dependsOn'")
  }

  private func checkOwn(_ id: String, of step: String, _ before: Set<Int>, at place: Location) {
    guard let index = scope.index(of: id) else {
      diagnostics.error(
        "workflow '\(scope.workflow.id.value)' has no step \(id.quotedForMessage)", at: place,
        suggestion: didYouMean(id, in: scope.workflow.steps.map(\.id.value)))
      return
    }
    guard !before.contains(index) else { return }
    diagnostics.error(
      "step '\(step)' depends on step '\(id)', which does not always run before it", at: place,
      suggestion: "put it after that step, on every path that leads to it")
  }

  /// Whether a workflow was called before, or has run before this one.
  private func hasRun(_ workflow: String, _ before: Set<Int>) -> Bool {
    if scope.workflow.dependsOn.contains(where: { $0.value == workflow }) { return true }
    return before.contains { index in
      guard index < drafts.count, case .workflowID(let called) = drafts[index].step.target else {
        return false
      }
      return called.value == workflow
    }
  }
}
