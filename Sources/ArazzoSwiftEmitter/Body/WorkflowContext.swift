import ArazzoCompiler

/// A workflow with all that its code refers to.
struct WorkflowContext {
  let plan: WorkflowPlan
  let names: WorkflowNames
  let document: DocumentNames
  /// Every workflow of the document, for calls.
  let workflows: [String: WorkflowPlan]
  /// The products besides the runtime that the code calls.
  let modules = UsedNames()

  init(_ plan: WorkflowPlan, document: DocumentNames, workflows: [String: WorkflowPlan]) {
    self.plan = plan
    self.names = WorkflowNames(plan, in: document)
    self.document = document
    self.workflows = workflows
  }

  /// The same for a workflow that a step calls.
  func callee(_ id: String) -> WorkflowContext? {
    workflows[id].map { WorkflowContext($0, document: document, workflows: workflows) }
  }
}

extension WorkflowPlan {
  /// Whether the function returns an outcome; one that never ends returns nothing.
  var returnsOutcome: Bool { hasOutcome && !endings.isEmpty }
}

/// Which names the code has used, so that nothing is declared in vain.
final class UsedNames {
  private var names: Set<String> = []

  func insert(_ name: String) { names.insert(name) }
  var sorted: [String] { names.sorted() }
  func forEach(_ body: (String) -> Void) { sorted.forEach(body) }
  func contains(_ name: String) -> Bool { names.contains(name) }
}

/// Where in a step a value is computed.
struct StepScope {
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
  let used: UsedNames
}
