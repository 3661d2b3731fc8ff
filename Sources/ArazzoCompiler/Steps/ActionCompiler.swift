import ArazzoDescriptions
import ArazzoDocuments

/// Success and failure actions (rules A1 to A6).
struct ActionCompiler {
  let scope: WorkflowScope
  let conditions: ConditionCompiler

  private var diagnostics: Diagnostics { scope.diagnostics }

  func success(_ step: Step) -> [ActionDraft]? {
    drafts(merge(step.onSuccess, scope.workflow.successActions), kind: .success)
  }

  func failure(_ step: Step) -> [ActionDraft]? {
    drafts(merge(step.onFailure, scope.workflow.failureActions), kind: .failure)
  }

  /// The step's own, then the workflow's that it does not replace by name (rule A2).
  private func merge(_ own: [Action], _ inherited: [Action]) -> [Action] {
    own + inherited.filter { action in !own.contains { $0.name.value == action.name.value } }
  }

  private func drafts(_ actions: [Action], kind: EndingPlan.Kind) -> [ActionDraft]? {
    let drafts = actions.map { draft($0, kind: kind) }
    let present = drafts.compactMap(\.self)
    return present.count == drafts.count ? present : nil
  }

  private func draft(_ action: Action, kind: EndingPlan.Kind) -> ActionDraft? {
    let criteria = conditions.criteria(action.criteria)
    guard let target = target(action, kind: kind), let criteria else { return nil }
    return ActionDraft(action: action, criteria: criteria, target: target)
  }

  private func target(_ action: Action, kind: EndingPlan.Kind) -> ActionDraft.Target? {
    switch action.kind {
    case .end: return .end(EndingPlan(name: action.name.value, kind: kind))
    case .goto: return goto(action)
    case .retry: return retry(action, kind: kind)
    }
  }

  private func goto(_ action: Action) -> ActionDraft.Target? {
    if let workflow = action.workflowID {
      return unsupported("'goto' a workflow", at: workflow.location)
    }
    guard let step = action.stepID else {
      diagnostics.error(
        "action '\(action.name.value)' of type 'goto' needs a 'stepId'", at: action.location)
      return nil
    }
    guard let index = scope.index(of: step.value) else {
      diagnostics.error(
        "there is no step \(step.value.quotedForMessage) to go to in workflow '\(scope.workflow.id.value)'",
        at: step.location,
        suggestion: didYouMean(step.value, in: scope.workflow.steps.map(\.id.value)))
      return nil
    }
    return .step(index)
  }

  private func retry(_ action: Action, kind: EndingPlan.Kind) -> ActionDraft.Target? {
    guard kind == .failure else {
      return unsupported("'retry' under 'onSuccess'", at: action.location)
    }
    if let reference = action.stepID ?? action.workflowID {
      return unsupported("'retry' with a step or workflow to run first", at: reference.location)
    }
    return .retry(
      RetryPlan(after: action.retryAfter?.value, limit: action.retryLimit?.value ?? 1))
  }

  private func unsupported(_ what: String, at location: Location) -> ActionDraft.Target? {
    diagnostics.error("\(what) is not supported yet", at: location)
    return nil
  }
}
