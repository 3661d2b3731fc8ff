/// What is known about variables and loops in a workflow.
struct FlowAnalysis {
  let nodes: [FlowNode]
  /// Variables that the workflow's outputs read.
  let endUses: VariableSet
  /// The steps that lead to each step, unreachable ones left out.
  let previous: [[Int]]
  /// Whether control can get to the step.
  let isReachable: [Bool]
  /// Variables that are still read from the entry of the step on.
  private(set) var liveIn: [VariableSet] = []
  /// Variables that some way to the entry of the step has set.
  private(set) var maySet: [VariableSet] = []
  /// Variables that every way to the entry of the step has set.
  private(set) var mustSet: [VariableSet] = []
  /// Variables that every way on from the step's success can't do without.
  private(set) var needed: [VariableSet] = []
  /// Whether the analysis came to its end: a flow that is tangled on purpose would take for ever.
  private(set) var isComplete = true

  init(_ nodes: [FlowNode], endUses: VariableSet) {
    self.nodes = nodes
    self.endUses = endUses
    let reached = Self.flood(from: nodes.isEmpty ? [] : [0], count: nodes.count) { nodes[$0].next }
    isReachable = reached
    var previous = [[Int]](repeating: [], count: nodes.count)
    for (source, node) in nodes.enumerated() where reached[source] {
      for target in node.next { previous[target].append(source) }
    }
    self.previous = previous
    liveIn = live()
    maySet = mayBeSet()
    mustSet = mustBeSet()
    needed = needs()
  }

  /// Variables that are read after the step has succeeded.
  func liveAfterSuccess(_ index: Int) -> VariableSet {
    liveAfter(nodes[index].success, nodes[index].successUses, liveIn)
  }

  /// The places that can be reached from `start`, itself included.
  static func flood(from start: [Int], count: Int, _ next: (Int) -> [Int]) -> [Bool] {
    var seen = [Bool](repeating: false, count: count)
    var open = start
    for node in start { seen[node] = true }
    while let node = open.popLast() {
      for other in next(node) where !seen[other] {
        seen[other] = true
        open.append(other)
      }
    }
    return seen
  }

  // MARK: variables

  private func liveAfter(
    _ targets: [Int?], _ uses: VariableSet, _ liveIn: [VariableSet]
  ) -> VariableSet {
    targets.reduce(into: uses) { live, target in
      live.formUnion(target.map { liveIn[$0] } ?? endUses)
    }
  }

  private mutating func live() -> [VariableSet] {
    var live = nodes.map { $0.requestUses.union($0.responseUses) }
    settle(&live, isForward: false) { analysis, index, live in
      let node = analysis.nodes[index]
      var result = node.requestUses.union(node.responseUses)
      result.formUnion(
        analysis.liveAfter(node.success, node.successUses, live).subtracting(node.defines))
      if !node.failure.isEmpty || node.leavesOnFailure {
        result.formUnion(analysis.liveAfter(node.failure, node.failureUses, live))
      }
      return result
    }
    return live
  }

  private mutating func mayBeSet() -> [VariableSet] {
    var may = [VariableSet](repeating: VariableSet(), count: nodes.count)
    settle(&may, isForward: true) { analysis, index, may in
      analysis.previous[index].reduce(into: may[index]) { result, source in
        result.formUnion(analysis.after(source, to: index, may, isUnion: true))
      }
    }
    return may
  }

  private mutating func mustBeSet() -> [VariableSet] {
    let all = nodes.reduce(into: VariableSet()) { $0.formUnion($1.defines) }
    var must = [VariableSet](repeating: all, count: nodes.count)
    if !must.isEmpty { must[0] = VariableSet() }
    settle(&must, isForward: true) { analysis, index, must in
      guard index > 0 else { return VariableSet() }
      return analysis.previous[index].reduce(into: all) { result, source in
        result.formIntersection(analysis.after(source, to: index, must, isUnion: false))
      }
    }
    return must
  }

  /// What is set when control comes from `source`: after a failure, what was set before it.
  private func after(
    _ source: Int, to target: Int, _ sets: [VariableSet], isUnion: Bool
  ) -> VariableSet {
    let node = nodes[source]
    let comesByFailure = node.failure.contains(target)
    let comesBySuccess = node.success.contains(target)
    let addsOutputs = isUnion ? comesBySuccess : !comesByFailure
    return addsOutputs ? sets[source].union(node.defines) : sets[source]
  }

  // MARK: until nothing changes

  /// Applies `transfer` in sweeps down and up the steps until nothing changes.
  mutating func settle(
    _ sets: inout [VariableSet], isForward: Bool,
    _ transfer: (FlowAnalysis, Int, [VariableSet]) -> VariableSet
  ) {
    var isForward = isForward
    for _ in 0..<mostSweeps {
      var hasChanged = false
      for position in sets.indices {
        let index = isForward ? position : sets.count - 1 - position
        let new = transfer(self, index, sets)
        guard new != sets[index] else { continue }
        sets[index] = new
        hasChanged = true
      }
      if !hasChanged { return }
      isForward.toggle()
    }
    isComplete = false
  }

  /// Three or four are enough for what people write.
  private var mostSweeps: Int {
    let variables = nodes.reduce(into: VariableSet()) { $0.formUnion($1.defines) }.numbers.count
    return max(16, 5_000_000 / max(1, nodes.count * (variables / 64 + 1)))
  }
}
