import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles steps to drafts: everything but the results of the flow analysis.
struct StepCompiler {
  let scope: WorkflowResolver

  var diagnostics: Diagnostics { scope.diagnostics }

  /// - Returns: `nil` where a mistake was reported.
  func draft(_ step: Step) -> StepDraft? {
    guard let target = scope.targets[step.id.value] else { return nil }
    let call = call(step, target)
    let outputs = step.outputs.compactMap { output -> (VariableKey, ValuePlan)? in
      let key = VariableKey(step: step.id.value, output: output.name.value)
      return scope.value(of: key).map { (key, $0) }
    }
    let conditions = ConditionCompiler(
      values: ValueCompiler(scope: scope, moment: .response(step: step.id.value)))
    let criteria = criteria(step, target, conditions)
    let onSuccess = ActionCompiler(scope: scope, conditions: conditions).success(step)
    let onFailure = ActionCompiler(scope: scope, conditions: conditions.afterFailure).failure(step)
    guard let call, let criteria, let onSuccess, let onFailure,
      outputs.count == step.outputs.count
    else { return nil }
    let answers = checked(onSuccess, succeededWith: criteria)
    // A step that calls a workflow fails where that one does, whatever the step's criteria are.
    if case .operation = target { check(onFailure, failedWith: criteria) }
    return StepDraft(
      step: step, call: call.plan, needs: call.needs, criteria: criteria,
      outputs: outputs.map { (key: $0.0, value: $0.1) }, onSuccess: answers,
      onFailure: onFailure)
  }

  private func criteria(
    _ step: Step, _ target: StepTarget, _ conditions: ConditionCompiler
  ) -> [CriterionPlan]? {
    guard step.successCriteria.isEmpty else {
      let criteria = conditions.criteria(step.successCriteria)
      if case .operation(let found) = target, let criteria {
        reportUnlistedStatus(step, criteria, found)
      }
      return criteria
    }
    switch target {
    case .operation:
      return [CriterionPlan(condition: .isSuccessStatus, text: "a 2xx status")]
    case .workflow: return []
    }
  }

  private func call(
    _ step: Step, _ target: StepTarget
  ) -> (plan: CallPlan, needs: Needs)? {
    switch target {
    case .operation(let found):
      return OperationCompiler(scope: scope, step: step, found: found).call()
    case .workflow(let called):
      return WorkflowCallCompiler(scope: scope, step: step, called: called).call()
    }
  }
}

/// Checks criteria and actions together.
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

  /// Whether the criteria of an action follow from the step's success.
  private func alwaysHolds(_ action: ActionDraft, when moment: ConditionPlan) -> Bool {
    guard !action.criteria.isEmpty else { return false }
    let own = ConditionPlan.and(action.criteria.map(\.condition))
    guard StatusTruth.alone.truth(of: [own]) == .unknown, own.readsStatusAlone,
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
      guard StatusTruth.alone.truth(of: own) == .unknown,
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
    // `default` covers unlisted statuses, which aren't successes if a success is listed.
    let hasOpenEnd = all.count > listed.count
    let listsSuccess = listed.contains { $0.hasPrefix("2") }
    for (criterion, written) in zip(criteria, step.successCriteria) {
      for case .status(.equal, let status) in criterion.condition.flattened
      where !listed.contains(where: { $0.covers(status) })
        && (!hasOpenEnd || listsSuccess && 200..<300 ~= status)
      {
        diagnostics.undeclared(
          "\(operation.method) \(operation.path) lists no response with status \(status)",
          at: written.condition.location, cause: "status \(status)",
          suggestion: help(for: criterion, written, listed)
            ?? (listed.count > 8 ? nil : "available: \(all.joined(separator: ", "))"))
      }
    }
  }

  /// The help to compare the status with the only success that is listed, where the criterion
  /// compares it with another and does nothing else.
  private func help(
    for criterion: CriterionPlan, _ written: Criterion, _ listed: [String]
  ) -> String? {
    guard case .status(.equal, _) = criterion.condition, written.kind == .simple else { return nil }
    let successes = listed.filter { $0.hasPrefix("2") }
    guard let only = successes.first, successes.count == 1, Int(only) != nil else { return nil }
    return "write $statusCode == \(only)"
  }
}

extension StatusTruth {
  /// For conditions of which nothing else than the status matters.
  fileprivate static var alone: StatusTruth { StatusTruth { _ in .unknown } }
}
