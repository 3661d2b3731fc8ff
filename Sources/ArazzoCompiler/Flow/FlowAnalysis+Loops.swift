extension FlowAnalysis {
  /// The steps of the loop that going from `source` back to `target` closes, in order; `nil` where it
  /// closes none (rule A8).
  func loop(from source: Int, to target: Int) -> [Int]? {
    guard target <= source else { return nil }
    let forward = reach(from: target) { _ in true }
    guard forward.contains(source) else { return nil }
    return forward.filter { $0 == source || reach(from: $0) { $0 != target }.contains(source) }
      .sorted()
  }

  /// Whether something that the loop sends was returned by an earlier pass: an iteration, and no poll
  /// (rule A8).
  func carriesValues(_ loop: [Int], from target: Int) -> Bool {
    let members = Set(loop)
    let defined = loop.reduce(into: Set<VariableKey>()) { $0.formUnion(nodes[$1].defines) }
    return !liveForSending(within: members, at: target).isDisjoint(with: defined)
  }

  /// The loops that nothing leads out of but an error (rule A9).
  func endlessLoops() -> [[Int]] {
    var known: Set<[Int]> = []
    for index in nodes.indices where isReachable[index] {
      let reached = reach(from: index) { _ in true }
      let canEnd = reached.contains { node in
        (nodes[node].success + nodes[node].failure).contains(nil)
      }
      let hasFailureOnly = reached.contains { nodes[$0].success.isEmpty }
      if !canEnd, !hasFailureOnly { known.insert(reached.sorted()) }
    }
    return known.sorted { $0.count < $1.count }.prefix(1).map(\.self)
  }

  private func reach(from start: Int, through isAllowed: (Int) -> Bool) -> Set<Int> {
    var seen: Set<Int> = [start]
    var open = [start]
    while let node = open.popLast() {
      for case let next? in nodes[node].success + nodes[node].failure
      where isAllowed(next) && seen.insert(next).inserted {
        open.append(next)
      }
    }
    return seen
  }

  /// The variables whose value on entry of `target` a request in the loop reads.
  private func liveForSending(within loop: Set<Int>, at target: Int) -> Set<VariableKey> {
    var live = [Int: Set<VariableKey>]()
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in loop {
        let node = nodes[index]
        let inside = { (targets: [Int?]) in
          targets.compactMap(\.self).reduce(into: Set<VariableKey>()) { result, next in
            if loop.contains(next), next != target { result.formUnion(live[next] ?? []) }
          }
        }
        let new = node.requestUses
          .union(inside(node.success).subtracting(node.defines))
          .union(inside(node.failure))
        if new != live[index] {
          live[index] = new
          hasChanged = true
        }
      }
    }
    return live[target] ?? []
  }
}
