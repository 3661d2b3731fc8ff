import ArazzoDescriptions
import ArazzoDocuments

/// The order in which the workflows of a document are compiled: those that are called come first.
struct CallOrder {
  private let workflows: [String: Workflow]
  private let diagnostics: Diagnostics
  private(set) var order: [Workflow] = []
  /// Workflows that can't be compiled because of what they call.
  private(set) var refused: Set<String> = []
  private var done: Set<String> = []

  init(_ description: ArazzoDescription, _ diagnostics: Diagnostics) {
    workflows = Dictionary(
      description.workflows.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    self.diagnostics = diagnostics
    for workflow in description.workflows { visit(workflow, path: []) }
  }

  private mutating func visit(_ workflow: Workflow, path: [String]) {
    let id = workflow.id.value
    guard !done.contains(id), path.count < 100 else { return }
    for called in workflow.calls {
      guard let target = workflows[called.value] else {
        refuse(id, unknown: called)
        continue
      }
      if called.value == id || path.contains(called.value) {
        refuse(id, recursion: path + [id, called.value], at: called.location)
        continue
      }
      visit(target, path: path + [id])
    }
    if done.insert(id).inserted { order.append(workflow) }
  }

  private mutating func refuse(_ id: String, unknown called: Located<String>) {
    refused.insert(id)
    guard !called.value.hasPrefix("$sourceDescriptions.") else {
      diagnostics.error(
        "a workflow of another document ('\(called.value)') is not supported yet",
        at: called.location)
      return
    }
    diagnostics.error(
      "there is no workflow '\(called.value)' in this document", at: called.location,
      suggestion: didYouMean(called.value, in: workflows.keys.sorted()))
  }

  private mutating func refuse(_ id: String, recursion: [String], at location: Location) {
    refused.insert(id)
    diagnostics.error(
      "workflows that call each other (\(recursion.joined(separator: " → "))) are not supported yet",
      at: location)
  }
}

extension Workflow {
  /// The workflows that the steps call.
  var calls: [Located<String>] {
    steps.compactMap { step in
      if case .workflowID(let id) = step.target { id } else { nil }
    }
  }
}
