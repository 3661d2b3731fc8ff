import ArazzoCompiler

/// The type of how a workflow ended, as the context of its template.
struct OutcomeWriter {
  let types: TypeWriter

  private var workflow: WorkflowContext { types.workflow }
  private var plan: WorkflowPlan { workflow.plan }
  private var hasOutputs: Bool { !plan.outputs.isEmpty }

  func lines() throws -> [String] {
    let fails = plan.endings.contains { $0.isFailure }
    return try types.templates.lines(
      "outcome",
      [
        "access": types.access, "endings": plan.endings.map(ending), "hasOutputs": hasOutputs,
        "isPartial": workflow.hasPartialOutputs, "partially": partially(fails), "canFail": fails,
        "unless": plan.continues ? "; nil where another workflow went on in its place" : "",
        "mark": plan.continues ? "?" : "",
        "continues": plan.continues, "isChecked": workflow.hasSuccessCheck,
      ])
  }

  private func partially(_ fails: Bool) -> String {
    let failure = fails ? ["the error where the workflow ended by a failure"] : []
    let other = plan.continues ? ["where another workflow went on in its place"] : []
    return (failure + other).joined(separator: ", and ")
  }

  private func ending(_ ending: EndingPlan) -> [String: Any] {
    let other = ending.workflow.flatMap(workflow.callee)
    let givesOutputs = hasOutputs && other == nil
    var payload = other?.result.map { [$0] } ?? (givesOutputs ? ["Outputs"] : [])
    if ending.isFailure { payload.append("WorkflowError") }
    let bound = other?.result == nil ? [] : ["let continued"]
    let own = givesOutputs ? ["let outputs"] : []
    return [
      "documentation": types.documentation(documentation(of: ending), indent: 4),
      "keyword": isIndirect(ending) ? "indirect case" : "case",
      "name": ReservedNames.declared(workflow.names.ending(ending)),
      "payload": payload.isEmpty ? "" : "(" + payload.joined(separator: ", ") + ")",
      "pattern": pattern(ending, other == nil ? own : bound, failure: "_"),
      "outputsCase": outputsCase(ending, other),
      "knownCase": givesOutputs
        ? "case \(pattern(ending, ["let outputs"], failure: "_")): outputs"
        : "case .\(workflow.names.ending(ending)): nil",
      "successCase": successCase(ending, other),
      "literal": SwiftLiteral.string(ending.name), "isFailure": ending.isFailure,
      "givesOutputs": givesOutputs, "continued": other.map { [continued($0)] } ?? [],
    ]
  }

  private func pattern(_ ending: EndingPlan, _ bindings: [String], failure: String) -> String {
    let parts = bindings + (ending.isFailure ? [failure] : [])
    let isUnbound = parts.allSatisfy { $0 == "_" }
    return "." + workflow.names.ending(ending)
      + (isUnbound ? "" : "(" + parts.joined(separator: ", ") + ")")
  }

  private func continued(_ other: WorkflowContext) -> String {
    other.result == nil
      ? "_ = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .continued)"
      : "try container.encode(continued, forKey: .continued)"
  }

  // MARK: the cases of the switches

  /// Every branch is one expression unless another workflow's success has to be looked at first.
  private var hasStatements: Bool {
    plan.endings.contains { $0.workflow.flatMap(workflow.callee)?.plan.canFail == true }
  }

  private func outputsCase(_ ending: EndingPlan, _ other: WorkflowContext?) -> [String] {
    guard let other else {
      if ending.isFailure { return [failureCase(ending)] }
      let value = hasStatements ? "return outputs" : "outputs"
      return ["case \(pattern(ending, ["let outputs"], failure: "_")): \(value)"]
    }
    let names = [plan.name, ending.name].map(SwiftLiteral.string)
    let error = "throw WorkflowError.continued(\(names[0]), as: \(names[1]))"
    guard other.plan.canFail else { return ["case .\(workflow.names.ending(ending)): \(error)"] }
    return [
      "case .\(workflow.names.ending(ending))(let continued):",
      "  " + other.successCheck("continued"), "  " + error,
    ]
  }

  private func successCase(_ ending: EndingPlan, _ other: WorkflowContext?) -> [String] {
    if ending.isFailure { return [failureCase(ending)] }
    let name = workflow.names.ending(ending)
    guard let other, other.plan.canFail else { return ["case .\(name): return"] }
    return ["case .\(name)(let continued): \(other.successCheck("continued"))"]
  }

  private func failureCase(_ ending: EndingPlan) -> String {
    let pattern = pattern(ending, hasOutputs ? ["_"] : [], failure: "let failure")
    return "case \(pattern): throw failure"
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
