import ArazzoCompiler

/// The types of a workflow as contexts of the templates.
struct TypeWriter {
  let workflow: WorkflowContext
  let access: String
  let templates: TemplateSet

  var names: WorkflowNames { workflow.names }

  func documentation(_ text: String, indent: Int) -> [String] {
    CommentText.documentation(text, width: LayoutRenderer.width - indent)
  }

  func outputs() throws -> [String] {
    let initializer = Initializer(
      parameters: workflow.plan.outputs.map { output in
        Initializer.Parameter(
          name: names.output(output.name), type: type(output),
          value: output.isOptional ? "nil" : nil)
      })
    let keys = CodingKeys(pairs: workflow.plan.outputs.map { (names.output($0.name), $0.name) })
    let members = [
      isInitializerWritten
        ? initializer.lines(access: access, indent: 4, summary: "Makes the outputs.") : [],
      keys.lines(indent: 4, isForced: false),
    ]
    return try templates.lines(
      "structure",
      [
        "documentation": ["/// What the workflow gives back."], "access": access,
        "name": "Outputs", "conformances": "Sendable, Hashable, Codable",
        "fields": workflow.plan.outputs.map(field),
        "members": members.filter { !$0.isEmpty }.map { ["lines": $0] },
      ])
  }

  private func type(_ output: OutputPlan) -> String {
    names.type(output.type, isOutside: false) + (output.isOptional ? "?" : "")
  }

  private func field(_ output: OutputPlan) -> [String: Any] {
    let expression = CommentText.oneLine(output.expression)
    return field(
      names.output(output.name), type(output), documentation("`\(expression)`", indent: 4),
      initial: nil)
  }

  /// Swift makes the same initialiser where it need not be visible outside the module.
  var isInitializerWritten: Bool { !access.isEmpty }

  func field(
    _ name: String, _ type: String, _ documentation: [String], initial: String?
  ) -> [String: Any] {
    [
      "documentation": documentation, "name": ReservedNames.declared(name), "type": type,
      "initial": initial.map { " = " + $0 } ?? "",
    ]
  }

  func states() throws -> [String] {
    let states = workflow.plan.steps.map { step -> [String: Any] in
      let values = step.carried.map { variable -> String in
        let name = names.variables.name(variable)
        let type = names.type(variable.type, isOutside: false)
        return ReservedNames.declared(name) + ": " + type + (variable.isOptional ? "?" : "")
      }
      let name = Layout.text("case " + ReservedNames.declared(names.state(step.id)))
      let layout: Layout = values.isEmpty ? name : .call(name, values.map(Layout.text))
      return [
        "documentation": documentation(
          "Before the step `\(CommentText.oneLine(step.id))`.", indent: 4),
        "declaration": LayoutRenderer.relativeLines(layout, at: 4),
      ]
    }
    return try templates.lines("state", ["access": access, "states": states])
  }
}
