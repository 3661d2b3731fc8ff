import ArazzoCompiler

/// The workflows of a document, and where control goes on from each of them.
struct WorkflowSet {
  private let plans: [String: WorkflowPlan]
  /// Those that may end by a failure, or go on to one that may.
  private let failing: Set<String>
  /// The number of the circle in which a workflow goes on to others; one that none of them leads back
  /// to has a circle of its own.
  private let circles: [String: Int]

  init(_ workflows: [WorkflowPlan]) {
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
    circles = Self.circles(workflows.map(\.id), next, previous)
  }

  subscript(_ id: String) -> WorkflowPlan? { plans[id] }

  /// Whether a workflow, or one that goes on in its place, may end by a failure.
  func canFail(_ id: String) -> Bool { failing.contains(id) }

  /// Whether one of two workflows goes on to the other, and that one may lead back.
  func areInOneCircle(_ id: String, _ other: String) -> Bool { circles[id] == circles[other] }

  // MARK: graphs

  /// Workflows that lead to each other have the same number (the algorithm of Kosaraju and Sharir).
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

  /// What an edge leads to from a workflow and was not seen before, each after all that it leads to.
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
