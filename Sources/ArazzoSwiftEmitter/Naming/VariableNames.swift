import ArazzoCompiler

/// What the local constants of a workflow's function are called.
struct VariableNames {
  private let names: [VariableKey: String]
  private let fresh: [VariableKey: String]
  /// The request, response, called workflow's result and body of each step.
  private let locals: [String: String]

  /// - Parameter taken: The names of functions and of the results of other workflows.
  init(_ plan: WorkflowPlan, states: [String: String], taken: Set<String>...) {
    let keys = Self.keys(of: plan)
    let bases = keys.map { SwiftName.lower($0.output) }
    let counts = Dictionary(bases.map { ($0, 1) }, uniquingKeysWith: +)
    let taken = [Self.taken(by: plan)] + taken
    var scope = NameScope(takenFrom: taken)
    for (key, base) in zip(keys, bases) {
      let isPlain = counts[base] == 1 && !taken.contains { $0.contains(base) }
      let step = states[key.step] ?? SwiftName.lower(key.step, prefix: "step")
      scope.add(isPlain ? base : step + SwiftName.upper(key.output))
    }
    let renewals = Set(plan.everyStep.flatMap(\.outputs).filter(\.isRenewed).map(\.variable.key))
    let renewed = keys.filter(renewals.contains)
    renewed.forEach { scope.add("new" + SwiftName.upper($0.output)) }
    let steps = plan.steps.count > 1 && !plan.isMachine ? plan.steps.map(\.id) : []
    let suffixes = ["Request", "Response", "Outcome", "Result", "Outputs", "Body"]
    let parts = steps.flatMap { step in suffixes.map { (states[step] ?? "step", $0) } }
    let others = taken + [Set(scope.resolved() + parts.map { $0 + $1 })]
    for (step, suffix) in parts {
      // `openRequest` is the request of `openRequest` too, unless something else is called so.
      let isSaid = step.hasSuffix(suffix) && !others.contains { $0.contains(step) }
      scope.add(isSaid ? step : step + suffix)
    }
    let resolved = scope.resolved()
    names = Dictionary(uniqueKeysWithValues: zip(keys, resolved))
    fresh = Dictionary(uniqueKeysWithValues: zip(renewed, resolved.dropFirst(keys.count)))
    let localKeys = steps.flatMap { step in suffixes.map { step + "\0" + $0 } }
    locals = Dictionary(
      zip(localKeys, resolved.dropFirst(keys.count + renewed.count)),
      uniquingKeysWith: { first, _ in first })
  }

  /// Names that the code needs for something else. `result` is what a called workflow gives.
  private static func taken(by plan: WorkflowPlan) -> Set<String> {
    let calls = plan.everyStep.contains { if case .workflow = $0.call { true } else { false } }
    return calls ? ReservedNames.locals : ReservedNames.locals.subtracting(["result"])
  }

  private static func keys(of plan: WorkflowPlan) -> [VariableKey] {
    var seen: Set<VariableKey> = []
    let all = plan.everyStep.flatMap { $0.carried + $0.outputs.map(\.variable) }
    return all.map(\.key).filter { seen.insert($0).inserted }
  }

  /// The name of a variable where control arrives.
  func name(_ variable: VariablePlan) -> String {
    names[variable.key] ?? SwiftName.lower(variable.output)
  }

  /// The name of a variable that a step both arrives with and sets anew.
  func freshName(_ variable: VariablePlan) -> String { fresh[variable.key] ?? name(variable) }

  /// `request`, or `createRequest` where several steps share a scope.
  func local(_ kind: String, of step: String) -> String {
    locals[step + "\0" + kind] ?? kind.lowercased()
  }
}

/// Names that stand side by side. All are gathered first, then the ones that fall together are
/// numbered in the order they came: `id`, `id2`, `id3`.
struct NameScope {
  private var wanted: [String] = []
  private let taken: [Set<String>]
  private let ignoresCase: Bool

  /// - Parameter taken: Names that are spoken for.
  init(taken: Set<String> = [], ignoresCase: Bool = false) {
    self.init(takenFrom: [taken], ignoresCase: ignoresCase)
  }

  /// - Parameter taken: Sets of names that are spoken for, which may be large: none is copied.
  init(takenFrom taken: [Set<String>], ignoresCase: Bool = false) {
    self.ignoresCase = ignoresCase
    self.taken = ignoresCase ? taken.map { Set($0.map { $0.lowercased() }) } : taken
  }

  mutating func add(_ name: String) { wanted.append(name) }

  /// A name for each that was added, in that order.
  func resolved() -> [String] {
    let bases = Set(wanted.map(key))
    var used: Set<String> = []
    var numbers: [String: Int] = [:]
    return wanted.map { base in
      var name = base
      var number = numbers[key(base)] ?? 1
      while used.contains(key(name)) || isTaken(key(name))
        || (name != base && bases.contains(key(name)))
      {
        number += 1
        name = base + String(number)
      }
      numbers[key(base)] = number
      used.insert(key(name))
      return name
    }
  }

  private func isTaken(_ name: String) -> Bool { taken.contains { $0.contains(name) } }

  private func key(_ name: String) -> String { ignoresCase ? name.lowercased() : name }

  /// The resolved names of a list.
  static func resolve(_ names: [String], taken: Set<String>...) -> [String] {
    var scope = NameScope(takenFrom: taken)
    names.forEach { scope.add($0) }
    return scope.resolved()
  }

  /// The resolved names of a list with several for each, none without one, the shortest first: those
  /// that fall together get longer ones while there are any that tell them apart.
  static func resolve(shortestOf candidates: [[String]], taken: Set<String> = []) -> [String] {
    var lengths = candidates.map { _ in 0 }
    func name(_ index: Int) -> String { candidates[index][lengths[index]] }
    while true {
      let groups = Dictionary(grouping: candidates.indices, by: name).values
      let longer = groups.filter { Set($0.map { candidates[$0].last }).count > 1 }.joined()
        .filter { lengths[$0] + 1 < candidates[$0].count }
      if longer.isEmpty { break }
      longer.forEach { lengths[$0] += 1 }
    }
    return resolve(candidates.indices.map(name), taken: taken)
  }
}
