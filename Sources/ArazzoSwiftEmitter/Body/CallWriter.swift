import ArazzoCompiler

/// The call of another workflow.
struct CallWriter {
  let values: ValueWriter
  let call: WorkflowCallPlan

  private var step: String { values.scope.step.id }
  var callee: WorkflowContext? { values.workflow.callee(call.workflow) }

  /// The statements of the call.
  ///
  /// - Parameter isDeclared: Whether the constants stand above already.
  func statements(isDeclared: Bool) -> [Layout] {
    guard let callee else { return [] }
    let uses = values.scope.step.uses
    let isKept = uses.failedCallOutputs
    let hasResult = uses.callOutputs && callee.plan.mainResult != nil
    let result = values.names.variables.local("Result", of: step)
    let kept = values.names.variables.local("Outputs", of: step)
    let isCopied = isKept && hasResult && !callee.plan.returnsOutcome
    let isGiven = isKept && !hasResult && !callee.plan.returnsOutcome
    let target =
      isGiven ? "\(kept) = " : !hasResult ? "" : isDeclared ? "\(result) = " : "let \(result) = "
    let body = body(callee, hasResult: hasResult, isKept: isKept)
    let attempt = [attempt(target, body)] + (isCopied ? [.text("\(kept) = \(result)")] : [])
    guard uses.response else { return attempt }
    let response = values.names.variables.local("Response", of: step)
    return attempt + [.text((isDeclared ? "" : "let ") + "\(response) = run.calledResponse")]
  }

  /// The statement that runs the step.
  private func attempt(_ target: String, _ body: [Layout]) -> Layout {
    let limit = values.scope.step.timeLimit.map { [Layout.labelled("timeout", $0)] } ?? []
    let arguments = Layout.joined([.string(step)] + limit, by: ", ")
    let opened = Layout.text(target + "try await run.call(")
    let head: Layout = ") { client throws(WorkflowError) in"
    return .choice(
      .block([opened, arguments, head], body),
      .block([opened, .indent([.hardLine, arguments]), .hardLine, head], body))
  }

  /// The call alone.
  func invocation(_ callee: WorkflowContext, client: Layout) -> Layout {
    .call(
      .text(ReservedNames.declared(callee.names.function)),
      arguments(callee) + [.labelled("client", client)])
  }

  /// What gives the outputs, or fails where the called workflow has.
  private func body(_ callee: WorkflowContext, hasResult: Bool, isKept: Bool) -> [Layout] {
    let plan = callee.plan
    let call: Layout = ["try await ", invocation(callee, client: "client")]
    guard plan.returnsOutcome, callee.plan.canFail || hasResult || isKept else { return [call] }
    let kept = values.names.variables.local("Outputs", of: step)
    let outcome = values.names.variables.local("Outcome", of: step)
    let taken =
      hasResult ? "return try \(outcome).outputs" : "try \(outcome).requireSuccess()"
    return [[.text("let \(outcome) = "), call]]
      + (isKept ? [.text("\(kept) = \(outcome).knownOutputs")] : [])
      + (callee.plan.canFail || hasResult ? [.text(taken)] : [])
  }

  /// The declaration of the outputs that are read after a failure.
  func keptOutputs() -> [Layout] {
    guard let callee else { return [] }
    let name = values.names.variables.local("Outputs", of: step)
    return [.declaration("var " + name, [.qualified([callee.names.type, "Outputs"]), "?"])]
  }

  /// The declaration of the result without its value.
  func declaration() -> Layout? {
    guard let callee, callee.plan.mainResult != nil else { return nil }
    let name = values.names.variables.local("Result", of: step)
    return .declaration("let " + name, .qualified([callee.names.type, "Outputs"]))
  }

  private func arguments(_ callee: WorkflowContext) -> [Layout] {
    (inputs(callee, call.arguments).map { [$0] } ?? []) + dependencies(callee)
  }

  /// The workflow's inputs; `nil` where it has none.
  private func inputs(
    _ callee: WorkflowContext, _ arguments: [WorkflowCallPlan.Argument]
  ) -> Layout? {
    guard !callee.plan.inputs.fields.isEmpty else { return nil }
    return .call(
      .text(callee.names.type + ".Inputs"), arguments.map { argument($0, of: callee) })
  }

  private func dependencies(_ callee: WorkflowContext) -> [Layout] {
    switch call.dependencies {
    case .none: []
    case .atHand: callee.dependencyArguments
    case .run(let calls):
      calls.compactMap { call in
        values.workflow.callee(call.workflow).flatMap { dependency in
          inputs(dependency, call.arguments).map { .labelled(dependency.dependencyInputs, $0) }
        }
      }
    }
  }

  private func argument(
    _ argument: WorkflowCallPlan.Argument, of callee: WorkflowContext
  ) -> Layout {
    let field = argument.field
    let label = callee.names.inputs.field(field.name, of: callee.plan.inputs.path)
    if case .enumeration(let plan) = field.type.withoutNull,
      case .literal(.string(let text)) = argument.value.kind,
      let name = callee.names.inputs.enumCase(text, of: plan)
    {
      let isNullable = field.type.isNullable
      return .labelled(label, isNullable ? .call(".value", [.text("." + name)]) : .text("." + name))
    }
    let type = argument.mustBeThere ? field.type.withoutNull : field.type
    var value = values.typed(
      argument.value, type, isOptional: argument.absence != .failure, name: field.name,
      isForeign: true
    ).layout
    if type != field.type { value = .call(".value", [value]) }
    guard argument.absence == .defaultValue, let literal = field.defaultValue else {
      return .labelled(label, value)
    }
    let defaultValue = DefaultValue(names: callee.names).layout(literal, field.type)
    return .labelled(label, .binary(value, "??", defaultValue))
  }
}
