/// The last failure actions of several steps that are the same in each: those of the workflow or of
/// the document's components.
///
/// Which of them runs depends on the failure and the inputs alone. It ends the workflow, or has the
/// step tried again.
package struct SharedFailurePlan: Sendable, Encodable {
  /// The first whose criteria hold runs; where none does, the failure is thrown.
  package var actions: [ActionPlan]
  /// The steps by their ids, in the document's order.
  package var steps: [String]
}

extension SharedFailurePlan {
  /// Whether one of the actions has the step tried again.
  package var retries: Bool { actions.contains { $0.retry != nil } }

  /// Whether one of the actions ends the workflow.
  package var ends: Bool { actions.contains { $0.end != nil } }

  /// Whether an action runs whatever the failure is, so that it is never thrown.
  package var answersEveryFailure: Bool { actions.contains(where: \.isCertain) }
}

extension WorkflowPlan {
  /// The number of the group whose actions are the last of a step.
  package func sharedFailure(of step: String) -> Int? {
    sharedFailures.firstIndex { $0.steps.contains(step) }
  }

  /// The failure actions of a step before those that it shares.
  package func ownFailures(of step: StepPlan) -> ArraySlice<ActionPlan> {
    step.onFailure.dropLast(
      sharedFailure(of: step.id).map { sharedFailures[$0].actions.count } ?? 0)
  }
}

extension WorkflowPlan {
  /// What is known at the endings among the actions of a group, with the values of one of its steps;
  /// `nil` where nothing is.
  package func knownOutputs(_ group: SharedFailurePlan, at step: StepPlan) -> KnownOutputs? {
    step.onFailure.suffix(group.actions.count).compactMap(\.end).first
      .flatMap { knownOutputs(at: $0.ending, $0.outputs) }
  }
}

extension ActionPlan {
  fileprivate var end: (ending: EndingPlan, outputs: [ValuePlan])? {
    if case .end(let ending, let outputs) = transition { (ending, outputs) } else { nil }
  }

  fileprivate var retry: RetryPlan? {
    if case .retry(let plan) = transition { plan } else { nil }
  }
}

/// Finds the failure actions that steps share.
struct SharedFailures {
  /// What an action is, apart from the step.
  private struct Signature: Hashable {
    var name: String
    var criteria: [CriterionPlan]
    var ending: EndingPlan?
    var after: Double?
    var limit: Int?
  }

  private let workflow: WorkflowPlan

  init(_ workflow: WorkflowPlan) { self.workflow = workflow }

  /// Each step is in one group at most: that of its longest list of last actions which another step
  /// has too.
  func groups() -> [SharedFailurePlan] {
    var lists = ActionLists()
    let ends = workflow.steps.map { step in
      shareable(step).reduce(into: []) { $0.append(lists.add($1, before: $0.last)) }
    }
    let longest = ends.map { $0.last { lists.counts[$0] > 1 } }
    var members: [Int: [StepPlan]] = [:]
    for case (let step, let list?) in zip(workflow.steps, longest) {
      members[list, default: []].append(step)
    }
    var seen: Set<Int> = []
    return longest.compactMap { $0 }.filter { seen.insert($0).inserted }.compactMap { list in
      let steps = members[list] ?? []
      let length = lists.lengths[list]
      guard let first = steps.first, steps.count > 1, length > 1 || steps.count > 2
      else { return nil }
      return SharedFailurePlan(
        actions: Array(first.onFailure.suffix(length)), steps: steps.map(\.id))
    }
  }

  /// Lists of actions that end a step, each by a number: an action and the number of the list behind
  /// it.
  private struct ActionLists {
    private struct Key: Hashable {
      var action: Signature
      var rest: Int?
    }

    private var numbers: [Key: Int] = [:]
    /// How many steps end with the list.
    private(set) var counts: [Int] = []
    private(set) var lengths: [Int] = []

    mutating func add(_ action: Signature, before rest: Int?) -> Int {
      let key = Key(action: action, rest: rest)
      let number = numbers[key] ?? counts.count
      if number == counts.count {
        numbers[key] = number
        counts.append(0)
        lengths.append((rest.map { lengths[$0] } ?? 0) + 1)
      }
      counts[number] += 1
      return number
    }
  }

  /// The last actions of a step that depend on nothing of it, at whose endings the same is known; the
  /// last one comes first.
  private func shareable(_ step: StepPlan) -> [Signature] {
    var result: [Signature] = []
    var known: KnownOutputs??
    for action in step.onFailure.reversed() {
      guard let signature = Self.signature(action) else { break }
      if let end = action.end {
        let own = workflow.knownOutputs(at: end.ending, end.outputs)
        guard known == nil || known == .some(own) else { break }
        known = .some(own)
      }
      result.append(signature)
    }
    return result
  }

  private static func signature(_ action: ActionPlan) -> Signature? {
    let values = action.condition.parts.flatMap(\.everyPart)
    guard values.allSatisfy(\.isOfFailureOrInputs), action.condition.constant != false else {
      return nil
    }
    if let end = action.end {
      return Signature(name: action.name, criteria: action.criteria, ending: end.ending)
    }
    guard let retry = action.retry, retry.first == nil, retry.carrying.isEmpty else { return nil }
    return Signature(
      name: action.name, criteria: action.criteria, after: retry.after, limit: retry.limit)
  }
}

extension ValuePlan {
  /// Whether the value itself, apart from its parts, is the same whichever step has failed.
  fileprivate var isOfFailureOrInputs: Bool {
    switch kind {
    case .variable, .callOutput, .dependencyOutput: false
    default: true
    }
  }
}
