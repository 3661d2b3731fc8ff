extension FlowAnalysis {
  /// The steps that have succeeded before each step, on every way to it.
  var alwaysBefore: [Set<Int>] {
    let all = Set(nodes.indices)
    var before = [Set<Int>](repeating: all, count: nodes.count)
    var hasChanged = !nodes.isEmpty
    if hasChanged { before[0] = [] }
    while hasChanged {
      hasChanged = false
      for index in nodes.indices.dropFirst() where isReachable[index] {
        let new = previous[index].reduce(all) { result, source in
          let hasFailed = nodes[source].failure.contains(index)
          return result.intersection(hasFailed ? before[source] : before[source].union([source]))
        }
        guard new != before[index] else { continue }
        before[index] = new
        hasChanged = true
      }
    }
    return before
  }
}
