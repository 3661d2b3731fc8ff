import ArazzoDescriptions

/// What the workflows are called in the plan: by their own IDs, and those of other documents by
/// another name where that one is taken.
struct PlanNames {
  private(set) var names: [WorkflowKey: String] = [:]
  private var keys: [String: WorkflowKey] = [:]

  init(_ order: [WorkflowKey], _ descriptions: DescriptionSet) {
    let main = descriptions.members[0].description.workflows
    for workflow in main {
      let key = WorkflowKey(document: 0, id: workflow.id.value)
      names[key] = key.id
      keys[key.id] = key
    }
    for key in order where key.document > 0 {
      let stem = descriptions.members[key.document].fileName.prefix { $0 != "." }
      let name = free(key.id, "\(stem).\(key.id)")
      names[key] = name
      keys[name] = key
    }
  }

  private func free(_ name: String, _ longer: String) -> String {
    if keys[name] == nil { return name }
    var candidate = longer
    var number = 2
    while keys[candidate] != nil {
      candidate = "\(longer)-\(number)"
      number += 1
    }
    return candidate
  }

  func key(_ name: String) -> WorkflowKey? { keys[name] }

  func name(_ key: WorkflowKey) -> String { names[key] ?? key.id }
}
