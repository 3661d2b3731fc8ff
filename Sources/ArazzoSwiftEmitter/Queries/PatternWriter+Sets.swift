import ArazzoCompiler

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
