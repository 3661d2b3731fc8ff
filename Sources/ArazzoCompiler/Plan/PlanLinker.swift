/// Completes the plans with facts about all workflows: which of them can fail, which lead back to
/// each other, what runs before them and what calls pass.
struct PlanLinker {
  private let plans: [String: WorkflowPlan]
  private let ids: [String]
  /// The workflows that can end with a failure, or continue in one that can.
  private let failing: Set<String>
  /// The number of the circle in which a workflow goes on to others; one that none of them leads
  /// back to has a circle of its own.
  private let circles: [String: Int]

  init(_ workflows: [WorkflowPlan]) {
    ids = workflows.map(\.id)
    plans = Dictionary(workflows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var next: [String: [String]] = [:]
    var previous: [String: [String]] = [:]
    for workflow in workflows {
      for other in workflow.endings.compactMap(\.workflow) {
        next[workflow.id, default: []].append(other)
        previous[other, default: []].append(workflow.id)
      }
    }
    var seen: Set<String> = []
    let failures = workflows.filter { $0.endings.contains { $0.isFailure } }
    for workflow in failures { _ = Self.walk(from: workflow.id, previous, &seen) }
    failing = seen
    circles = Self.circles(ids, next, previous)
  }

  /// A workflow with facts from the other workflows.
  func linked(_ workflow: WorkflowPlan) -> WorkflowPlan {
    var plan = workflow
    let ends = workflow.endings
    plan.continues = ends.contains { $0.kind == .continued }
    plan.returnsOutcome = ends.count > 1 || plan.continues || ends.contains { $0.isFailure }
    plan.canFail = failing.contains(plan.id)
    plan.returnsFrom = ends.compactMap(\.workflow).filter { circles[$0] == circles[plan.id] }
    plan.runsFirst = runsFirst(plan)
    plan.steps = plan.steps.map { $0.mapCalls(linked) }
    plan.sharedFailures = SharedFailures(plan).groups()
    plan.waits = plan.everyStep.contains { $0.waits }
    return plan.findingUses()
  }

  /// The workflows that it depends on, each after those that it depends on itself.
  private func runsFirst(_ workflow: WorkflowPlan) -> [String] {
    var seen: Set<String> = [workflow.id]
    var found: [String] = []
    func add(_ workflow: WorkflowPlan) {
      for id in workflow.dependsOn where seen.insert(id).inserted {
        guard let dependency = plans[id] else { continue }
        add(dependency)
        found.append(id)
      }
    }
    add(workflow)
    return found
  }

  // MARK: calls

  private func linked(_ call: WorkflowCallPlan) -> WorkflowCallPlan {
    guard let callee = plans[call.workflow] else { return call }
    var call = call
    call.arguments = arguments(call.arguments, of: callee)
    if case .run(let dependencies) = call.dependencies {
      call.dependencies = .run(
        runsFirst(callee).compactMap { id in
          plans[id].map { plan in
            let own = dependencies.first { $0.workflow == id }?.arguments ?? []
            return .init(workflow: id, arguments: arguments(own, of: plan))
          }
        })
    }
    return call
  }

  /// The arguments in the order of the inputs that they are for, which are known only now; without
  /// those that are known to be missing and need not be there.
  private func arguments(
    _ arguments: [WorkflowCallPlan.Argument], of callee: WorkflowPlan
  ) -> [WorkflowCallPlan.Argument] {
    callee.inputs.fields.compactMap { field -> WorkflowCallPlan.Argument? in
      guard var argument = arguments.first(where: { $0.field.name == field.name }) else {
        return nil
      }
      argument.field = field
      argument.absence = argument.absence(of: field)
      return argument.value.isMissing && argument.absence != .failure ? nil : argument
    }
  }

  // MARK: graphs

  /// Workflows that reach each other have the same number (the algorithm of Kosaraju and Sharir).
  private static func circles(
    _ ids: [String], _ next: [String: [String]], _ previous: [String: [String]]
  ) -> [String: Int] {
    var seen: Set<String> = []
    let order = ids.flatMap { walk(from: $0, next, &seen) }
    var circles: [String: Int] = [:]
    seen = []
    for (number, id) in order.reversed().enumerated() {
      for member in walk(from: id, previous, &seen) { circles[member] = number }
    }
    return circles
  }

  /// The workflows that are reachable from a workflow and not yet visited, in postorder.
  private static func walk(
    from id: String, _ edges: [String: [String]], _ seen: inout Set<String>
  ) -> [String] {
    guard seen.insert(id).inserted else { return [] }
    var finished: [String] = []
    var path = [(id: id, rest: edges[id] ?? [])]
    while let last = path.indices.last {
      if let other = path[last].rest.popLast() {
        if seen.insert(other).inserted { path.append((other, edges[other] ?? [])) }
      } else {
        finished.append(path.removeLast().id)
      }
    }
    return finished
  }
}

extension WorkflowCallPlan.Argument {
  /// What becomes of an input whose value is missing.
  fileprivate func absence(of field: FieldPlan) -> WorkflowCallPlan.Absence {
    if mustBeThere { return .failure }
    if field.isOptional { return .nothing }
    return field.defaultValue != nil && value.isOptional ? .defaultValue : .failure
  }
}
