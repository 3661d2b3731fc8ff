import ArazzoDescriptions
import ArazzoDocuments

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
        "there is no step \(id.quotedForMessage) to depend on in workflow "
          + "'\(scope.workflow.id.value)'", at: place,
        suggestion: didYouMean(id, in: scope.workflow.steps.map(\.id.value)))
      return
    }
    guard !before.contains(index) else { return }
    diagnostics.error(
      "step '\(step)' depends on step '\(id)', which does not always run before it", at: place,
      suggestion: "put it after that step, on every way that leads to it")
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
