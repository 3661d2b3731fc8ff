/// The plan of one Arazzo document for the emitter: every decision is made, and nothing is Swift
/// yet.
///
/// `--print-plan` shows it as JSON.
package struct DocumentPlan: Sendable, Encodable {
  /// The document's file name without folders, as `run-app-and-poll.arazzo.yaml`.
  package var fileName: String
  package var title: String
  package var servers: [ServerPlan]
  package private(set) var workflows: [WorkflowPlan]
  /// The types of response values that outputs and states of the workflows hold, outer ones first.
  package private(set) var types: [DeclarationPlan]
  /// The workflows as tools, once ``describeTools()`` has described them.
  package internal(set) var tools: [ToolPlan]?

  /// - Parameters:
  ///   - workflows: All of them; what they say of each other is worked out here.
  ///   - types: The types that the workflows may hold; those that none does are left out.
  init(
    fileName: String, title: String, servers: [ServerPlan], workflows: [WorkflowPlan],
    types: [DeclarationPlan] = []
  ) {
    self.fileName = fileName
    self.title = title
    self.servers = servers
    self.workflows = workflows.map(PlanLinker(workflows).linked)
    self.types = TypeSharing(types, self.workflows).types
  }
}

extension DocumentPlan {
  package var workflowsByID: [String: WorkflowPlan] {
    Dictionary(workflows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The security schemes that requests require, in the order of their first use.
  package var schemes: [SchemePlan] {
    workflows.flatMap(\.everyStep).reduce(into: []) { schemes, step in
      if case .operation(let operation) = step.call { schemes.add(operation.security) }
    }
  }
}

/// One workflow, lowered to steps and the transitions between them.
package struct WorkflowPlan: Sendable, Encodable {
  /// Its name among all workflows of the plan.
  package var id: String
  /// Its `workflowId`, which is another one where a workflow of another document has the same.
  package var name: String
  /// The file name of the other Arazzo document that has it; `nil` for the plan's own.
  package var document: String?
  package var summary: String?
  package var description: String?
  package var inputs: StructPlan
  /// The workflows whose results it needs, by ``id``, each once (rule A10).
  package var dependsOn: [String] = []
  /// Those of them whose inputs it reads.
  package var readsInputsOf: [String] = []
  /// The outputs under their names on the wire, in the document's order; optional where an ending
  /// that gives a caller outputs may be without it.
  package var outputs: [OutputPlan]
  /// What is known at the endings, one for all endings with the same outputs.
  package var results = ResultsPlan()
  /// Every way the workflow can end, in the order of the document; `completed` (running off the
  /// last step) comes first where it can happen.
  package var endings: [EndingPlan]
  /// The steps that can be reached, in the document's order; the first is the entry.
  package var steps: [StepPlan]
  /// Whether control can go anywhere else than from each step to the next and out.
  package var isMachine: Bool

  // MARK: what ``PlanLinker`` finds

  /// The workflows that run before it, each after those that it depends on itself.
  package internal(set) var runsFirst: [String] = []
  /// Whether this workflow can continue in another one (rule A5).
  package internal(set) var continues = false
  /// Whether it gives back how it ended, rather than its outputs: there is more than one way to
  /// end, or the only one is a failure or another workflow's.
  package internal(set) var returnsOutcome = false
  /// Whether it, or a workflow that it continues in, can end with a failure.
  package internal(set) var canFail = false
  /// The workflows that may go on in its place and lead back to it: how they end may hold how it
  /// ends.
  package internal(set) var returnsFrom: [String] = []
  /// The failure actions that several steps share.
  package internal(set) var sharedFailures: [SharedFailurePlan] = []
  /// Whether some wait goes by the polling policy.
  package internal(set) var waits = false

  // MARK: what ``UseFinder`` finds

  /// The workflows that it depends on of which it reads outputs.
  package internal(set) var readsOutputsOf: [String] = []
  /// Whether a machine goes to another state, or to one again with other values.
  package internal(set) var changesState = false
  /// What its code calls besides the runtime itself, by name.
  package internal(set) var products: [RuntimeProduct] = []
}

extension DocumentPlan {
  /// Leaves workflows out, and the types that only they hold.
  package mutating func removeWorkflows(_ ids: Set<String>) {
    workflows.removeAll { ids.contains($0.id) }
    tools?.removeAll { ids.contains($0.workflow) }
    types = TypeSharing(types, workflows).types
  }

  /// Makes a machine of every workflow, so that each has a state that it can be resumed from.
  package mutating func makeResumable() {
    for index in workflows.indices where !workflows[index].steps.isEmpty {
      workflows[index].isMachine = true
      workflows[index] = workflows[index].findingUses()
    }
  }
}

/// An output of a workflow.
package struct OutputPlan: Sendable, Encodable, Hashable {
  package var name: String
  package var type: TypePlan
  /// Whether it may be missing where the outputs are given.
  package var isOptional: Bool
  /// The expression as written.
  package var expression: String
}

extension WorkflowPlan {
  /// The ending that a caller hopes for: `completed`, else the first that is no failure.
  package var mainEnding: EndingPlan? {
    endings.first { $0.kind == .completed || $0.kind == .success }
  }

  /// What is known at the main ending, or where every ending is a failure at the first of them;
  /// `nil` where nothing is.
  package var mainResult: ResultPlan? {
    guard let mainEnding else { return results.all.first }
    return results[mainEnding]
  }

  /// What is known at an ending; `nil` where nothing is.
  package func result(at ending: EndingPlan) -> ResultPlan? { results[ending] }
}

/// What is known at the endings of a workflow, one ``ResultPlan`` for those with the same outputs.
package struct ResultsPlan: Sendable {
  package let all: [ResultPlan]
  private let numbers: [EndingPlan: Int]

  /// - Parameter all: The outputs that are known together, each with the endings where they are.
  init(_ all: [(outputs: [OutputPlan], endings: [EndingPlan])] = []) {
    self.all = all.enumerated().map { number, result in
      ResultPlan(number: number, outputs: result.outputs, endings: result.endings)
    }
    numbers = Dictionary(
      self.all.flatMap { result in result.endings.map { ($0, result.number) } },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(_ ending: EndingPlan) -> ResultPlan? { numbers[ending].map { all[$0] } }
}

extension ResultsPlan: Encodable {
  package func encode(to encoder: any Encoder) throws { try all.encode(to: encoder) }
}

/// The outputs that are known at some endings of a workflow.
package struct ResultPlan: Sendable, Encodable {
  /// Its place in ``ResultsPlan/all``.
  package var number: Int
  package var outputs: [OutputPlan]
  package var endings: [EndingPlan]
}

extension ResultPlan: Hashable {
  /// Those of one workflow are told apart by their numbers.
  package static func == (one: ResultPlan, other: ResultPlan) -> Bool { one.number == other.number }

  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// An ending of a workflow.
package struct EndingPlan: Sendable, Encodable, Hashable {
  package enum Kind: String, Sendable, Encodable { case completed, success, failure, continued }

  /// The action's name as written; `completed` for running off the last step.
  package var name: String
  package var kind: Kind
  /// The workflow that this one continues in, if ``kind`` is `continued` (rule A5).
  package var workflow: String?
  package var isFailure: Bool { kind == .failure }
}
