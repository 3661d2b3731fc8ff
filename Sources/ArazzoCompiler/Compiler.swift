import ArazzoDescriptions
import ArazzoDocuments

/// Descriptions in, plan out: names resolved, references followed, types inferred, criteria compiled,
/// steps and actions lowered.
package struct Compiler {
  private let diagnostics: Diagnostics
  private let loader: any DocumentLoading

  package init(loader: any DocumentLoading, diagnostics: Diagnostics) {
    self.loader = loader
    self.diagnostics = diagnostics
  }

  /// Compiles every workflow of a description.
  ///
  /// - Returns: The plan of the workflows without an error, and without one in what they call, with
  ///   the number of workflows that the document has. Errors are in the diagnostics.
  package func compile(
    _ description: ArazzoDescription, fileName: String
  ) -> (plan: DocumentPlan, total: Int) {
    let catalog = SourceCatalog(description, loader: loader, diagnostics: diagnostics)
    let calls = CallOrder(description, diagnostics)
    var compiled: [String: WorkflowPlan] = [:]
    for workflow in calls.order where isCompilable(workflow, calls, compiled) {
      compiled[workflow.id.value] = WorkflowCompiler(
        description: description, workflow: workflow, catalog: catalog, loader: loader,
        diagnostics: diagnostics, compiled: compiled
      ).compile()
    }
    diagnostics.finishDialects()
    let plans = description.workflows.compactMap { compiled[$0.id.value] }
    let plan = DocumentPlan(
      fileName: fileName, title: description.title, servers: servers(plans), workflows: plans)
    return (plan, description.workflows.count)
  }

  private func isCompilable(
    _ workflow: Workflow, _ calls: CallOrder, _ compiled: [String: WorkflowPlan]
  ) -> Bool {
    guard !workflow.hasErrors, !calls.refused.contains(workflow.id.value) else { return false }
    return workflow.calls.allSatisfy { compiled[$0.value] != nil }
  }

  /// The servers of the operations that are called, in the order of their first use.
  private func servers(_ plans: [WorkflowPlan]) -> [ServerPlan] {
    var seen: Set<ServerPlan> = []
    return plans.flatMap(\.steps).compactMap { step in
      guard case .operation(let operation) = step.call, seen.insert(operation.server).inserted
      else { return nil }
      return operation.server
    }
  }
}
