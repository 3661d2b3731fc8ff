import ArazzoCompiler

/// The type of where a workflow stands, as the context of its template.
struct StateWriter {
  let types: TypeWriter

  private var plan: WorkflowPlan { types.workflow.plan }
  private var names: WorkflowNames { types.names }

  func layout() throws -> Layout {
    let plan = Layout.text(names.type + ".plan")
    return try types.templates.layout(
      "state",
      [
        "access": types.access, "states": self.plan.steps.map(state),
        "plan": Layout.choice(["{ ", plan, " }"], .block("{", [plan])),
      ])
  }

  private func state(_ step: StepPlan) -> [String: Any] {
    let values = step.carried.map { variable in
      Layout.parameter(
        ReservedNames.declared(names.variables.name(variable)),
        names.layout(of: variable.type, isOutside: false, isOptional: variable.isOptional))
    }
    return [
      "name": ReservedNames.declared(names.state(step.id)),
      "values": values.isEmpty ? [] : [Layout.arguments(values)],
      "saved": saved(step), "read": read(step),
    ]
  }

  /// `case .poll(let runID): SavedStep("poll", ["$steps.start.outputs.runId": runID])`.
  private func saved(_ step: StepPlan) -> Layout {
    let locals = step.carried.map { ReservedNames.declared(names.variables.name($0)) }
    let state = Layout.text("case ." + names.state(step.id))
    let pattern: Layout =
      locals.isEmpty
      ? [state, ":"] : [.call(state, locals.map { .text("let " + $0) }), ":"]
    let values = zip(step.carried, locals).map { ($0.key.expression, Layout.text($1)) }
    let value = Layout.call(
      "SavedStep", [.string(step.id)] + (values.isEmpty ? [] : [.dictionary(values)]))
    return .choice([pattern, " ", value], [pattern, .indent([.hardLine, value])])
  }

  /// `case "poll": self = .poll(runID: try saved.value("$steps.start.outputs.runId"))`.
  private func read(_ step: StepPlan) -> Layout {
    let arguments = step.carried.map { variable in
      let function = variable.isOptional ? "optional" : "value"
      return Layout.labelled(
        names.variables.name(variable),
        .call(.text("saved." + function), [.string(variable.key.expression)]))
    }
    let pattern: Layout = ["case ", .string(step.id), ":"]
    let state = "." + names.state(step.id)
    let value: Layout =
      arguments.isEmpty
      ? .text("self = " + state) : .call(.text("self = try " + state), arguments)
    return .choice([pattern, " ", value], [pattern, .indent([.hardLine, value])])
  }
}
