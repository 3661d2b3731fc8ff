import ArazzoCompiler

/// A workflow with all that its code refers to.
///
/// An object that never changes: every writer holds it, and a structure of that size would be copied
/// each time.
final class WorkflowContext {
  let plan: WorkflowPlan
  let names: WorkflowNames
  let document: DocumentNames
  /// Every workflow of the document, for calls.
  let workflows: [String: WorkflowPlan]
  let polling: PollingChoice
  let loops: SharedLoops

  init(
    _ plan: WorkflowPlan, document: DocumentNames, workflows: [String: WorkflowPlan],
    polling: PollingChoice = PollingChoice()
  ) {
    self.polling = polling
    self.plan = plan
    self.names = WorkflowNames(plan, in: document)
    self.document = document
    self.workflows = workflows
    loops = SharedLoops(plan)
  }

  /// The same for a workflow that a step calls, or that goes on in the place of this one.
  func callee(_ id: String) -> WorkflowContext? {
    workflows[id].map { WorkflowContext($0, document: document, workflows: workflows) }
  }
}

extension WorkflowContext {
  /// What the function returns; `nil` for nothing.
  var result: String? {
    if plan.returnsOutcome { return names.type + ".Outcome" }
    return plan.results.all.first.map { names.type + "." + names.result($0) }
  }

  /// What the outcome's case of an ending holds; types of the workflow itself stand after its name
  /// where `isOutside`.
  func payload(
    of ending: EndingPlan, isOutside: Bool = false
  ) -> [(name: String, type: String)] {
    if let other = ending.workflow.flatMap(callee) {
      return other.result.map { [("result", $0)] } ?? []
    }
    let outside = isOutside ? names.type + "." : ""
    let outputs = plan.result(at: ending).map { [("outputs", outside + names.result($0))] } ?? []
    return outputs + (ending.isFailure ? [("error", "WorkflowError")] : [])
  }

  // MARK: as what another workflow depends on

  /// The parameter that takes its result.
  var dependencyResult: String { document.dependency(plan.id) + "Result" }

  /// The constant that holds its outputs.
  var dependencyOutputs: String {
    document.dependency(plan.id) + (plan.returnsOutcome ? "Outputs" : "Result")
  }

  /// The parameter that takes its inputs, in the function that runs it first.
  var dependencyInputs: String { document.dependency(plan.id) + "Inputs" }

  /// What it takes of the workflows that it depends on: the results of all, and the inputs of those
  /// whose inputs it reads.
  var dependencyParameters: [(name: String, type: String)] {
    dependencies.flatMap { dependency in
      let inputs = (dependency.dependencyInputs, dependency.names.type + ".Inputs")
      let result = (dependency.dependencyResult, dependency.result ?? "Void")
      return plan.readsInputsOf.contains(dependency.plan.id) ? [inputs, result] : [result]
    }
  }

  /// The arguments that hand them over.
  var dependencyArguments: [Layout] {
    dependencyParameters.map { name, type in
      .labelled(name, .text(type == "Void" ? "()" : name))
    }
  }

  /// The workflows that it depends on.
  var dependencies: [WorkflowContext] { plan.dependsOn.compactMap(callee) }

  /// The workflows that run before it.
  var allDependencies: [WorkflowContext] { plan.runsFirst.compactMap(callee) }
}

/// Where in a step a value is computed.
///
/// An object that never changes, as ``WorkflowContext`` is.
final class StepScope {
  enum Phase {
    /// Before there is a response; variables are as they were on entry.
    case before
    /// The step succeeded and its outputs are set.
    case succeeded
    /// The step failed: there may be a response, and variables are as they were on entry.
    case failed
  }

  let step: StepPlan
  let phase: Phase
  /// The step inside whose code this one runs, where that has succeeded (dialect P9).
  let outer: StepPlan?

  init(step: StepPlan, phase: Phase, outer: StepPlan? = nil) {
    self.step = step
    self.phase = phase
    self.outer = outer
  }

  /// Whether the value of the variable that the step has set anew is meant.
  func isFresh(_ variable: VariablePlan) -> Bool {
    phase == .succeeded && step.renews(variable) || outer?.renews(variable) == true
  }
}
