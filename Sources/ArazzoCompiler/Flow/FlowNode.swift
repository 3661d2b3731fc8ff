/// A step as control flow sees it: what it reads, what it sets, where it leads.
struct FlowNode {
  /// Variables that its request reads.
  var requestUses: Set<VariableKey>
  /// Of those, the ones that it can't be sent without.
  var required: Set<VariableKey>
  /// Variables that its criteria and outputs read after the response.
  var responseUses: Set<VariableKey>
  /// Variables that the criteria of its success actions read.
  var successUses: Set<VariableKey>
  /// Variables that the criteria of its failure actions read.
  var failureUses: Set<VariableKey>
  /// Variables that it sets when it succeeds.
  var defines: Set<VariableKey>
  /// Where control may go after a success; `nil` is the end of the workflow.
  var success: [Int?]
  /// Where control may go after a failure that an action takes over; itself for a retry.
  var failure: [Int?]
}

/// What is known about variables and loops in a workflow.
struct FlowAnalysis {
  let nodes: [FlowNode]
  /// Variables that the workflow's outputs read.
  let endUses: Set<VariableKey>
  /// Whether control can get to the step.
  let isReachable: [Bool]
  /// Variables that are still read from the entry of the step on.
  let liveIn: [Set<VariableKey>]
  /// Variables that some way to the entry of the step has set.
  let maySet: [Set<VariableKey>]
  /// Variables that every way to the entry of the step has set.
  let mustSet: [Set<VariableKey>]

  init(_ nodes: [FlowNode], endUses: Set<VariableKey>) {
    self.nodes = nodes
    self.endUses = endUses
    isReachable = Self.reachable(nodes)
    liveIn = Self.live(nodes, endUses)
    maySet = Self.maySet(nodes, isReachable)
    mustSet = Self.mustSet(nodes, isReachable)
  }

  /// Variables that are read after the step has succeeded.
  func liveAfterSuccess(_ index: Int) -> Set<VariableKey> {
    Self.liveAfter(nodes[index].success, nodes[index].successUses, liveIn, endUses)
  }

  // MARK: reachability

  private static func reachable(_ nodes: [FlowNode]) -> [Bool] {
    guard !nodes.isEmpty else { return [] }
    let seen = reach(from: [0], nodes) { _ in true }
    return nodes.indices.map { seen.contains($0) }
  }

  /// The nodes that can be reached from `start`, itself included, through nodes that are allowed.
  private static func reach(
    from start: [Int], _ nodes: [FlowNode], _ isAllowed: (Int) -> Bool
  ) -> Set<Int> {
    var seen = Set(start)
    var open = start
    while let node = open.popLast() {
      for case let next? in nodes[node].success + nodes[node].failure
      where isAllowed(next) && seen.insert(next).inserted {
        open.append(next)
      }
    }
    return seen
  }

  // MARK: variables

  private static func liveAfter(
    _ targets: [Int?], _ uses: Set<VariableKey>, _ liveIn: [Set<VariableKey>],
    _ endUses: Set<VariableKey>
  ) -> Set<VariableKey> {
    targets.reduce(into: uses) { live, target in
      live.formUnion(target.map { liveIn[$0] } ?? endUses)
    }
  }

  private static func live(
    _ nodes: [FlowNode], _ endUses: Set<VariableKey>
  ) -> [Set<VariableKey>] {
    var live = nodes.map { $0.requestUses.union($0.responseUses) }
    fixpoint(&live) { index, live in
      let node = nodes[index]
      let afterSuccess = liveAfter(node.success, node.successUses, live, endUses)
      let afterFailure = liveAfter(node.failure, node.failureUses, live, endUses)
      return node.requestUses.union(node.responseUses)
        .union(afterSuccess.subtracting(node.defines))
        .union(node.failure.isEmpty ? [] : afterFailure)
    }
    return live
  }

  private static func maySet(_ nodes: [FlowNode], _ isReachable: [Bool]) -> [Set<VariableKey>] {
    var may = [Set<VariableKey>](repeating: [], count: nodes.count)
    let incoming = incomingEdges(nodes, isReachable)
    fixpoint(&may) { index, may in
      incoming[index].reduce(into: may[index]) { $0.formUnion($1.after(may, nodes)) }
    }
    return may
  }

  private static func mustSet(_ nodes: [FlowNode], _ isReachable: [Bool]) -> [Set<VariableKey>] {
    let all = nodes.reduce(into: Set<VariableKey>()) { $0.formUnion($1.defines) }
    var must = [Set<VariableKey>](repeating: all, count: nodes.count)
    if !must.isEmpty { must[0] = [] }
    let incoming = incomingEdges(nodes, isReachable)
    fixpoint(&must) { index, must in
      guard index > 0 else { return [] }
      return incoming[index].reduce(into: all) { $0.formIntersection($1.after(must, nodes)) }
    }
    return must
  }

  private struct Edge {
    let source: Int
    let isSuccess: Bool

    func after(_ sets: [Set<VariableKey>], _ nodes: [FlowNode]) -> Set<VariableKey> {
      isSuccess ? sets[source].union(nodes[source].defines) : sets[source]
    }
  }

  private static func incomingEdges(_ nodes: [FlowNode], _ isReachable: [Bool]) -> [[Edge]] {
    var incoming = [[Edge]](repeating: [], count: nodes.count)
    for (source, node) in nodes.enumerated() where isReachable[source] {
      for case let target? in node.success {
        incoming[target].append(Edge(source: source, isSuccess: true))
      }
      for case let target? in node.failure {
        incoming[target].append(Edge(source: source, isSuccess: false))
      }
    }
    return incoming
  }

  /// Applies `transfer` until nothing changes.
  private static func fixpoint(
    _ sets: inout [Set<VariableKey>],
    _ transfer: (Int, [Set<VariableKey>]) -> Set<VariableKey>
  ) {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in sets.indices.reversed() {
        let new = transfer(index, sets)
        if new != sets[index] {
          sets[index] = new
          hasChanged = true
        }
      }
    }
  }
}
