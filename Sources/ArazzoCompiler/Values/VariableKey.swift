extension VariableKey {
  /// An output of the workflow that a step calls.
  static func call(_ step: String, _ output: String) -> VariableKey {
    VariableKey(step: step, output: output, isOfCall: true)
  }

  /// How a document would speak of it.
  var expression: String {
    isOfCall ? "$outputs.\(output) of \(step)" : "$steps.\(step).outputs.\(output)"
  }
}

extension ValuePlan {
  static let missing = ValuePlan(kind: .missing, type: .json, isOptional: true, expression: nil)

  /// A value of the document itself.
  package static func literal(_ literal: LiteralPlan) -> ValuePlan {
    ValuePlan(kind: .literal(literal), type: literal.type, isOptional: false, expression: nil)
  }

  var isMissing: Bool { kind == .missing }

  var literal: LiteralPlan? { if case .literal(let literal) = kind { literal } else { nil } }

  var missingLike: ValuePlan {
    ValuePlan(kind: .missing, type: type, isOptional: true, expression: expression)
  }

  /// The value that a way leads to inside this one.
  func member(_ tokens: [PointerToken], expression: String?) -> ValuePlan {
    guard let token = tokens.first else { return self }
    if case .object(let members) = kind {
      let member = members.first { $0.name == token.memberName }?.value ?? .missing
      return member.member(Array(tokens.dropFirst()), expression: expression)
    }
    if isMissing { return self }
    return ValuePlan(
      kind: .member(self, pointer: tokens), type: .json, isOptional: true, expression: expression)
  }
}
