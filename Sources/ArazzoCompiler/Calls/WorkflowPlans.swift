import ArazzoDescriptions
import ArazzoDocuments

/// The plans of the compiled workflows, for the workflows that refer to them.
struct WorkflowPlans {
  private let order: CallOrder
  private let names: PlanNames
  private var compiled: [WorkflowKey: WorkflowPlan] = [:]
  private var failed: Set<WorkflowKey>
  /// What a workflow looks like from outside while it is not compiled: for circles of calls.
  private let interface: (WorkflowKey) -> WorkflowPlan?

  init(_ order: CallOrder, _ names: PlanNames, interface: @escaping (WorkflowKey) -> WorkflowPlan?)
  {
    self.order = order
    self.names = names
    self.interface = interface
    failed = order.refused
  }

  /// The plan of the workflow that a reference names.
  func plan(at reference: QualifiedName) -> WorkflowPlan? {
    guard let key = order.targets[reference.key] else { return nil }
    return compiled[key] ?? interface(key)
  }

  /// The plan of a workflow by what it is called in the plan.
  func plan(named name: String) -> WorkflowPlan? {
    guard let key = names.key(name) else { return nil }
    return compiled[key] ?? interface(key)
  }

  /// Whether nothing is known that keeps a workflow from being compiled.
  func isCompilable(_ key: WorkflowKey, _ workflow: Workflow) -> Bool {
    !workflow.hasErrors && !failed.contains(key)
      && workflow.references.allSatisfy { reference in
        order.targets[reference.key].map { !failed.contains($0) } ?? false
      }
  }

  mutating func set(_ plan: WorkflowPlan?, for key: WorkflowKey) {
    compiled[key] = plan
    if plan == nil { failed.insert(key) }
  }

  /// Refuses workflows that can only call each other or go on to each other: they never end, and
  /// there is no value that could say how.
  mutating func refuseEndless(_ descriptions: DescriptionSet, _ diagnostics: Diagnostics) {
    var canEnd: Set<String> = []
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for plan in order.order.compactMap({ compiled[$0] })
      where !canEnd.contains(plan.id) && ends(plan, canEnd) {
        canEnd.insert(plan.id)
        hasChanged = true
      }
    }
    for key in order.order {
      guard let plan = compiled[key], !canEnd.contains(plan.id) else { continue }
      diagnostics.error(
        "workflow \(plan.name.quotedForMessage) never ends: every path leads back to it",
        at: descriptions.workflow(key)?.id.location)
      set(nil, for: key)
    }
  }

  /// Whether an ending can be reached through steps that call only workflows that can end.
  private func ends(_ plan: WorkflowPlan, _ canEnd: Set<String>) -> Bool {
    guard !plan.endings.isEmpty else { return true }
    let steps = Dictionary(
      plan.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    var open = plan.steps.first.map { [$0.id] } ?? []
    while let step = open.popLast().flatMap({ steps[$0] }) {
      guard seen.insert(step.id).inserted else { continue }
      let canSucceed = step.called.allSatisfy(canEnd.contains)
      let ways = (canSucceed ? step.waysOnSuccess : []) + step.waysOnFailure
      for way in ways {
        switch way {
        case .step(let next, _, _): open.append(next)
        case .end(let ending, _), .workflow(let ending, _):
          if ending.workflow.map(canEnd.contains) ?? true { return true }
        case .retry: break
        }
      }
    }
    return plan.steps.isEmpty
  }

  /// Whether another workflow may read the inputs of one: one that was not compiled may.
  func isReadElsewhere(_ key: WorkflowKey, _ descriptions: DescriptionSet) -> Bool {
    order.order.contains { other in
      guard let workflow = descriptions.workflow(other),
        order.dependencies(of: workflow).contains(key)
      else { return false }
      return compiled[other].map { $0.readsInputsOf.contains(names.name(key)) } ?? true
    }
  }

  /// The workflows that were compiled, without those of a circle in which another one was not.
  mutating func complete(_ descriptions: DescriptionSet) -> [WorkflowKey: WorkflowPlan] {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for key in order.order where compiled[key] != nil {
        guard let workflow = descriptions.workflow(key), !isCompilable(key, workflow) else {
          continue
        }
        set(nil, for: key)
        hasChanged = true
      }
    }
    return compiled
  }
}

extension StepPlan {
  /// The workflow that it calls, and those that have to run before that one.
  fileprivate var called: [String] {
    if case .workflow(let call) = call { call.workflows } else { [] }
  }
}

/// The names of workflows in the plan: their own IDs; those of other documents get
/// another name if the ID is taken.
struct PlanNames {
  private(set) var names: [WorkflowKey: String] = [:]
  private var keys: [String: WorkflowKey] = [:]

  init(_ order: [WorkflowKey], _ descriptions: DescriptionSet) {
    let main = descriptions.members[0].description.workflows
    for workflow in main {
      let key = WorkflowKey(document: 0, id: workflow.id.value)
      names[key] = key.id
      keys[key.id] = key
    }
    for key in order where key.document > 0 {
      let stem = descriptions.members[key.document].fileName.prefix { $0 != "." }
      let name = free(key.id, "\(stem).\(key.id)")
      names[key] = name
      keys[name] = key
    }
  }

  private func free(_ name: String, _ longer: String) -> String {
    if keys[name] == nil { return name }
    var candidate = longer
    var number = 2
    while keys[candidate] != nil {
      candidate = "\(longer)-\(number)"
      number += 1
    }
    return candidate
  }

  func key(_ name: String) -> WorkflowKey? { keys[name] }

  func name(_ key: WorkflowKey) -> String { names[key] ?? key.id }
}
