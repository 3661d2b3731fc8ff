import ArazzoCompiler

/// Regular expressions of the plan as Swift values that read like them.
struct PatternWriter {
  /// Writes the values of the run that stand in it; `nil` where there can be none.
  let values: ValueWriter?

  /// `RegexPattern(.start, "run-", .oneOrMore(.digit))`.
  func pattern(_ plan: PatternPlan) -> QueryWriter.Construction {
    return .init(type: "RegexPattern", arguments: parts(plan.tree, plan.values))
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

extension PatternWriter {
  func set(_ set: PatternPlan.Tree.CharacterSet) -> Layout {
    if set == .dot { return ".any" }
    if set.members.isEmpty { return set.isInverted ? ".everyCharacter" : ".noCharacter" }
    if !set.isInverted, set.members.count == 1, case .kind = set.members[0] {
      return member(set.members[0])
    }
    var members = set.members.map(member)
    if let first = members.first {
      members[0] = .labelled(set.isInverted ? "notOf" : "of", first)
    }
    return .call(".one", members)
  }

  private func member(_ member: PatternPlan.Tree.Member) -> Layout {
    switch member {
    case .single(let text): .string(text)
    case .range(let first, let last): .call(".range", [.string(first), .string(last)])
    case .kind(let kind, let isNegated): .text("." + Self.name(kind.rawValue, isNegated))
    case .category(let name, let isNegated):
      .call(.text("." + Self.name("category", isNegated)), [.string(name)])
    }
  }

  private static func name(_ name: String, _ isNegated: Bool) -> String {
    isNegated ? "not" + name.prefix(1).uppercased() + name.dropFirst() : name
  }
}
