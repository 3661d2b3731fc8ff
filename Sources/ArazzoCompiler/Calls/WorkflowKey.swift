import ArazzoDescriptions
import ArazzoDocuments

/// A workflow among all that one document leads to.
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
