/// Which types of response values the workflows of a document hold, and where each is declared.
///
/// A schema with a name is declared once, beside the workflows. One without is declared in the
/// workflow that reads it, unless another one or a schema with a name holds it as well.
struct TypeSharing {
  /// Those that some workflow holds, outer ones first.
  let types: [DeclarationPlan]

  init(_ all: [DeclarationPlan], _ workflows: [WorkflowPlan]) {
    let plans = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var users: [DeclarationID: Set<String>] = [:]
    for workflow in workflows {
      for id in Self.closure(of: workflow.heldTypes, plans) {
        users[id, default: []].insert(workflow.id)
      }
    }
    let roots = plans.keys.reduce(into: [DeclarationID: DeclarationID]()) { roots, id in
      roots[id] = Self.root(of: id, plans)
    }
    let used = all.filter { users[$0.id] != nil }
    let groups = Dictionary(grouping: used) { roots[$0.id] ?? $0.id }
    var owners: [DeclarationID: String] = [:]
    for (root, members) in groups where plans[root]?.isNamed == false {
      let readers = members.reduce(into: Set<String>()) { $0.formUnion(users[$1.id] ?? []) }
      if readers.count == 1 { owners[root] = readers.first }
    }
    // What a type beside the workflows speaks of stands there too.
    var open = groups.keys.filter { owners[$0] == nil }
    while let root = open.popLast() {
      for id in (groups[root] ?? []).flatMap(\.inner).compactMap(\.declaration) {
        if let other = roots[id], owners.removeValue(forKey: other) != nil { open.append(other) }
      }
    }
    types = used.map { type in
      var type = type
      type.workflow = roots[type.id].flatMap { owners[$0] }
      return type
    }
  }

  /// The types with their enclosing types and the types that they refer to.
  private static func closure(
    of types: [TypePlan], _ plans: [DeclarationID: DeclarationPlan]
  ) -> Set<DeclarationID> {
    var open = types.compactMap(\.declaration)
    var found: Set<DeclarationID> = []
    while let id = open.popLast() {
      guard found.insert(id).inserted, let plan = plans[id] else { continue }
      open += plan.inner.compactMap(\.declaration) + (plan.parent.map { [$0] } ?? [])
    }
    return found
  }

  /// The outermost type around a type.
  private static func root(
    of id: DeclarationID, _ plans: [DeclarationID: DeclarationPlan]
  ) -> DeclarationID {
    var root = id
    while let parent = plans[root]?.parent { root = parent }
    return root
  }
}

extension WorkflowPlan {
  /// The types of what is known at its endings and of what its steps keep.
  fileprivate var heldTypes: [TypePlan] {
    let variables = everyStep.flatMap { $0.carried + $0.outputs.map(\.variable) }
    return results.all.flatMap(\.outputs).map(\.type) + variables.map(\.type)
  }
}
