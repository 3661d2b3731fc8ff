extension FlowAnalysis {
  /// The steps of the loop that going from `source` back to `target` closes, in order; `nil` where
  /// it closes none (rule A8).
  func loop(from source: Int, to target: Int) -> [Int]? {
    guard target < source else { return target == source ? [source] : nil }
    let ahead = Self.flood(from: [target], count: nodes.count) { nodes[$0].next }
    guard ahead[source] else { return nil }
    let back = Self.flood(from: [source], count: nodes.count) { $0 == target ? [] : previous[$0] }
    return nodes.indices.filter { ahead[$0] && back[$0] }
  }

  /// Whether something that the loop sends was returned by an earlier pass: an iteration, and no
  /// poll (rule A8).
  func carriesValues(_ loop: [Int], from target: Int) -> Bool {
    let defined = loop.reduce(into: VariableSet()) { $0.formUnion(nodes[$1].defines) }
    return !liveForSending(within: loop, at: target).intersection(defined).isEmpty
  }

  /// The variables whose value on entry of `target` a request in the loop reads.
  private func liveForSending(within loop: [Int], at target: Int) -> VariableSet {
    var live: [Int: VariableSet] = [:]
    for member in loop { live[member] = VariableSet() }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in loop.reversed() {
        let new = sent(index, live, without: target)
        guard new != live[index] else { continue }
        live[index] = new
        hasChanged = true
      }
    }
    return live[target] ?? VariableSet()
  }

  private func sent(
    _ index: Int, _ live: [Int: VariableSet], without target: Int
  ) -> VariableSet {
    let node = nodes[index]
    let inside = { (targets: [Int?]) in
      targets.reduce(into: VariableSet()) { result, next in
        if let next, next != target, let set = live[next] { result.formUnion(set) }
      }
    }
    return node.requestUses.union(inside(node.success).subtracting(node.defines))
      .union(inside(node.failure))
  }
}

/// A step in the control flow graph: the outputs that it reads and sets, and its successors.
struct FlowNode {
  /// Variables that its request reads.
  var requestUses: VariableSet
  /// Of those, the ones that it can't be sent without.
  var required: VariableSet
  /// Variables that its criteria and outputs read after the response.
  var responseUses: VariableSet
  /// Variables that the criteria of its success actions read.
  var successUses: VariableSet
  /// Variables that the criteria of its failure actions read.
  var failureUses: VariableSet
  /// Variables that it sets when it succeeds.
  var defines: VariableSet
  /// Where control may go after a success; `nil` is the end of the workflow.
  var success: [Int?]
  /// Where control may go after a failure that an action takes over; itself for a retry.
  var failure: [Int?]

  /// Whether this workflow can continue in another one after a success.
  var leavesOnSuccess = false
  /// The same after a failure.
  var leavesOnFailure = false

  /// The steps that may come next, however this one ends.
  var next: [Int] { (success + failure).compactMap(\.self) }
  var canEnd: Bool {
    success.contains(nil) || failure.contains(nil) || leavesOnSuccess || leavesOnFailure
  }
}
