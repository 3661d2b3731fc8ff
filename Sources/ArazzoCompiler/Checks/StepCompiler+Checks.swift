import ArazzoDescriptions
import ArazzoDocuments

/// What criteria and actions say together.
extension StepCompiler {
  /// The actions, those marked whose criteria always hold where they are read; finds those whose
  /// criteria can't.
  func checked(
    _ actions: [ActionDraft], succeededWith criteria: [CriterionPlan]
  ) -> [ActionDraft] {
    let succeeded = ConditionPlan.and(criteria.map(\.condition))
    report(actions, when: succeeded, "the step has succeeded")
    return actions.map { action in
      var action = action
      action.alwaysHolds = alwaysHolds(action, when: succeeded)
      return action
    }
  }

  /// Whether the criteria of an action ask nothing that a success does not have.
  private func alwaysHolds(_ action: ActionDraft, when moment: ConditionPlan) -> Bool {
    guard !action.criteria.isEmpty else { return false }
    let own = ConditionPlan.and(action.criteria.map(\.condition))
    guard StatusTruth.alone.truth(of: [own]) == .open, own.readsStatusAlone,
      StatusTruth.alone.truth(of: [moment, .not(own)]) == .never
    else { return false }
    return true
  }

  func check(_ actions: [ActionDraft], failedWith criteria: [CriterionPlan]) {
    report(actions, when: .not(.and(criteria.map(\.condition))), "the step has failed")
  }

  private func report(_ actions: [ActionDraft], when moment: ConditionPlan, _ words: String) {
    for action in actions where !action.criteria.isEmpty {
      let own = action.criteria.map(\.condition)
      guard StatusTruth.alone.truth(of: own) == .open,
        StatusTruth.alone.truth(of: own + [moment]) == .never
      else { continue }
      diagnostics.warning(
        "action \(action.action.name.value.quotedForMessage) never runs: its "
          + "criteria never hold when \(words)", at: action.action.location)
    }
  }

  /// Reports a status in the success criteria that the operation does not list (dialect P10).
  func reportUnlistedStatus(_ step: Step, _ criteria: [CriterionPlan], _ found: FoundOperation) {
    let operation = found.operation
    let all = operation.responses.map(\.status)
    let listed = all.filter { $0 != "default" }
    guard !listed.isEmpty else { return }
    // `default` stands for what is not listed, and that is no success where one is listed.
    let hasOpenEnd = all.count > listed.count
    let listsSuccess = listed.contains { $0.hasPrefix("2") }
    for (criterion, written) in zip(criteria, step.successCriteria) {
      for case .status(.equal, let status) in criterion.condition.flattened
      where !listed.contains(where: { $0.covers(status) })
        && (!hasOpenEnd || listsSuccess && 200..<300 ~= status)
      {
        diagnostics.undeclared(
          "\(operation.method) \(operation.path) lists no response \(status)",
          at: written.condition.location, cause: "status \(status)",
          suggestion: listed.count > 8 ? nil : "it lists \(all.joined(separator: ", "))")
      }
    }
  }
}

extension StatusTruth {
  /// For conditions of which nothing else than the status matters.
  fileprivate static var alone: StatusTruth { StatusTruth { _ in .open } }
}
