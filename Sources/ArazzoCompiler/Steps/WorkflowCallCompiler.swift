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
    let parameters = Self.parameters(of: step, in: scope.workflow)
    let arguments = parameters.compactMap(argument)
    checkRequired(parameters)
    guard diagnostics.errorCount == errors else { return nil }
    let required = arguments.filter { $0.isRequired }
      .reduce(into: Set<VariableKey>()) { $0.formUnion($1.value.variables) }
    return (.workflow(WorkflowCallPlan(workflow: called.id, arguments: arguments)), required)
  }

  /// The step's own parameters, then the workflow's for no place in a request (rule A2).
  static func parameters(of step: Step, in workflow: Workflow) -> [Parameter] {
    let own = Set(step.parameters.map(\.name.value))
    return step.parameters
      + workflow.parameters.filter { $0.place == nil && !own.contains($0.name.value) }
  }

  private func argument(_ parameter: Parameter) -> WorkflowCallPlan.Argument? {
    let name = parameter.name.value
    guard let field = called.inputs.fields.first(where: { $0.name == name }) else {
      diagnostics.error(
        "workflow '\(called.id)' has no input \(name.quotedForMessage)",
        at: parameter.name.location,
        suggestion: didYouMean(name, in: called.inputs.fields.map(\.name)))
      return nil
    }
    let values = ValueCompiler(scope: scope, moment: .request(step: step.id.value))
    guard let value = values.value(parameter.value) else { return nil }
    if let literal = value.literal, !literal.canBecome(field) {
      diagnostics.error(
        "input '\(name)' of workflow '\(called.id)' is \(field.type.phrase), found "
          + parameter.value.kindName, at: parameter.value.location)
      return nil
    }
    return WorkflowCallPlan.Argument(field: field, value: value)
  }

  private func checkRequired(_ parameters: [Parameter]) {
    let names = Set(parameters.map(\.name.value))
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

extension LiteralPlan {
  /// Whether a field can be this, if need be in another spelling; what is in an object or an array is
  /// looked at when the workflow runs.
  fileprivate func canBecome(_ field: FieldPlan) -> Bool {
    switch (self, field.type) {
    case (_, .json): true
    case (.null, _): field.isOptional
    case (.object, .structure), (.object, .dictionary), (.array, .array): true
    case (.string(let text), .integer): Int(text) != nil
    case (.string(let text), .number): Double(text) != nil
    case (.string(let text), .boolean): text == "true" || text == "false"
    case (.number, .string), (.bool, .string), (.number, .secret): true
    default: fits(field.type)
    }
  }
}
