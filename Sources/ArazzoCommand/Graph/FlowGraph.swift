/// The state machine of a workflow for a graph.
struct FlowGraph {
  let workflow: String
  /// In the document's order; control enters the first.
  var steps: [Step] = []

  /// A step with its branches.
  struct Step {
    let id: String
    /// What it does: `POST /runs/{id}`, or the workflow that it calls.
    let call: String
    var branches: [Branch] = []
  }

  /// A branch of a step.
  struct Branch {
    /// The action's name; `nil` for going on without one.
    let name: String?
    let kind: Kind
    /// The conditions that must hold, joined; empty if there are none.
    var condition = ""
    /// How long it waits, and how often it may be taken.
    var wait: String?
    let target: Target

    enum Kind { case success, failure, otherwise }
  }

  enum Target: Hashable {
    /// A step by its place in ``FlowGraph/steps``.
    case step(Int)
    case end(Ending)
  }

  struct Ending: Hashable {
    enum Kind { case completed, success, failure, continued }
    let name: String
    let kind: Kind
  }
}

extension FlowGraph {
  /// The endings in the order of the steps.
  var endings: [Ending] {
    var seen: Set<Ending> = []
    return steps.flatMap(\.branches).compactMap { branch in
      guard case .end(let ending) = branch.target, seen.insert(ending).inserted else { return nil }
      return ending
    }
  }
}
