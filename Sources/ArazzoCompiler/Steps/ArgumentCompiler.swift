import ArazzoDescriptions
import ArazzoDocuments

/// Compiles the arguments that a step or an action passes to a workflow.
struct ArgumentCompiler {
  let scope: WorkflowResolver
  let called: WorkflowPlan
  /// Compiles values as they are when the workflow is called.
  let values: ValueCompiler
  /// Who calls, for messages: "step 'pay'".
  let caller: Located<String>

  private var diagnostics: Diagnostics { scope.diagnostics }

  /// The inputs that parameters name.
  ///
  /// - Returns: `nil` where a mistake was reported.
  func arguments(_ parameters: [Parameter]) -> [WorkflowCallPlan.Argument]? {
    let (arguments, hasErrors) = diagnostics.scope {
      let parameters = named(parameters)
      let arguments = parameters.compactMap(argument)
      checkRequired(Set(parameters.map(\.name.value)))
      return arguments
    }
    return hasErrors ? nil : arguments
  }

  /// The inputs that this workflow has under the same names.
  ///
  /// - Returns: `nil` where a required one is left, which is reported.
  func inputsOfTheSameName() -> [WorkflowCallPlan.Argument]? {
    let arguments = called.inputs.fields.compactMap { field -> WorkflowCallPlan.Argument? in
      guard let own = scope.inputs.fields.first(where: { $0.name == field.name }) else {
        return nil
      }
      let value = ValuePlan(
        kind: .input([own.name]), type: own.type, isOptional: own.isOptional,
        expression: "$inputs.\(own.name)")
      return WorkflowCallPlan.Argument(field: field, value: value)
    }
    let names = Set(arguments.map(\.field.name))
    return diagnostics.scope { checkRequired(names) }.hasErrors ? nil : arguments
  }

  /// How the workflows come to run that the called one depends on.
  ///
  /// - Returns: `nil` where a mistake was reported.
  func dependencies() -> WorkflowCallPlan.Dependencies? {
    guard !called.dependsOn.isEmpty else { return WorkflowCallPlan.Dependencies.none }
    if Set(called.dependsOn).isSubset(of: scope.dependsOn) { return .atHand }
    var seen: Set<String> = []
    var calls: [WorkflowCallPlan.Dependency] = []
    let added = diagnostics.scope { add(called, &seen, &calls, depth: 0) }
    return added.hasErrors ? nil : .run(calls)
  }

  /// Adds what a workflow depends on, each after what it depends on itself.
  private func add(
    _ workflow: WorkflowPlan, _ seen: inout Set<String>,
    _ calls: inout [WorkflowCallPlan.Dependency], depth: Int
  ) {
    guard depth < 50 else { return }
    for name in workflow.dependsOn where seen.insert(name).inserted {
      guard let plan = scope.plans?.plan(named: name) else { continue }
      add(plan, &seen, &calls, depth: depth + 1)
      let reason = "workflow '\(workflow.name)' depends on '\(plan.name)'"
      let compiler = ArgumentCompiler(
        scope: scope, called: plan, values: values,
        caller: Located("\(reason): \(caller.value)", at: caller.location))
      calls.append(.init(workflow: name, arguments: compiler.inputsOfTheSameName() ?? []))
    }
  }

  /// The parameters under the names of the inputs that they are for (dialect P15).
  private func named(_ parameters: [Parameter]) -> [Parameter] {
    let set = Set(parameters.map(\.name.value))
    let open = called.inputs.fields.map(\.name).filter { !set.contains($0) }
    return parameters.map { parameter in
      let name = parameter.name
      let isKnown = called.inputs.fields.contains { $0.name == name.value }
      guard !isKnown,
        let near = diagnostics.nearName(name.value, among: open, "input", at: name.location)
      else { return parameter }
      var parameter = parameter
      parameter.name = Located(near.name, at: name.location)
      return parameter
    }
  }

  private func argument(_ parameter: Parameter) -> WorkflowCallPlan.Argument? {
    let name = parameter.name.value
    guard let field = called.inputs.fields.first(where: { $0.name == name }) else {
      let advice = Advice(name, in: called.inputs.fields.map(\.name), instead: parameter.name)
      diagnostics.warning(
        "workflow '\(called.name)' has no input \(name.quotedForMessage); it is not passed",
        at: parameter.name.location, suggestion: advice.suggestion, fix: advice.fix)
      return nil
    }
    guard let value = values.value(parameter.value) else { return nil }
    if let literal = value.literal, !literal.canBecome(field) {
      diagnostics.error(
        "input '\(name)' of workflow '\(called.name)' is \(field.type.phrase), found "
          + parameter.value.node.kindName, at: parameter.value.location)
      return nil
    }
    if let written = parameter.value.node.numberAsWritten, field.type.withoutNull == .string {
      return WorkflowCallPlan.Argument(field: field, value: .literal(.string(written)))
    }
    // Rule H12: a credential that a step was to get is not left out.
    return WorkflowCallPlan.Argument(
      field: field, value: value,
      mustBeThere: field.type.isSecret && !value.variables.isEmpty)
  }

  private func checkRequired(_ names: Set<String>) {
    if values.moment.step.flatMap(scope.step)?.hasErrors == true { return }
    for field in called.inputs.fields
    where !field.isOptional && field.defaultValue == nil && !names.contains(field.name) {
      diagnostics.error(
        "\(caller.value) does not pass the input '\(field.name)' that workflow '\(called.name)' "
          + "requires", at: caller.location)
    }
  }
}

extension WorkflowCallPlan.Argument {
  var isRequired: Bool { mustBeThere || !field.isOptional && field.defaultValue == nil }
}

extension LiteralPlan {
  /// Whether a field can be this, if need be in another spelling; what is in an object or an array
  /// is looked at when the workflow runs.
  fileprivate func canBecome(_ field: FieldPlan) -> Bool {
    switch (self, field.type.withoutNull) {
    case (_, .json): true
    case (.null, _): field.type.isNullable
    case (.object, .structure), (.object, .enclosing), (.object, .dictionary), (.array, .array):
      true
    case (.string, .timestamp), (.string, .uuid), (.string, .url), (.string, .data): true
    case (.string(let text), .integer): Int(text) != nil
    case (.string(let text), .unsigned): UInt64(text) != nil
    case (.string(let text), .number): Double(text) != nil
    case (.string(let text), .boolean): text == "true" || text == "false"
    case (.number, .string), (.bool, .string), (.number, .secret): true
    default: fits(field.type)
    }
  }
}

/// Compiles a step's call of another workflow.
struct WorkflowCallCompiler {
  let scope: WorkflowResolver
  let step: Step
  let called: WorkflowPlan

  private var diagnostics: Diagnostics { scope.diagnostics }

  func call() -> (plan: CallPlan, needs: Needs)? {
    if let body = step.requestBody {
      diagnostics.error(
        "a step that calls a workflow has no request body", at: body.location,
        suggestion: "pass values to the workflow as 'parameters'")
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
