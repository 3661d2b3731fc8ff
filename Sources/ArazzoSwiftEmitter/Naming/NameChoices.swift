/// What a user wants things to be called, by their names in the document or by
/// `workflowId/name` for one workflow.
package struct NameChoices: Sendable {
  package var workflows: [String: String] = [:]
  package var steps: [String: String] = [:]
  package var fields: [String: String] = [:]

  package init() {}
}

extension NameChoices {
  /// The type of a workflow.
  func type(of workflow: String) -> String? {
    workflows[workflow].map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  /// The function of a workflow, where the type is the one that was chosen.
  func function(of workflow: String, _ type: String) -> String? {
    guard type == self.type(of: workflow) else { return nil }
    return workflows[workflow].map { $0.prefix(1).lowercased() + $0.dropFirst() }
  }

  func step(_ step: String, of workflow: String) -> String? {
    steps["\(workflow)/\(step)"] ?? steps[step]
  }

  func field(_ field: String, of workflow: String) -> String? {
    fields["\(workflow)/\(field)"] ?? fields[field]
  }
}
