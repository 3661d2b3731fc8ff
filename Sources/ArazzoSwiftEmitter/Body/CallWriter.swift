import ArazzoCompiler

/// The call of another workflow.
struct CallWriter {
  let values: ValueWriter
  let call: WorkflowCallPlan

  private var step: String { values.scope.step.id }
  private var callee: WorkflowContext? { values.workflow.callee(call.workflow) }

  /// The statements of the call; `isResultUsed` says whether anything reads what it returned.
  ///
  /// - Parameter isDeclared: Whether the result's constant stands above already.
  func statements(isResultUsed: Bool, isDeclared: Bool) -> [Layout] {
    values.scope.used.insert("run")
    guard let callee else { return [] }
    let call = Layout.call(
      .text("try await " + ReservedNames.declared(callee.names.function)), arguments(callee))
    return [.call("run.call", [.string(step)])]
      + received(call, callee.plan, isResultUsed, isDeclared)
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
    let client = Layout.labelled("client", "client")
    guard !callee.plan.inputs.fields.isEmpty else { return [client] }
    let fields = callee.plan.inputs.fields.compactMap { field in
      call.arguments.first { $0.field.name == field.name }.flatMap { argument($0, callee) }
    }
    return [.call(.text(callee.names.type + ".Inputs"), fields), client]
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
