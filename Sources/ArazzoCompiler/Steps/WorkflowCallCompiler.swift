import ArazzoDescriptions
import ArazzoDocuments

/// The call of another workflow by one step.
struct WorkflowCallCompiler {
  let scope: WorkflowScope
  let step: Step
  let called: WorkflowPlan

  private var diagnostics: Diagnostics { scope.diagnostics }

  func call() -> (plan: CallPlan, needs: Needs)? {
    if let body = step.requestBody {
      diagnostics.error(
        "a step that calls a workflow has no request body", at: body.location,
        suggestion: "pass what the workflow needs as parameters")
    }
    let compiler = ArgumentCompiler(
      scope: scope, called: called,
      values: ValueCompiler(scope: scope, moment: .request(step: step.id.value)),
      caller: Located("step '\(step.id.value)'", at: step.id.location))
    let arguments = compiler.arguments(Self.parameters(of: step, in: scope.workflow))
    guard let arguments, let dependencies = compiler.dependencies(), step.requestBody == nil
    else { return nil }
    let plan = WorkflowCallPlan(
      workflow: called.id, arguments: arguments, dependencies: dependencies)
    return (.workflow(plan), plan.needs)
  }

  /// The step's own parameters, then the workflow's for no place in a request (rule A2).
  static func parameters(of step: Step, in workflow: Workflow) -> [Parameter] {
    let own = Set(step.parameters.map(\.name.value))
    return step.parameters
      + workflow.parameters.filter { $0.place == nil && !own.contains($0.name.value) }
  }
}
