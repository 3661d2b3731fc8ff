import ArazzoCompiler

/// An output of a step, whatever is known about it where it is used.
struct VariableKey: Hashable {
  var step: String
  var output: String

  init(_ variable: VariablePlan) {
    step = variable.step
    output = variable.output
  }

  /// The output's own name: `$outputs.` marks one of a called workflow.
  var plainOutput: String {
    output.hasPrefix("$outputs.") ? String(output.dropFirst("$outputs.".count)) : output
  }
}

/// What the local constants of a workflow's function are called.
struct VariableNames {
  private let names: [VariableKey: String]
  private let fresh: [VariableKey: String]
  /// The request, response, called workflow's result and body of each step.
  private let locals: [String: String]

  init(_ plan: WorkflowPlan, states: [String: String], functions: Set<String>) {
    let keys = Self.keys(of: plan)
    let bases = keys.map { SwiftName.lower($0.plainOutput) }
    let counts = Dictionary(bases.map { ($0, 1) }, uniquingKeysWith: +)
    let taken = ReservedNames.locals.union(functions)
    var scope = NameScope(taken: taken)
    for (key, base) in zip(keys, bases) {
      let isPlain = counts[base] == 1 && !taken.contains(base)
      let step = states[key.step] ?? SwiftName.lower(key.step, prefix: "step")
      scope.add(isPlain ? base : step + SwiftName.upper(key.plainOutput))
    }
    let renewed = keys.filter { key in plan.everyStep.contains { $0.renews(key) } }
    renewed.forEach { scope.add("new" + SwiftName.upper($0.plainOutput)) }
    let steps = plan.steps.count > 1 && !plan.emitsMachine ? plan.steps.map(\.id) : []
    let suffixes = ["Request", "Response", "Outcome", "Result", "Outputs", "Body"]
    for step in steps {
      for suffix in suffixes { scope.add((states[step] ?? "step") + suffix) }
    }
    let resolved = scope.resolved()
    names = Dictionary(uniqueKeysWithValues: zip(keys, resolved))
    fresh = Dictionary(uniqueKeysWithValues: zip(renewed, resolved.dropFirst(keys.count)))
    let localKeys = steps.flatMap { step in suffixes.map { step + "\0" + $0 } }
    locals = Dictionary(
      zip(localKeys, resolved.dropFirst(keys.count + renewed.count)),
      uniquingKeysWith: { first, _ in first })
  }

  private static func keys(of plan: WorkflowPlan) -> [VariableKey] {
    var seen: Set<VariableKey> = []
    let all = plan.everyStep.flatMap { $0.carried + $0.outputs.map(\.variable) }
    return all.map(VariableKey.init).filter { seen.insert($0).inserted }
  }

  /// The name of a variable where control arrives.
  func name(_ key: VariableKey) -> String { names[key] ?? SwiftName.lower(key.output) }

  /// The name of a variable that a step both arrives with and sets anew.
  func freshName(_ key: VariableKey) -> String { fresh[key] ?? name(key) }

  /// `request`, or `createRequest` where several steps share a scope.
  func local(_ kind: String, of step: String) -> String {
    locals[step + "\0" + kind] ?? kind.lowercased()
  }
}

extension StepPlan {
  /// Whether the step arrives with a variable and sets it anew.
  func renews(_ key: VariableKey) -> Bool {
    carried.contains { VariableKey($0) == key }
      && outputs.contains { VariableKey($0.variable) == key }
  }
}

extension WorkflowPlan {
  /// Whether the code is a loop over states: control goes back, or goes on after a failure.
  var emitsMachine: Bool {
    isMachine
      || steps.contains { step in
        (step.onFailure + step.onSuccess).contains { action in
          if case .retry = action.transition { return true }
          return false
        }
          || step.onFailure.contains { action in
            if case .step = action.transition { return true }
            return false
          }
      }
  }
}
