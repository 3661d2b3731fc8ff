import ArazzoCompiler

/// The type of how a workflow ended, as the context of its template.
struct OutcomeWriter {
  let types: TypeWriter

  private var workflow: WorkflowContext { types.workflow }
  private var plan: WorkflowPlan { workflow.plan }

  func layout() throws -> Layout {
    try types.templates.layout(
      "outcome",
      [
        "access": types.access, "endings": plan.endings.map(ending),
        "workflow": Layout.indent(.string(plan.id)),
        "outputs": plan.mainResult.map(workflow.names.result) ?? "Void",
      ])
  }

  private func ending(_ ending: EndingPlan) -> [String: Any] {
    let name = workflow.names.ending(ending)
    let payload = workflow.payload(of: ending)
    return [
      "documentation": Layout.documentation(documentation(of: ending)),
      "isIndirect": isIndirect(ending), "declared": ReservedNames.declared(name),
      "payload": payload.isEmpty ? [] : [payload.map(\.type).joined(separator: ", ")],
      "ending": self.case(ending, named: name, payload.map(\.name)),
    ]
  }

  /// `case .rejected(let error): .failure("rejected", error)`.
  private func `case`(_ ending: EndingPlan, named name: String, _ payload: [String]) -> Layout {
    let bindings = payload.map { "let " + $0 }.joined(separator: ", ")
    let pattern = Layout.text("case .\(name)" + (payload.isEmpty ? ":" : "(\(bindings)):"))
    let function =
      switch ending.kind {
      case .failure: ".failure"
      case .continued: ".continued"
      case .completed, .success: ".success"
      }
    let value = Layout.call(.text(function), [.string(ending.name)] + payload.map(Layout.text))
    return .choice([pattern, " ", value], [pattern, .indent([.hardLine, value])])
  }

  /// Whether the other workflow's outcome may hold this one's again.
  private func isIndirect(_ ending: EndingPlan) -> Bool {
    ending.workflow.map(plan.returnsFrom.contains) ?? false
  }

  private func documentation(of ending: EndingPlan) -> String {
    let name = ReadableText.oneLine(ending.name)
    switch ending.kind {
    case .completed: return "The workflow ended after its last step, without an `end` action."
    case .success: return "The success action `\(name)` ended the workflow."
    case .failure: return "The failure action `\(name)` ended the workflow; holds the error."
    case .continued:
      let other = ending.workflow.flatMap(workflow.callee)
      let id = ReadableText.oneLine(other?.plan.name ?? "")
      let result = other?.result == nil ? "" : "; holds its result"
      return "The action `\(name)` continued in the workflow `\(id)`\(result)."
    }
  }
}
