import ArazzoDocuments

/// What control flow alone shows to be wrong or odd.
struct FlowChecker {
  let lowering: Lowering
  let scope: WorkflowScope

  private var drafts: [StepDraft] { lowering.drafts }
  private var diagnostics: Diagnostics { scope.diagnostics }

  func check() {
    warnAboutUnreachable()
    warnAboutEndless()
    warnAboutDeadActions()
    refuseForwardReferences()
  }

  private func warnAboutUnreachable() {
    for (index, draft) in drafts.enumerated() where !lowering.analysis.isReachable[index] {
      diagnostics.warning(
        "step '\(draft.id)' can't be reached; it is left out", at: draft.step.id.location)
    }
  }

  /// Rule A9.
  private func warnAboutEndless() {
    for loop in lowering.analysis.endlessLoops() {
      let names = loop.map { "'\(drafts[$0].id)'" }.joined(separator: ", ")
      guard let first = loop.first else { continue }
      diagnostics.warning(
        "nothing but an error leads out of the loop of \(names)",
        at: drafts[first].step.id.location)
    }
  }

  private func warnAboutDeadActions() {
    for draft in drafts {
      for (all, effective) in [
        (draft.onSuccess, draft.effectiveSuccess), (draft.onFailure, draft.effectiveFailure),
      ] where all.count > effective.count {
        let dead = all[effective.count]
        diagnostics.warning(
          "action '\(dead.action.name.value)' never runs: the one before it has no criteria",
          at: dead.action.location)
      }
    }
  }

  /// A reference to a step that has not run yet on any way is an error (the settled corner V3).
  private func refuseForwardReferences() {
    for (index, draft) in drafts.enumerated() where lowering.analysis.isReachable[index] {
      let node = lowering.analysis.nodes[index]
      let read = node.requestUses.union(node.responseUses).union(node.failureUses)
      let unset = read.subtracting(lowering.analysis.maySet[index])
      for key in unset.sorted(by: { ($0.step, $0.output) < ($1.step, $1.output) }) {
        diagnostics.error(
          "step '\(draft.id)' reads '$steps.\(key.step).outputs.\(key.output)', and step "
            + "'\(key.step)' never runs before it", at: draft.step.id.location)
      }
    }
  }
}
