import ArazzoCompiler

/// The call of another workflow.
struct CallWriter {
  let values: ValueWriter
  let call: WorkflowCallPlan

  private var step: String { values.scope.step.id }
  var callee: WorkflowContext? { values.workflow.callee(call.workflow) }

  /// The statements of the call.
  ///
  /// - Parameters:
  ///   - isResultUsed: Whether anything reads what it returned.
  ///   - isResponseUsed: Whether anything reads the last response that it received.
  ///   - isKept: Whether its outputs are read after a failure as well.
  ///   - isDeclared: Whether the constants stand above already.
  func statements(
    isResultUsed: Bool, isResponseUsed: Bool, isKept: Bool, isDeclared: Bool
  ) -> [Layout] {
    values.scope.used.insert("run")
    guard let callee else { return [] }
    let limit = values.scope.step.timeLimit.map { [Layout.labelled("timeout", $0)] } ?? []
    let opened = Layout.call("run.call", [.string(step)] + limit)
    let name = values.names.variables.local("Call", of: step)
    let client: Layout = isResponseUsed ? .text(name + ".client") : [opened, ".client"]
    let call: Layout = ["try await ", invocation(callee, client: client)]
    let received = received(call, callee, isResultUsed, isKept: isKept, isDeclared)
    guard isResponseUsed else { return received }
    let response = values.names.variables.local("Response", of: step)
    let target = isDeclared ? response : "let \(response)"
    let wait = limit.isEmpty ? "" : "await "
    return [[.text("let \(name) = try \(wait)"), opened]] + received
      + [.text("\(target) = await \(name).response")]
  }

  /// The call alone.
  func invocation(_ callee: WorkflowContext, client: Layout) -> Layout {
    .call(
      .text(ReservedNames.declared(callee.names.function)),
      arguments(callee) + [.labelled("client", client)])
  }

  private func received(
    _ call: Layout, _ callee: WorkflowContext, _ isResultUsed: Bool, isKept: Bool,
    _ isDeclared: Bool
  ) -> [Layout] {
    let plan = callee.plan
    let kept = values.names.variables.local("Outputs", of: step)
    let result = values.names.variables.local("Result", of: step)
    let target = !isResultUsed ? "_ = " : isDeclared ? "\(result) = " : "let \(result) = "
    guard plan.returnsOutcome, callee.canFail || isResultUsed || isKept else {
      if isKept {
        return isResultUsed
          ? [[.text(target), call], .text("\(kept) = \(result)")] : [[.text("\(kept) = "), call]]
      }
      return plan.returnsOutcome || !plan.outputs.isEmpty ? [[.text(target), call]] : [call]
    }
    let outcome = values.names.variables.local("Outcome", of: step)
    let mark = callee.canFail || plan.continues ? "try " : ""
    let taken =
      isResultUsed && !plan.outputs.isEmpty
      ? "\(target)\(mark)\(outcome).outputs" : callee.successCheck(outcome)
    let source = callee.hasPartialOutputs ? "knownOutputs" : "outputs"
    return [[.text("let \(outcome) = "), call]]
      + (isKept ? [.text("\(kept) = \(outcome).\(source)")] : [])
      + (callee.canFail || isResultUsed ? [.text(taken)] : [])
  }

  /// The declaration of the outputs that are read after a failure.
  func keptOutputs() -> [Layout] {
    guard let callee else { return [] }
    let name = values.names.variables.local("Outputs", of: step)
    return [.text("var \(name): \(callee.names.type).Outputs?")]
  }

  /// The declaration of the result without its value.
  func declaration() -> Layout? {
    guard let callee, !callee.plan.outputs.isEmpty else { return nil }
    let name = values.names.variables.local("Result", of: step)
    return .text("let \(name): \(callee.names.type).Outputs")
  }

  private func arguments(_ callee: WorkflowContext) -> [Layout] {
    (inputs(callee, call.arguments).map { [$0] } ?? []) + dependencies(callee)
  }

  /// The workflow's inputs; `nil` where it has none.
  private func inputs(
    _ callee: WorkflowContext, _ arguments: [WorkflowCallPlan.Argument]
  ) -> Layout? {
    guard !callee.plan.inputs.fields.isEmpty else { return nil }
    let fields = callee.plan.inputs.fields.compactMap { field in
      arguments.first { $0.field.name == field.name }
        .flatMap { argument($0, for: field, callee) }
    }
    return .call(.text(callee.names.type + ".Inputs"), fields)
  }

  private func dependencies(_ callee: WorkflowContext) -> [Layout] {
    switch call.dependencies {
    case .none: []
    case .atHand: callee.dependencyArguments
    case .run(let calls):
      callee.allDependencies.compactMap { dependency in
        let own = calls.first { $0.workflow == dependency.plan.id }?.arguments ?? []
        return inputs(dependency, own).map { .labelled(dependency.dependencyInputs, $0) }
      }
    }
  }

  private func argument(
    _ argument: WorkflowCallPlan.Argument, for field: FieldPlan, _ callee: WorkflowContext
  ) -> Layout? {
    let isOptional = field.isOptional || (field.defaultValue != nil && argument.value.isOptional)
    if argument.value.isKnownMissing, isOptional { return nil }
    let label = callee.names.inputs.field(field.name, of: callee.plan.inputs.path)
    if case .enumeration(let plan) = field.type,
      case .literal(.string(let text)) = argument.value.kind,
      let name = callee.names.inputs.enumCase(text, of: plan)
    {
      return .labelled(label, .text("." + name))
    }
    let value = values.typed(
      argument.value, field.type, isOptional: isOptional, name: field.name, isForeign: true
    ).layout
    guard isOptional, let literal = field.defaultValue, !field.isOptional else {
      return .labelled(label, value)
    }
    let defaultValue = DefaultValue(names: callee.names).layout(literal, field.type)
    return .labelled(label, .binary(value, "??", defaultValue))
  }
}
