extension FlowAnalysis {
  /// The variables that every way on from a step's success can't do without, for each step: what is
  /// missing there is best found where it is read (the settled corner "types").
  mutating func needs() -> [VariableSet] {
    let all = nodes.indices.reduce(into: VariableSet()) { all, index in
      if isReachable[index] { all.formUnion(nodes[index].required) }
    }
    var needed = [VariableSet](repeating: all, count: nodes.count)
    settle(&needed, isForward: false) { analysis, index, needed in
      let node = analysis.nodes[index]
      let start = node.leavesOnSuccess ? VariableSet() : all
      return node.success.reduce(into: start) { result, target in
        result.formIntersection(
          target.map { analysis.neededOnEntry($0, needed) } ?? VariableSet())
      }
    }
    return needed
  }

  private func neededOnEntry(_ index: Int, _ needed: [VariableSet]) -> VariableSet {
    let node = nodes[index]
    var after = needed[index].subtracting(node.defines)
    for target in node.failure where target != index {
      after.formIntersection(target.map { nodes[$0].required } ?? VariableSet())
    }
    if node.leavesOnFailure { after = VariableSet() }
    return node.required.union(after)
  }
}
