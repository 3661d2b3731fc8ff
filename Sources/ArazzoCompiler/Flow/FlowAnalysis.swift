/// Data flow facts about the variables and loops of a workflow.
struct FlowAnalysis {
  let nodes: [FlowNode]
  /// Variables that the workflow's outputs read.
  let endUses: VariableSet
  /// The reachable predecessors of each step.
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
    for _ in 0..<maximumSweeps {
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
  private var maximumSweeps: Int {
    let variables = nodes.reduce(into: VariableSet()) { $0.formUnion($1.defines) }.numbers.count
    return max(16, 5_000_000 / max(1, nodes.count * (variables / 64 + 1)))
  }
}

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

extension FlowAnalysis {
  /// The steps of a loop without an exit but an error (rule A9); empty if there is none.
  var endlessLoop: [Int] {
    let ends = nodes.indices.filter { isReachable[$0] && nodes[$0].canEnd }
    let canEnd = Self.flood(from: ends, count: nodes.count) { previous[$0] }
    let stuck = nodes.indices.filter { isReachable[$0] && !canEnd[$0] }
    guard let last = lastRoot(of: stuck) else { return [] }
    let reached = Self.flood(from: [last], count: nodes.count) { nodes[$0].next }
    return nodes.indices.filter { reached[$0] }
  }

  /// A step from which only steps that go back to it can be reached: the root of the last
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
