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

  /// The values that this one is made of.
  var parts: [ValuePlan] {
    switch kind {
    case .member(let base, _), .xmlText(let base): [base]
    case .text(let parts), .textOrEmpty(let parts), .array(let parts): parts
    case .object(let members): members.map(\.value)
    case .xpath(let plan): plan.parts
    case .firstOf(let first, let second): [first, second]
    case .found(let query, let context, _): [context] + query.values
    case .replaced(let base, let replacements): [base] + replacements.flatMap(\.values)
    default: []
    }
  }

  /// Every step output that is read here.
  var variables: Set<VariableKey> {
    if case .variable(let variable) = kind { return [variable.key] }
    return parts.reduce(into: []) { $0.formUnion($1.variables) }
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

  /// Replaces every step output, and what follows from it about what may be missing.
  func mapVariables(_ replace: (VariablePlan) -> ValuePlan) -> ValuePlan {
    var result = self
    switch kind {
    case .variable(let variable):
      result = replace(variable)
      result.expression = expression
    case .member(let base, let pointer):
      let base = base.mapVariables(replace)
      guard !base.isMissing else { return missingLike }
      result.kind = .member(base, pointer: pointer)
    case .text(let parts):
      let parts = parts.map { $0.mapVariables(replace) }
      guard !parts.contains(where: \.isMissing) else { return missingLike }
      result.kind = .text(parts)
      result.isOptional = parts.contains(where: \.isOptional)
      if parts.contains(where: \.type.isSecret) { result.type = .secret }
    case .xmlText(let base):
      let base = base.mapVariables(replace)
      guard !base.isMissing else { return missingLike }
      result.kind = .xmlText(base)
      result.isOptional = base.isOptional
    case .textOrEmpty(let parts):
      let parts = parts.map { $0.mapVariables(replace) }
      guard !parts.contains(where: \.isMissing) else { return .literal(.string("")) }
      result.kind = .textOrEmpty(parts)
    case .object(let members):
      result.kind = .object(
        members.map { Member(name: $0.name, value: $0.value.mapVariables(replace)) }
          .filter { !$0.value.isMissing })
    case .array(let parts):
      result.kind = .array(parts.map { $0.mapVariables(replace) }.filter { !$0.isMissing })
    case .xpath(let plan):
      let plan = plan.mapValues { $0.mapVariables(replace) }
      guard !plan.context.isMissing else { return missingLike }
      result.kind = .xpath(plan)
    case .firstOf(let first, let second):
      let (first, second) = (first.mapVariables(replace), second.mapVariables(replace))
      if first.isMissing { return second }
      if second.isMissing { return first }
      result.kind = .firstOf(first, second)
      result.isOptional = first.isOptional && second.isOptional
    case .found(let query, let context, let isSingular):
      let context = context.mapVariables(replace)
      guard !context.isMissing else { return missingLike }
      result.kind = .found(
        query.mapValues { $0.mapVariables(replace) }, in: context, isSingular: isSingular)
    case .replaced(let base, let replacements):
      let base = base.mapVariables(replace)
      guard !base.isMissing else { return missingLike }
      let kept = replacements.map { $0.mapValues { $0.mapVariables(replace) } }
        .filter { !$0.value.isMissing }
      guard !kept.isEmpty else { return base }
      result.kind = .replaced(base, kept)
    default: break
    }
    return result
  }

  var missingLike: ValuePlan {
    ValuePlan(kind: .missing, type: type, isOptional: true, expression: expression)
  }
}
