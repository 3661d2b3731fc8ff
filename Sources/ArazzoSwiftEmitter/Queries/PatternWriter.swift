import ArazzoCompiler

/// Regular expressions of the plan as Swift values that read like them.
struct PatternWriter {
  /// Writes the values of the run that stand in it; `nil` where there can be none.
  let values: ValueWriter?

  /// `Pattern(.start, "run-", .oneOrMore(.digit))`.
  func pattern(_ plan: PatternPlan) -> QueryWriter.Construction {
    return .init(type: "Pattern", arguments: parts(plan.tree, plan.values))
  }

  private func parts(_ tree: PatternPlan.Tree, _ given: [ValuePlan]) -> [Layout] {
    if case .sequence(let parts) = tree { return parts.map { part($0, given) } }
    return [part(tree, given)]
  }

  private func part(_ tree: PatternPlan.Tree, _ given: [ValuePlan]) -> Layout {
    switch tree {
    case .text(let text): return .string(text)
    case .embedded(let number):
      guard let values, given.indices.contains(number) else { return .call(".text", ["nil"]) }
      return .call(".text", [values.representable(given[number])])
    case .set(let set): return self.set(set)
    case .sequence: return .call(".group", parts(tree, given))
    case .choice(let options): return .call(".either", options.map { part($0, given) })
    case .repeated(let inner, let least, let most):
      return repeated(parts(inner, given), least, most)
    case .ahead(let inner, let isNegated):
      return .call(isNegated ? ".notAhead" : ".ahead", parts(inner, given))
    case .behind(let inner, let isNegated):
      return .call(isNegated ? ".notBehind" : ".behind", parts(inner, given))
    case .ignoringCase(let inner): return .call(".ignoringCase", parts(inner, given))
    case .place(let place): return .text("." + place.rawValue)
    }
  }

  private func repeated(_ parts: [Layout], _ least: Int, _ most: Int?) -> Layout {
    switch (least, most) {
    case (0, 1): .call(".optional", parts)
    case (0, nil): .call(".zeroOrMore", parts)
    case (1, nil): .call(".oneOrMore", parts)
    case (_, nil): .call(".repeated", [.text("\(least)...")] + parts)
    case (_, let most?) where most == least: .call(".repeated", [.text("\(least)")] + parts)
    case (_, let most?): .call(".repeated", [.text("\(least)...\(most)")] + parts)
    }
  }
}
