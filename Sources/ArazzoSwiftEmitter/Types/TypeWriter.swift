import ArazzoCompiler

/// The types of a workflow as contexts of the templates.
struct TypeWriter {
  let workflow: WorkflowContext
  let access: String
  let templates: TemplateSet

  var names: WorkflowNames { workflow.names }

  /// The type of what is known at some endings.
  func result(_ result: ResultPlan) throws -> Layout {
    let structure = StructureContext(
      name: names.result(result), documentation: documentation(of: result),
      conformances: "Sendable, Hashable, Codable", fields: result.outputs.map(field),
      hasInitializer: isInitializerWritten)
    return try templates.layout("structure", structure.values(access: access))
  }

  private func documentation(of result: ResultPlan) -> String {
    guard workflow.plan.returnsOutcome else { return "" }
    let endings = result.endings.map { "`\(ReadableText.oneLine($0.name))`" }
    let others = endings.dropLast().joined(separator: ", ")
    let list = (others.isEmpty ? "" : others + " or ") + (endings.last ?? "")
    return "The outputs when the workflow ends with \(list)."
  }

  private func field(_ output: OutputPlan) -> StructureContext.Field {
    StructureContext.Field(
      name: names.output(output.name), wireName: output.name,
      type: names.layout(of: output.type, isOutside: false, isOptional: output.isOptional),
      documentation: "`\(ReadableText.oneLine(output.expression))`",
      value: output.isOptional ? "nil" : nil)
  }

  /// Swift makes the same initialiser where it need not be visible outside the module.
  var isInitializerWritten: Bool { !access.isEmpty }
}
