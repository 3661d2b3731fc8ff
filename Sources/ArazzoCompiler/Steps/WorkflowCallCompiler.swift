import ArazzoDescriptions
import ArazzoDocuments

/// The call of another workflow by one step.
struct WorkflowCallCompiler {
  let scope: WorkflowScope
  let step: Step
  let called: WorkflowPlan

  private var diagnostics: Diagnostics { scope.diagnostics }

  func call() -> (plan: CallPlan, required: Set<VariableKey>)? {
    let errors = diagnostics.errorCount
    if let body = step.requestBody {
      diagnostics.error(
        "a step that calls a workflow has no request body", at: body.location,
        suggestion: "pass what the workflow needs as parameters")
    }
    let arguments = step.parameters.compactMap(argument)
    checkRequired(arguments)
    guard diagnostics.errorCount == errors else { return nil }
    let required = arguments.filter { $0.isRequired }
      .reduce(into: Set<VariableKey>()) { $0.formUnion($1.value.variables) }
    return (.workflow(WorkflowCallPlan(workflow: called.id, arguments: arguments)), required)
  }

  private func argument(_ parameter: Parameter) -> WorkflowCallPlan.Argument? {
    let name = parameter.name.value
    guard let field = called.inputs.fields.first(where: { $0.name == name }) else {
      diagnostics.error(
        "workflow '\(called.id)' has no input '\(name)'", at: parameter.name.location,
        suggestion: didYouMean(name, in: called.inputs.fields.map(\.name)))
      return nil
    }
    let values = ValueCompiler(scope: scope, moment: .request(step: step.id.value))
    return values.value(parameter.value).map {
      WorkflowCallPlan.Argument(field: field, value: $0)
    }
  }

  private func checkRequired(_ arguments: [WorkflowCallPlan.Argument]) {
    let names = Set(step.parameters.map(\.name.value))
    for field in called.inputs.fields
    where !field.isOptional && field.defaultValue == nil && !names.contains(field.name) {
      diagnostics.error(
        "step '\(step.id.value)' does not pass the input '\(field.name)' that workflow "
          + "'\(called.id)' requires", at: step.id.location)
    }
  }
}

extension WorkflowCallPlan.Argument {
  fileprivate var isRequired: Bool { !field.isOptional && field.defaultValue == nil }
}
