/// A step: its call, success criteria, outputs and transitions.
package struct StepPlan: Sendable, Encodable {
  package var id: String
  package var description: String?
  /// What later steps still read when control arrives here, in the order of the steps that set
  /// them; this is what the state's case holds. A value that not every path has set is optional.
  package var carried: [VariablePlan]
  package var call: CallPlan
  /// How long one attempt may take, in milliseconds (rule A11).
  package var timeout: Int? = nil
  /// What must hold for the step to have succeeded, in order.
  package var criteria: [CriterionPlan]
  /// What is read when it succeeded, in the document's order: only what something reads.
  package var outputs: [StepOutputPlan]
  /// The first whose criteria hold runs.
  package var onSuccess: [ActionPlan]
  /// Where control goes when none of ``onSuccess`` runs; `nil` where one always does.
  package var otherwise: TransitionPlan?
  /// The first whose criteria hold runs; where none does, the failure is thrown.
  package var onFailure: [ActionPlan]
  /// The step in whose state it runs, where it runs before that one is tried again.
  package var state: String? = nil
  package internal(set) var uses = StepUses()
}

package struct StepOutputPlan: Sendable, Encodable {
  package var variable: VariablePlan
  package var value: ValuePlan
  /// Whether the step arrives with the variable and sets it anew.
  package var isRenewed = false
  /// Whether anything reads it; it is looked for all the same where its absence is a failure.
  package internal(set) var isUsed = false
}

extension StepOutputPlan {
  /// Whether it is a secret in the response, which must not be shown (rule H8).
  package var isHidden: Bool {
    guard variable.type.isSecret else { return false }
    switch value.kind {
    case .responseHeader, .responseCookie, .responseContent: return true
    // Names and indexes are told apart either everywhere or nowhere in what can be hidden.
    case .responseBody(let pointer):
      return !pointer.contains(where: \.isStrict) || !pointer.contains(where: \.isAmbiguous)
    default: return false
    }
  }
}

package struct ActionPlan: Sendable, Encodable {
  package var name: String
  /// All must hold; empty: always.
  package var criteria: [CriterionPlan]
  package var transition: TransitionPlan
}

extension ActionPlan {
  /// The criteria as one condition.
  package var condition: ConditionPlan { .all(criteria.map(\.condition)) }
}

package enum TransitionPlan: Sendable, Encodable {
  /// On to a step, with a value for each of its ``StepPlan/carried`` in that order.
  case step(String, carrying: [ValuePlan], wait: WaitPlan?)
  /// The workflow ends, with a value for each of its outputs in their order.
  case end(EndingPlan, outputs: [ValuePlan])
  /// The workflow continues in another one (rule A5).
  case workflow(EndingPlan, WorkflowCallPlan)
  /// The same step again, with what it was entered with, after a wait; the next action where the
  /// budget is spent (rule A6).
  case retry(RetryPlan)
}

/// Going back to a step (rule A8).
package struct WaitPlan: Sendable, Encodable, Hashable {
  package enum Kind: String, Sendable, Encodable { case poll, iteration }

  package var kind: Kind
  /// The steps of the loop when there is more than one, in the document's order.
  package var loop: [String]
}

package struct RetryPlan: Sendable, Encodable {
  /// Seconds; `nil` leaves it to `Retry-After` and the polling policy.
  package var after: Double?
  package var limit: Int
  /// What runs before the step is tried again; where it fails, the next action's turn has come.
  package var first: RetryPrelude?
  /// A value for each of the step's ``StepPlan/carried``; empty: what it was entered with.
  package var carrying: [ValuePlan] = []

  package indirect enum RetryPrelude: Sendable, Encodable {
    case workflow(WorkflowCallPlan)
    /// A step of the same workflow, which only goes back.
    case step(StepPlan)
  }
}

extension StepPlan {
  /// Every transition of the step.
  package var transitions: [TransitionPlan] { waysOnSuccess + waysOnFailure }

  var waysOnSuccess: [TransitionPlan] {
    onSuccess.map(\.transition) + (otherwise.map { [$0] } ?? [])
  }

  var waysOnFailure: [TransitionPlan] { onFailure.map(\.transition) }

  /// Whether a criterion is known to be never met.
  package var alwaysFails: Bool { criteria.contains { $0.condition.constant == false } }

  /// Whether it waits by the polling policy before control goes back.
  var waits: Bool {
    transitions.contains { transition in
      switch transition {
      case .step(_, _, let wait): wait != nil
      case .retry(let retry): retry.after == nil
      case .end, .workflow: false
      }
    }
  }

  /// The same with every call of a workflow replaced.
  func mapCalls(_ map: (WorkflowCallPlan) -> WorkflowCallPlan) -> StepPlan {
    var step = self
    if case .workflow(let call) = call { step.call = .workflow(map(call)) }
    for index in onSuccess.indices { step.onSuccess[index].transition.mapCalls(map) }
    for index in onFailure.indices { step.onFailure[index].transition.mapCalls(map) }
    step.otherwise?.mapCalls(map)
    return step
  }

  /// Whether a transition leads back to the state that the step was entered in, so that the state
  /// need not be set.
  package func keepsState(_ transition: TransitionPlan) -> Bool {
    switch transition {
    case .step(let id, let carrying, _): id == state ?? self.id && isEntered(with: carrying)
    case .retry(let retry): isEntered(with: retry.carrying)
    case .end, .workflow: false
    }
  }

  private func isEntered(with values: [ValuePlan]) -> Bool {
    zip(carried, values).allSatisfy { $1.kind == .variable($0) && !renews($0) }
  }

  /// Whether the step arrives with a variable and sets it anew.
  package func renews(_ variable: VariablePlan) -> Bool {
    outputs.contains { $0.isRenewed && $0.variable.key == variable.key }
  }
}

extension Collection<ActionPlan> {
  /// Where control may go on by them.
  package var possible: [TransitionPlan] {
    filter { $0.condition.constant != false }.map(\.transition)
  }
}

/// What an ending knows of the workflow's outputs, and a value for each output of the workflow.
package struct KnownOutputs: Sendable, Hashable {
  package var result: ResultPlan
  package var values: [ValuePlan]
}

extension WorkflowPlan {
  /// What is known at the endings among some ways, where there are several and all know the same.
  package func sharedOutputs(of ways: [TransitionPlan]) -> KnownOutputs? {
    let ends = ways.compactMap { way -> KnownOutputs?? in
      guard case .end(let ending, let outputs) = way else { return nil }
      return .some(knownOutputs(at: ending, outputs))
    }
    guard ends.count > 1, Set(ends).count == 1 else { return nil }
    return ends.first ?? nil
  }

  func knownOutputs(at ending: EndingPlan, _ values: [ValuePlan]) -> KnownOutputs? {
    result(at: ending).map { KnownOutputs(result: $0, values: values) }
  }
}

extension TransitionPlan {
  fileprivate mutating func mapCalls(_ map: (WorkflowCallPlan) -> WorkflowCallPlan) {
    switch self {
    case .step, .end: break
    case .workflow(let ending, let call): self = .workflow(ending, map(call))
    case .retry(var retry):
      switch retry.first {
      case .workflow(let call): retry.first = .workflow(map(call))
      case .step(let step): retry.first = .step(step.mapCalls(map))
      case nil: break
      }
      self = .retry(retry)
    }
  }
}

extension WorkflowPlan {
  /// The steps, and those that run once more before another is tried again.
  package var everyStep: [StepPlan] {
    var all: [StepPlan] = []
    for step in steps {
      all.append(step)
      for case .retry(let retry) in step.transitions {
        if case .step(let first)? = retry.first { all.append(first) }
      }
    }
    return all
  }
}

/// The values that the code of a step uses, so that it declares no others.
package struct StepUses: Sendable {
  /// What is read of what was set before the step.
  package internal(set) var before: Set<VariableKey> = []
  /// What is read of what the step sets.
  var own: Set<VariableKey> = []
  /// Whether the response is looked at, other than after a failure.
  package internal(set) var response = false
  /// Whether it is looked at after a failure.
  package internal(set) var failedResponse = false
  /// Whether the code uses the failure itself.
  package internal(set) var failure = false
  /// Whether the outputs of the called workflow are read, other than after a failure.
  package internal(set) var callOutputs = false
  /// Whether they are read after a failure.
  package internal(set) var failedCallOutputs = false
  /// Whether control goes to another state, or to this one again with other values.
  var state = false
  /// The workflows of which outputs are read that ran before this one.
  var dependencies: Set<String> = []
  var products: Set<RuntimeProduct> = []
}

extension StepUses: Encodable {
  private enum CodingKeys: CodingKey {
    case before, response, failedResponse, failure, callOutputs, failedCallOutputs
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(before.map(\.expression).sorted(), forKey: .before)
    try container.encode(response, forKey: .response)
    try container.encode(failedResponse, forKey: .failedResponse)
    try container.encode(failure, forKey: .failure)
    try container.encode(callOutputs, forKey: .callOutputs)
    try container.encode(failedCallOutputs, forKey: .failedCallOutputs)
  }
}

/// What the code calls besides the runtime itself, by the modules' names.
package enum RuntimeProduct: String, Sendable, Encodable {
  case forms = "ArazzoForms"
  case queries = "ArazzoQueries"
  case xml = "ArazzoXML"
}
