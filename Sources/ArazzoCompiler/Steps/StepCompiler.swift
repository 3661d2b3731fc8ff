import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Steps in, drafts out: everything about a step but what control flow adds.
struct StepCompiler {
  let scope: WorkflowScope

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
    check(onFailure, failedWith: criteria)
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
