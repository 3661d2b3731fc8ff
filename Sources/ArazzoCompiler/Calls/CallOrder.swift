import ArazzoDescriptions
import ArazzoDocuments

/// The order in which workflows are compiled: a workflow comes after those that it refers to,
/// except in a circle.
struct CallOrder {
  private let finder: WorkflowFinder
  private(set) var order: [WorkflowKey] = []
  /// Workflows that can't be compiled because of what they name.
  private(set) var refused: Set<WorkflowKey> = []
  /// The workflow that each reference means, by its place.
  private(set) var targets: [QualifiedName.Key: WorkflowKey] = [:]
  /// The workflows of which another one may read the outputs: those that steps call, and those that
  /// run before others.
  private(set) var called: Set<WorkflowKey> = []
  private var seen: Set<WorkflowKey> = []
  /// The workflows whose references are being looked at, each named by the one before it.
  private var path: [Visit] = []

  private struct Visit {
    let key: WorkflowKey
    var references: [QualifiedName]
  }

  init(_ descriptions: DescriptionSet, _ diagnostics: Diagnostics) {
    finder = WorkflowFinder(descriptions: descriptions, diagnostics: diagnostics)
    for workflow in descriptions.members[0].description.workflows {
      visit(WorkflowKey(document: 0, id: workflow.id.value))
    }
    for key in order { refuseCircle(of: key, diagnostics) }
    called = Set(
      order.compactMap(descriptions.workflow).flatMap { $0.calls + $0.dependsOn }
        .compactMap { targets[$0.key] })
  }

  /// The workflows that one depends on, in its order.
  func dependencies(of workflow: Workflow) -> [WorkflowKey] {
    workflow.dependsOn.compactMap { targets[$0.key] }
  }

  /// No function should take more.
  private static var maximumDependencies: Int { 50 }

  /// A workflow can't have run before itself.
  private mutating func refuseCircle(of key: WorkflowKey, _ diagnostics: Diagnostics) {
    guard let workflow = finder.descriptions.workflow(key) else { return }
    var seen: Set<WorkflowKey> = []
    for dependency in workflow.dependsOn {
      guard let first = targets[dependency.key] else { continue }
      var open = [first]
      while let next = open.popLast() {
        guard next != key else {
          refused.insert(key)
          diagnostics.error(
            "workflow '\(key.id)' depends on itself through '\(first.id)'",
            at: dependency.location)
          return
        }
        guard seen.insert(next).inserted else { continue }
        guard seen.count <= Self.maximumDependencies else {
          refused.insert(key)
          diagnostics.error(
            "workflow '\(key.id)' depends on more than \(Self.maximumDependencies) workflows",
            at: dependency.location)
          return
        }
        if let other = finder.descriptions.workflow(next) { open += dependencies(of: other) }
      }
    }
  }

  /// Goes down the references without recursion: a document may have a chain of thousands.
  private mutating func visit(_ key: WorkflowKey) {
    enter(key)
    while var visit = path.popLast() {
      guard let reference = visit.references.popLast() else {
        order.append(visit.key)
        continue
      }
      path.append(visit)
      follow(reference, from: visit.key)
    }
  }

  private mutating func enter(_ key: WorkflowKey) {
    guard let workflow = finder.descriptions.workflow(key), seen.insert(key).inserted else {
      return
    }
    if workflow.hasErrors { finder.descriptions.report(key.document) }
    path.append(Visit(key: key, references: workflow.references.reversed()))
  }

  private mutating func follow(_ reference: QualifiedName, from caller: WorkflowKey) {
    guard let target = finder.find(reference, from: caller.document) else {
      refused.insert(caller)
      return
    }
    targets[reference.key] = target
    enter(target)
  }
}

/// Identifies a workflow among the workflows of a document and its source descriptions.
struct WorkflowKey: Hashable {
  /// The number of its document in the ``DescriptionSet``.
  let document: Int
  let id: String
}

extension Workflow {
  /// Every place where another workflow is named: steps, actions and what it depends on.
  package var references: [QualifiedName] {
    calls + actions.compactMap(\.workflowID) + dependsOn
  }

  /// The workflows that the steps call.
  var calls: [QualifiedName] {
    steps.compactMap { step in
      if case .workflowID(let id) = step.target { id } else { nil }
    }
  }

  private var actions: [Action] {
    steps.flatMap { $0.onSuccess + $0.onFailure } + successActions + failureActions
  }
}
