import ArazzoDocuments

extension ArazzoReader {
  func workflows(_ nodes: [Node]) -> [Workflow] {
    var duplicates = Duplicates(diagnostics)
    return nodes.enumerated().compactMap { number, node -> Workflow? in
      var (workflow, hasErrors) = diagnostics.scope { () -> Workflow? in
        let workflow = self.workflow(node, number: number + 1)
        if let id = workflow?.id {
          duplicates.check("workflow '\(id.value)'", key: id.value, at: id.location)
        }
        return workflow
      }
      workflow?.hasErrors = hasErrors
      return workflow
    }
  }

  private func workflow(_ node: Node, number: Int) -> Workflow? {
    let subject = node["workflowId"]?.string.map { "workflow '\($0)'" } ?? "workflow \(number)"
    guard let fields = Fields(node, subject, diagnostics) else { return nil }
    fields.check(known: Self.workflowFields)
    let id = fields.requiredString("workflowId")
    var workflow = Workflow(
      id: id ?? Located("", at: node.location), summary: fields.string("summary")?.value,
      description: fields.string("description")?.value, inputs: schema(fields),
      dependsOn: strings("dependsOn", of: "workflow names", fields).map(QualifiedName.init),
      steps: steps(fields),
      successActions: actions("successActions", fields, .success),
      failureActions: actions("failureActions", fields, .failure),
      outputs: outputs(fields), parameters: parameters(fields, in: .anything),
      location: node.location)
    guard let id else { return nil }
    workflow.unreadSteps = Set(stepNames(fields)).subtracting(workflow.steps.map(\.id.value))
    workflow.hasUnreadInputs =
      workflow.inputs == nil && fields.mapping["inputs"].map { !$0.isNull } ?? false
    nonconformingNames.check(id, "workflow", .identifier)
    return workflow
  }

  private static let workflowFields = [
    "workflowId", "summary", "description", "inputs", "dependsOn", "steps", "successActions",
    "failureActions", "outputs", "parameters",
  ]

  /// The JSON Schema of the inputs: a mapping, or a boolean as JSON Schema allows.
  private func schema(_ fields: Fields) -> Node? {
    guard let node = fields.optional("inputs") else { return nil }
    if node.mapping != nil || node.bool != nil { return node }
    fields.mismatch("inputs", node, expected: "a JSON Schema, which is a mapping")
    return nil
  }

  func strings(
    _ name: String, of items: String, _ fields: Fields
  ) -> [Located<String>] {
    guard let node = fields.optional(name) else { return [] }
    if let text = node.string {
      diagnostics.warning(
        "\(fields.subject): '\(name)' must be a sequence of \(items), found a string",
        at: node.location, suggestion: "write it as [\(text)]",
        fix: Fix(at: node.location, replacing: text, withSource: node.inBrackets))
      return [Located(text, at: node.location)]
    }
    return fields.sequence(node, name, of: items).compactMap { fields.string($0, name) }
  }

  private func steps(_ workflow: Fields) -> [Step] {
    guard let node = workflow.required("steps") else { return [] }
    let nodes = workflow.sequence(node, "steps", of: "steps")
    if nodes.isEmpty, node.sequence != nil {
      diagnostics.error("\(workflow.subject) must have at least one step", at: node.location)
    }
    var duplicates = Duplicates(diagnostics)
    return nodes.enumerated().compactMap { number, node -> Step? in
      var (step, hasErrors) = diagnostics.scope {
        self.step(node, number: number + 1, of: workflow.subject)
      }
      step?.hasErrors = hasErrors
      if let id = node["stepId"], let name = id.string {
        duplicates.check("step '\(name)'", key: name, at: id.location)
      }
      return step
    }
  }

  private func stepNames(_ workflow: Fields) -> [String] {
    (workflow.mapping["steps"]?.sequence ?? []).compactMap { $0["stepId"]?.string }
  }

  /// A step's or a workflow's outputs.
  func outputs(_ fields: Fields) -> [Output] {
    fields.map("outputs", of: "runtime expressions").map { member in
      nonconformingNames.check(member.key, "output", .key)
      if member.value.mapping != nil {
        checkRequiredSelector(member.value, fields, as: "output '\(member.key.value)'")
      }
      return Output(name: member.key, value: DocumentValue(member.value))
    }
  }
}
