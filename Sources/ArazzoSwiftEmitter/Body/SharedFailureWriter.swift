import ArazzoCompiler

/// The failure actions that several steps share: a function inside the workflow's, which steps call.
struct SharedFailureWriter {
  let workflow: WorkflowContext
  let plan: SharedFailurePlan
  let name: String

  /// The group of a step; `nil` where it shares no failure action.
  init?(_ step: StepPlan, of workflow: WorkflowContext) {
    guard let number = workflow.plan.sharedFailure(of: step.id) else { return nil }
    self.init(number, of: workflow)
  }

  init(_ number: Int, of workflow: WorkflowContext) {
    self.workflow = workflow
    plan = workflow.plan.sharedFailures[number]
    name = ReservedNames.failureFunction + (number == 0 ? "" : String(number + 1))
  }

  private var result: String { workflow.result ?? "Void" }

  // MARK: the function

  /// The function as a context of the workflow's template; `nil` where there is no such step.
  func function() -> [String: Any]? {
    guard let step = workflow.plan.steps.first(where: { $0.id == plan.steps.first }) else {
      return nil
    }
    let values = ValueWriter(workflow: workflow, scope: StepScope(step: step, phase: .failed))
    let writer = ActionWriter(values: values, isShared: true, hasOutputs: true)
    var parameters: [Layout] = ["_ failure: WorkflowError"]
    if plan.retries { parameters.append("of step: String") }
    if let outputs = workflow.plan.knownOutputs(plan, at: step) {
      let type = workflow.names.result(outputs.result)
      parameters.append(.text("outputs: \(workflow.names.type).\(type)"))
    }
    return [
      "documentation": documentation(), "name": name,
      "parameters": Layout.parameters(parameters), "effects": plan.retries ? "async " : "",
      "result": plan.ends ? [result + (plan.retries ? "?" : "")] : [],
      "statements": Layout.lines(
        writer.statements(plan.actions[...], otherwise: ["throw failure"])),
    ]
  }

  private func documentation() -> Layout {
    let again = plan.ends && plan.retries ? " Returns `nil` to retry the step." : ""
    return .documentation("Runs the failure actions that several steps share." + again)
  }

  // MARK: the call

  /// The statements of a step that has failed.
  ///
  /// - Parameter failure: The failure as an expression, which may throw.
  func statements(of step: StepPlan, failure: Layout) -> [Layout] {
    let values = ValueWriter(workflow: workflow, scope: StepScope(step: step, phase: .failed))
    var arguments = [failure]
    if plan.retries { arguments.append(.labelled("of", .string(step.id))) }
    if let outputs = workflow.plan.knownOutputs(plan, at: step) {
      let built = TransitionWriter(values: values).outputs(outputs.values, outputs.result)
      arguments.append(.labelled("outputs", built.layout))
    }
    let call = Layout.call(.text(name), arguments)
    guard plan.retries else { return [["return try ", call]] }
    guard plan.ends else { return [["try await ", call], "continue"] }
    return [.if([["let outcome = try await ", call]], ["return outcome"]), "continue"]
  }
}
