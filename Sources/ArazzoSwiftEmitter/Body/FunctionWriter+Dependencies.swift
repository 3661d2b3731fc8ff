import ArazzoCompiler

/// What a workflow depends on (rule A10).
extension FunctionWriter {
  /// Statements that throw where a dependency ended by a failure, and take its outputs.
  func prelude() -> [Layout] {
    workflow.dependencies.compactMap { dependency -> Layout? in
      guard dependency.plan.returnsOutcome else { return nil }
      let outputs = dependency.dependencyOutputs
      let result = dependency.dependencyResult
      guard plan.readsOutputsOf.contains(dependency.plan.id) else {
        return dependency.plan.canFail ? .text(dependency.successCheck(result)) : nil
      }
      let mark = dependency.plan.canFail || dependency.plan.continues ? "try " : ""
      return .text("let \(outputs) = \(mark)\(result).outputs")
    }
  }

  /// The function that runs the dependencies first; `nil` where there are none.
  func overload() -> [String: Any]? {
    let dependencies = workflow.allDependencies
    guard !dependencies.isEmpty else { return nil }
    let hasInputs = !workflow.plan.inputs.fields.isEmpty
    let own: [Layout] = hasInputs ? [.text("_ inputs: \(workflow.names.type).Inputs")] : []
    let others = dependencies.filter { !$0.plan.inputs.fields.isEmpty }
      .map { Layout.text("\($0.dependencyInputs): \($0.names.type).Inputs") }
    let calls = dependencies.flatMap(runFirst)
    let arguments: [Layout] =
      (hasInputs ? ["inputs"] : []) + workflow.dependencyArguments
      + [.labelled("client", "client")]
    let call = Layout.call(
      .text(
        (workflow.result == nil ? "" : "return ") + "try await "
          + ReservedNames.declared(workflow.names.function)), arguments)
    return [
      "documentation": documentation(dependencies),
      "parameters": Layout.parameters(own + others + ["client: WorkflowClient"]),
      "statements": Layout.lines(calls + [call]),
    ]
  }

  private func runFirst(_ dependency: WorkflowContext) -> [Layout] {
    let hasInputs = !dependency.plan.inputs.fields.isEmpty
    let arguments: [Layout] =
      (hasInputs ? [.text(dependency.dependencyInputs)] : [])
      + dependency.dependencyArguments + [.labelled("client", "client")]
    let target = dependency.result == nil ? "" : "let \(dependency.dependencyResult) = "
    let call = Layout.call(
      .text("\(target)try await \(ReservedNames.declared(dependency.names.function))"), arguments)
    guard dependency.plan.canFail else { return [call] }
    return [call, .text(dependency.successCheck(dependency.dependencyResult))]
  }

  private func documentation(_ dependencies: [WorkflowContext]) -> Layout {
    let names = dependencies.map { "`\(CommentText.oneLine($0.plan.name))`" }
    let workflows = names.count == 1 ? "the workflow" : "the workflows"
    let text =
      "The same, after \(workflows) that it depends on: \(names.joined(separator: ", ")), each run once."
    return .documentation(text)
  }
}
