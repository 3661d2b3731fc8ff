extension WorkflowPlan {
  /// The same with what the code of its steps refers to.
  func findingUses() -> WorkflowPlan {
    var plan = self
    var later: Set<VariableKey> = []
    plan.steps = steps.reversed().map { step in
      let found = UseFinder(step, of: self, later: isMachine ? [] : later)
      later.formUnion(found.uses.before)
      return found.step
    }.reversed()
    let uses = plan.steps.map(\.uses)
    plan.changesState = uses.contains(where: \.state)
    plan.readsOutputsOf = dependsOn.filter { id in uses.contains { $0.dependencies.contains(id) } }
    let products = uses.reduce(into: Set(inputs.hasPatterns ? [.queries] : [])) {
      $0.formUnion($1.products)
    }
    plan.products = products.sorted { $0.rawValue < $1.rawValue }
    return plan
  }
}

extension StructPlan {
  fileprivate var hasPatterns: Bool {
    fields.contains { $0.rules.contains(where: \.isPattern) || $0.type.hasPatterns }
  }
}

extension TypePlan {
  fileprivate var hasPatterns: Bool {
    switch self {
    case .structure(let plan): plan.hasPatterns
    case .nullable(let inner), .array(let inner), .dictionary(let inner): inner.hasPatterns
    default: false
    }
  }
}

extension RulePlan {
  fileprivate var isPattern: Bool {
    switch self {
    case .pattern: true
    case .each(let rules): rules.contains(where: \.isPattern)
    default: false
    }
  }
}
