extension FlowAnalysis {
  /// The steps of a loop that nothing leads out of but an error (rule A9); empty where there is none.
  var endlessLoop: [Int] {
    let ends = nodes.indices.filter { isReachable[$0] && nodes[$0].canEnd }
    let canEnd = Self.flood(from: ends, count: nodes.count) { previous[$0] }
    let stuck = nodes.indices.filter { isReachable[$0] && !canEnd[$0] }
    guard let last = lastRoot(of: stuck) else { return [] }
    let reached = Self.flood(from: [last], count: nodes.count) { nodes[$0].next }
    return nodes.indices.filter { reached[$0] }
  }

  /// A step from which only those steps can be reached that lead back to it: the root of the last
  /// tree of a search against the direction of flow.
  private func lastRoot(of steps: [Int]) -> Int? {
    var seen = [Bool](repeating: false, count: nodes.count)
    var last: Int?
    for step in steps where !seen[step] {
      last = step
      var open = [step]
      seen[step] = true
      while let node = open.popLast() {
        for other in previous[node] where !seen[other] {
          seen[other] = true
          open.append(other)
        }
      }
    }
    return last
  }
}
