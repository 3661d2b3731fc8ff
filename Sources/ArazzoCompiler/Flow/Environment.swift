/// The step outputs that are at hand at one point of a workflow.
struct Environment {
  var values: [VariableKey: VariablePlan]

  func setting(_ variables: [VariablePlan]) -> Environment {
    var result = self
    for variable in variables { result.values[variable.key] = variable }
    return result
  }

  /// A value with what is known here put in: a step that has not run leaves its outputs missing.
  func value(_ value: ValuePlan) -> ValuePlan {
    guard case .variable(let variable) = value.kind else {
      return value.mapValues(self.value).withoutMissing
    }
    guard let known = values[variable.key] else {
      return ValuePlan(
        kind: .missing, type: variable.type, isOptional: true, expression: value.expression)
    }
    return ValuePlan(
      kind: .variable(known), type: known.type, isOptional: known.isOptional,
      expression: value.expression)
  }
}

extension ValuePlan {
  /// The value with what follows from parts that are missing or may be.
  fileprivate var withoutMissing: ValuePlan {
    if lacksPart { return missingLike }
    var result = self
    switch kind {
    case .text(let parts):
      result.isOptional = parts.contains(where: \.isOptional)
      if parts.contains(where: \.type.isSecret) { result.type = .secret }
    case .xmlText(let base): result.isOptional = base.isOptional
    case .textOrEmpty(let parts):
      if parts.contains(where: \.isMissing) { return .literal(.string("")) }
    case .object(let members): result.kind = .object(members.filter { !$0.value.isMissing })
    case .array(let parts): result.kind = .array(parts.filter { !$0.isMissing })
    case .firstOf(let first, let second):
      if first.isMissing { return second }
      if second.isMissing { return first }
      result.isOptional = first.isOptional && second.isOptional
    case .replaced(let base, let replacements):
      let kept = replacements.filter { !$0.value.isMissing }
      if kept.isEmpty { return base }
      result.kind = .replaced(base, kept)
    default: break
    }
    return result
  }

  /// Whether it is missing because a part of it is.
  private var lacksPart: Bool {
    switch kind {
    case .member(let base, _), .xmlText(let base), .found(_, in: let base, _),
      .replaced(let base, _):
      base.isMissing
    case .xpath(let plan): plan.context.isMissing
    case .text(let parts): parts.contains(where: \.isMissing)
    default: false
    }
  }
}
