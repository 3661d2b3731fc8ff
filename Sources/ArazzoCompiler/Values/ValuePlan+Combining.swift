extension ValuePlan {
  /// An array of values, a literal where they all are.
  static func combined(_ parts: [ValuePlan]) -> ValuePlan {
    let literals = parts.compactMap(\.literal)
    if literals.count == parts.count { return .literal(.array(literals)) }
    return ValuePlan(kind: .array(parts), type: .json, isOptional: false, expression: nil)
  }

  /// An object of values, a literal where they all are.
  static func combined(_ members: [Member]) -> ValuePlan {
    let literals = members.compactMap { member in
      member.value.literal.map { LiteralPlan.Member(name: member.name, value: $0) }
    }
    if literals.count == members.count { return .literal(.object(literals)) }
    return ValuePlan(kind: .object(members), type: .json, isOptional: false, expression: nil)
  }
}
