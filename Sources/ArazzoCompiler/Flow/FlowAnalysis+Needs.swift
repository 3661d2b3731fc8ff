extension FlowAnalysis {
  /// The variables that every way on from a step's success can't do without, for each step: what is
  /// missing there is best found where it is read (the settled corner "types").
  func needs() -> [Set<VariableKey>] {
    let all = nodes.reduce(into: Set<VariableKey>()) { $0.formUnion($1.required) }
    var needed = [Set<VariableKey>](repeating: all, count: nodes.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in nodes.indices.reversed() {
        let new = nodes[index].success.reduce(into: all) { result, target in
          result.formIntersection(target.map { neededOnEntry($0, needed) } ?? [])
        }
        if new != needed[index] {
          needed[index] = new
          hasChanged = true
        }
      }
    }
    return needed
  }

  private func neededOnEntry(_ index: Int, _ needed: [Set<VariableKey>]) -> Set<VariableKey> {
    let node = nodes[index]
    var after = needed[index].subtracting(node.defines)
    for target in node.failure where target != index {
      after.formIntersection(target.map { nodes[$0].required } ?? [])
    }
    return node.required.union(after)
  }
}
