import ArazzoCompiler

/// The types of a workflow as contexts of the templates.
struct TypeWriter {
  let workflow: WorkflowContext
  let access: String
  let templates: TemplateSet

  var names: WorkflowNames { workflow.names }

  func outputs() throws -> Layout {
    let structure = StructureContext(
      name: "Outputs", documentation: "What the workflow gives back.",
      conformances: "Sendable, Hashable, Codable", fields: workflow.plan.outputs.map(field),
      initializer: isInitializerWritten ? "Makes the outputs." : nil)
    return try templates.layout("structure", structure.values(access: access))
  }

  private func type(_ output: OutputPlan) -> String {
    names.type(output.type, isOutside: false) + (output.isOptional ? "?" : "")
  }

  private func field(_ output: OutputPlan) -> StructureContext.Field {
    StructureContext.Field(
      name: names.output(output.name), wireName: output.name, type: type(output),
      documentation: "`\(CommentText.oneLine(output.expression))`",
      value: output.isOptional ? "nil" : nil)
  }

  /// Swift makes the same initialiser where it need not be visible outside the module.
  var isInitializerWritten: Bool { !access.isEmpty }

  func states() throws -> Layout {
    let states = workflow.plan.steps.map { step -> [String: Any] in
      let values = step.carried.map { variable -> String in
        let name = names.variables.name(variable)
        let type = names.type(variable.type, isOutside: false)
        return ReservedNames.declared(name) + ": " + type + (variable.isOptional ? "?" : "")
      }
      return [
        "documentation": Layout.documentation(
          "Before the step `\(CommentText.oneLine(step.id))`."),
        "name": ReservedNames.declared(names.state(step.id)),
        "values": values.isEmpty ? [] : [Layout.arguments(values.map(Layout.text))],
      ]
    }
    return try templates.layout("state", ["access": access, "states": states])
  }
}
