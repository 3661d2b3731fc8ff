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
  /// The workflows whose calls are being looked at, each called by the one before it.
  private var path: [Visit] = []
  private var onPath: Set<String> = []

  private struct Visit {
    let workflow: Workflow
    var calls: [Located<String>]
  }

  init(_ description: ArazzoDescription, _ diagnostics: Diagnostics) {
    workflows = Dictionary(
      description.workflows.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    self.diagnostics = diagnostics
    for workflow in description.workflows { visit(workflow) }
  }

  /// Goes down the calls without recursion: a document may have a chain of thousands.
  private mutating func visit(_ workflow: Workflow) {
    enter(workflow)
    while var visit = path.popLast() {
      guard let called = visit.calls.popLast() else {
        leave(visit.workflow)
        continue
      }
      path.append(visit)
      follow(called, from: visit.workflow.id.value)
    }
  }

  private mutating func enter(_ workflow: Workflow) {
    guard !done.contains(workflow.id.value) else { return }
    onPath.insert(workflow.id.value)
    path.append(Visit(workflow: workflow, calls: workflow.calls.reversed()))
  }

  private mutating func leave(_ workflow: Workflow) {
    onPath.remove(workflow.id.value)
    if done.insert(workflow.id.value).inserted { order.append(workflow) }
  }

  private mutating func follow(_ called: Located<String>, from caller: String) {
    guard let target = workflows[called.value] else { return refuse(caller, unknown: called) }
    guard !onPath.contains(called.value) else { return refuse(caller, recursion: called) }
    enter(target)
  }

  // MARK: refusals

  private mutating func refuse(_ id: String, unknown called: Located<String>) {
    refused.insert(id)
    guard !called.value.hasPrefix("$sourceDescriptions.") else {
      diagnostics.error(
        "a workflow of another document (\(called.value.quotedForMessage)) is not supported yet",
        at: called.location)
      return
    }
    diagnostics.error(
      "there is no workflow \(called.value.quotedForMessage) in this document",
      at: called.location, suggestion: didYouMean(called.value, in: workflows.keys.sorted()))
  }

  private mutating func refuse(_ id: String, recursion called: Located<String>) {
    refused.insert(id)
    let circle = path.map(\.workflow.id.value).drop { $0 != called.value } + [called.value]
    let names = circle.count > 6 ? circle.prefix(5) + ["…", called.value] : circle
    diagnostics.error(
      "workflows that call each other (\(names.joined(separator: " → "))) are not supported yet",
      at: called.location)
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
