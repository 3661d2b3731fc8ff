import ArazzoDescriptions
import ArazzoDocuments

/// Compiles success and failure actions (rules A1 to A6).
struct ActionCompiler {
  let scope: WorkflowResolver
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
    if let workflow = action.workflowID { return leave(action, for: workflow) }
    guard let step = action.stepID else {
      diagnostics.error(
        "action '\(action.name.value)' of type 'goto' needs a 'stepId'", at: action.location)
      return nil
    }
    guard let index = index(of: step) else { return nil }
    return .step(index)
  }

  /// Rule A5.
  private func leave(_ action: Action, for workflow: QualifiedName) -> ActionDraft.Target? {
    guard let call = call(workflow, by: action) else { return nil }
    return .workflow(
      EndingPlan(name: action.name.value, kind: .continued, workflow: call.workflow), call)
  }

  /// The call of a workflow by an action: with its parameters, or with inputs of the same name.
  private func call(_ workflow: QualifiedName, by action: Action) -> WorkflowCallPlan? {
    guard let called = scope.plans?.plan(at: workflow) else { return nil }
    let compiler = ArgumentCompiler(
      scope: scope, called: called, values: conditions.values,
      caller: Located("action '\(action.name.value)'", at: workflow.location))
    let arguments =
      action.parameters.isEmpty
      ? compiler.inputsOfTheSameName() : compiler.arguments(action.parameters)
    guard let arguments, let dependencies = compiler.dependencies() else { return nil }
    return WorkflowCallPlan(
      workflow: called.id, arguments: arguments, dependencies: dependencies)
  }

  /// Rule A6; under `onSuccess` it is another pass (dialect P9).
  private func retry(_ action: Action, kind: EndingPlan.Kind) -> ActionDraft.Target? {
    if kind == .success {
      diagnostics.dialect(
        .p09RetryOnSuccess, at: action.location,
        specSpelling: "go back with an action of type 'goto'",
        fix: goingBack(action))
    }
    var retry = RetryDraft(
      after: action.retryAfter?.value, limit: action.retryLimit?.value ?? 1)
    if let workflow = action.workflowID {
      guard let call = call(workflow, by: action) else { return nil }
      retry.first = .workflow(call)
    }
    if let step = action.stepID {
      guard let index = index(of: step) else { return nil }
      if step.value != conditions.values.moment.step { retry.first = .step(index) }
    }
    return .retry(retry)
  }

  /// The same action as a `goto` to the step that has succeeded.
  private func goingBack(_ action: Action) -> Fix? {
    guard let node = action.node, let step = conditions.values.moment.step,
      action.stepID == nil, action.workflowID == nil, let type = node["type"],
      let end = type.end, let separator = node.separator(before: "type")
    else { return nil }
    let names = ["retryAfter", "retryLimit"].filter { node[$0] != nil }
    guard let removals = node.removal(of: names) else { return nil }
    let quote = node.location.source.isJSON ? "\"" : ""
    let text = [
      "\(quote)goto\(quote)", "\(quote)stepId\(quote): \(quote)\(step)\(quote)",
    ]
    let edit = Fix.Edit(
      from: type.location, to: end, text: text.joined(separator: separator))
    let rest =
      names.isEmpty ? "" : ", without " + names.map { "'\($0)'" }.joined(separator: " and ")
    return Fix(
      [edit] + removals, text: "type: goto with stepId: \(step)\(rest)")
  }

  private func index(of step: Located<String>) -> Int? {
    if let index = scope.index(of: step.value) { return index }
    if scope.workflow.unreadSteps.contains(step.value) { return nil }
    let steps = scope.workflow.steps.map(\.id.value)
    if let near = diagnostics.nearName(step.value, among: steps, "step", at: step.location) {
      return scope.index(of: near.name)
    }
    diagnostics.error(
      "workflow '\(scope.workflow.id.value)' has no step \(step.value.quotedForMessage)",
      at: step.location,
      advice: Advice(step.value, in: steps, instead: step))
    return nil
  }
}
