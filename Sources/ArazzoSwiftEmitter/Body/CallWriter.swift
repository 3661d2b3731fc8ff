import ArazzoCompiler

/// The call of another workflow.
struct CallWriter {
  let values: ValueWriter
  let call: WorkflowCallPlan

  private var step: String { values.scope.step.id }
  private var callee: WorkflowContext? { values.workflow.callee(call.workflow) }

  /// The statements of the call.
  ///
  /// - Parameters:
  ///   - isResultUsed: Whether anything reads what it returned.
  ///   - isResponseUsed: Whether anything reads the last response that it received.
  ///   - isDeclared: Whether the constants stand above already.
  func statements(isResultUsed: Bool, isResponseUsed: Bool, isDeclared: Bool) -> [Layout] {
    values.scope.used.insert("run")
    guard let callee else { return [] }
    let opened = Layout.call("run.call", [.string(step)])
    let name = values.names.variables.local("Call", of: step)
    let client: Layout = isResponseUsed ? .text(name + ".client") : [opened, ".client"]
    let call = Layout.call(
      .text("try await " + ReservedNames.declared(callee.names.function)),
      arguments(callee) + [.labelled("client", client)])
    let received = received(call, callee.plan, isResultUsed, isDeclared)
    guard isResponseUsed else { return received }
    let response = values.names.variables.local("Response", of: step)
    let target = isDeclared ? response : "let \(response)"
    return [[.text("let \(name) = try "), opened]] + received
      + [.text("\(target) = await \(name).response")]
  }

  private func received(
    _ call: Layout, _ plan: WorkflowPlan, _ isResultUsed: Bool, _ isDeclared: Bool
  ) -> [Layout] {
    let result = values.names.variables.local("Result", of: step)
    let target = !isResultUsed ? "_ = " : isDeclared ? "\(result) = " : "let \(result) = "
    let canFail = plan.endings.contains { $0.isFailure }
    guard plan.returnsOutcome, canFail || isResultUsed else {
      return plan.returnsOutcome || !plan.outputs.isEmpty ? [[.text(target), call]] : [call]
    }
    let outcome = values.names.variables.local("Outcome", of: step)
    let mark = canFail ? "try " : ""
    let taken =
      plan.outputs.isEmpty
      ? "\(mark)\(outcome).requireSuccess()" : "\(target)\(mark)\(outcome).outputs"
    return [[.text("let \(outcome) = "), call], .text(taken)]
  }

  /// The declaration of the result without its value.
  func declaration() -> Layout? {
    guard let callee, !callee.plan.outputs.isEmpty else { return nil }
    let name = values.names.variables.local("Result", of: step)
    return .text("let \(name): \(callee.names.type).Outputs")
  }

  private func arguments(_ callee: WorkflowContext) -> [Layout] {
    guard !callee.plan.inputs.fields.isEmpty else { return [] }
    let fields = callee.plan.inputs.fields.compactMap { field in
      call.arguments.first { $0.field.name == field.name }.flatMap { argument($0, callee) }
    }
    return [.call(.text(callee.names.type + ".Inputs"), fields)]
  }

  private func argument(
    _ argument: WorkflowCallPlan.Argument, _ callee: WorkflowContext
  ) -> Layout? {
    let field = argument.field
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
      argument.value, field.type, isOptional: isOptional, name: field.name, isForeign: true)
    guard isOptional, let literal = field.defaultValue, !field.isOptional else {
      return .labelled(label, value)
    }
    let defaultValue = DefaultValue(names: callee.names).layout(literal, field.type)
    return .labelled(label, .binary(value, "??", defaultValue))
  }
}
