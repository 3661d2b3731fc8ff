extension Lowering {
  /// Whether control can go anywhere else than on to the next step and out.
  var isMachine: Bool {
    let reachable = drafts.indices.filter { analysis.isReachable[$0] }
    return reachable.enumerated().contains { position, index in
      let next = position + 1 < reachable.count ? reachable[position + 1] : nil
      return branches(drafts[index], next: next) || fallsThroughElsewhere(index, next)
    }
  }

  private func branches(_ draft: StepDraft, next: Int?) -> Bool {
    let success = draft.effectiveSuccess.contains { action in
      switch action.target {
      case .step(let target): target != next || !action.criteria.isEmpty
      case .retry: true
      case .end, .workflow: false
      }
    }
    let failure = draft.effectiveFailure.contains { action in
      switch action.target {
      case .end, .workflow: false
      case .step, .retry: true
      }
    }
    return success || failure
  }

  /// Whether the step without an action continues elsewhere than in the next reachable step.
  private func fallsThroughElsewhere(_ index: Int, _ next: Int?) -> Bool {
    let node = analysis.nodes[index]
    return node.success.contains { $0 != nil && $0 != next }
  }

  // MARK: size

  /// How many values the transitions of one workflow may carry: a plan that is larger was not
  /// written to be run.
  static let maximumValues = 200_000
  /// How many steps its loops may have together.
  static let maximumLoopSteps = 50_000

  /// Whether the plan would be larger than anybody can use.
  var isTooLarge: Bool {
    guard analysis.isComplete else { return true }
    var values = 0
    var steps = 0
    for (index, node) in analysis.nodes.enumerated() where analysis.isReachable[index] {
      for target in node.success + node.failure {
        guard let target else {
          values += outputs.count
          continue
        }
        values += carriedCount(target)
        if target < index, index < drafts.count { steps += index - target + 1 }
      }
      guard values <= Self.maximumValues, steps <= Self.maximumLoopSteps else { return true }
    }
    return false
  }

  private func carriedCount(_ index: Int) -> Int {
    analysis.liveIn[index].intersection(analysis.maySet[index]).numbers.count
  }
}
