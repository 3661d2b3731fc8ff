/// The step outputs that are available at one point of a workflow.
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

extension Environment {
  /// A call with what is known here put in.
  func call(_ call: CallPlan) -> CallPlan {
    switch call.mapValues(value) {
    case .operation(let operation): .operation(operation.withoutMissing)
    case .workflow(let call): .workflow(call)
    }
  }

  /// A criterion with what is known here put in, and what follows from it.
  func criterion(_ criterion: CriterionPlan) -> CriterionPlan {
    CriterionPlan(condition: criterion.condition.mapValues(value).folded, text: criterion.text)
  }
}

extension OperationPlan {
  /// What is missing and need not be sent is left out.
  fileprivate var withoutMissing: OperationPlan {
    var operation = self
    operation.parameters = parameters.compactMap { parameter in
      var parameter = parameter
      parameter.bearerToken = parameter.isAuthorization ? parameter.value.bearerToken : nil
      return parameter.isRequired || !parameter.value.isMissing ? parameter : nil
    }
    if let query = queryString, query.value.isMissing, !query.isRequired {
      operation.queryString = nil
    }
    if let body, body.value.isMissing, !body.isRequired { operation.body = nil }
    return operation
  }
}

extension ParameterPlan {
  fileprivate var isAuthorization: Bool {
    place == .header && name.lowercased() == "authorization"
  }
}

extension ValuePlan {
  /// The token of a text that is `Bearer ` and a token.
  fileprivate var bearerToken: ValuePlan? {
    guard case .text(let parts) = kind, parts.count == 2, parts[0].literal == .string("Bearer ")
    else { return nil }
    return parts[1]
  }

  /// The value with what follows from parts that are missing or may be.
  fileprivate var withoutMissing: ValuePlan {
    if lacksPart { return asMissing }
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
