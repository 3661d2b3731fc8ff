import ArazzoCompiler

/// The type of how a workflow ended, as the context of its template.
struct OutcomeWriter {
  let types: TypeWriter

  private var workflow: WorkflowContext { types.workflow }
  private var plan: WorkflowPlan { workflow.plan }
  private var hasOutputs: Bool { !plan.outputs.isEmpty }

  func layout() throws -> Layout {
    try types.templates.layout(
      "outcome",
      [
        "access": types.access, "endings": plan.endings.map(ending), "hasOutputs": hasOutputs,
        "isPartial": workflow.hasPartialOutputs,
        "canFail": plan.endings.contains { $0.isFailure },
        "continues": plan.continues, "isChecked": workflow.hasSuccessCheck,
        "needsReturn": hasStatements, "workflow": SwiftLiteral.string(plan.name),
      ])
  }

  private func ending(_ ending: EndingPlan) -> [String: Any] {
    let other = ending.workflow.flatMap(workflow.callee)
    let givesOutputs = hasOutputs && other == nil
    var payload = other?.result.map { [$0] } ?? (givesOutputs ? ["Outputs"] : [])
    if ending.isFailure { payload.append("WorkflowError") }
    let name = workflow.names.ending(ending)
    let check = other.flatMap { $0.plan.canFail ? $0.successCheck("continued") : nil }
    return [
      "documentation": Layout.documentation(documentation(of: ending)),
      "isIndirect": isIndirect(ending), "name": name, "declared": ReservedNames.declared(name),
      "payload": payload.isEmpty ? [] : [payload.joined(separator: ", ")],
      "literal": SwiftLiteral.string(ending.name), "givesOutputs": givesOutputs,
      "isFailure": ending.isFailure, "isContinued": other != nil,
      "isSuccess": !ending.isFailure && other == nil, "hasResult": other?.result != nil,
      // The statement that throws where the other workflow ended by a failure.
      "check": check.map { [$0] } ?? [],
    ]
  }

  /// Every branch is one expression unless another workflow's success has to be looked at first.
  private var hasStatements: Bool {
    plan.endings.contains { $0.workflow.flatMap(workflow.callee)?.plan.canFail == true }
  }

  /// Whether the other workflow's outcome may hold this one's again.
  private func isIndirect(_ ending: EndingPlan) -> Bool {
    ending.workflow.map(plan.returnsFrom.contains) ?? false
  }

  private func documentation(of ending: EndingPlan) -> String {
    let name = CommentText.oneLine(ending.name)
    switch ending.kind {
    case .completed: return "The last step ran."
    case .success: return "The action `\(name)` ended the workflow."
    case .failure:
      return "The failure action `\(name)` ended the workflow, after this error."
    case .continued:
      let other = ending.workflow.flatMap(workflow.callee)
      let id = CommentText.oneLine(other?.plan.name ?? "")
      let result = other?.result == nil ? "" : ", which ended so"
      return "The action `\(name)` went on to the workflow `\(id)`\(result)."
    }
  }
}
