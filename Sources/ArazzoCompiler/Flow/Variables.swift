extension [CriterionPlan] {
  var variables: Set<VariableKey> {
    reduce(into: []) { $0.formUnion($1.condition.variables) }
  }
}

extension ConditionPlan {
  /// The values that it asks itself, those of the conditions that it joins left out.
  var values: [ValuePlan] {
    switch self {
    case .constant, .isSuccessStatus, .status, .and, .or, .not: []
    case .comparison(_, let left, let right, _): [left, right]
    case .isTrue(let value), .exists(let value), .isPresent(let value): [value]
    case .nodes(let nodes): nodes.values
    case .match(let pattern, let context): pattern.values + [context]
    case .xpath(let xpath): xpath.parts
    }
  }

  var variables: Set<VariableKey> {
    let own = values.reduce(into: Set<VariableKey>()) { $0.formUnion($1.variables) }
    return joined.reduce(into: own) { $0.formUnion($1.variables) }
  }

  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> ConditionPlan {
    switch self {
    case .constant, .isSuccessStatus, .status: return self
    case .and(let parts): return .and(parts.map { $0.mapValues(map) })
    case .or(let parts): return .or(parts.map { $0.mapValues(map) })
    case .not(let inner): return .not(inner.mapValues(map))
    case .comparison(let comparison, let left, let right, let kind):
      return .comparison(comparison, map(left), map(right), kind)
    case .isTrue(let value): return .isTrue(map(value))
    case .exists(let value): return .exists(map(value))
    case .isPresent(let value): return .isPresent(map(value))
    case .nodes(let nodes): return .nodes(nodes.mapValues(map))
    case .match(let pattern, let context): return .match(pattern.mapValues(map), map(context))
    case .xpath(let xpath): return .xpath(xpath.mapValues(map))
    }
  }
}

extension CallPlan {
  var values: [ValuePlan] {
    switch self {
    case .operation(let operation):
      operation.parameters.map(\.value)
        + [operation.queryString?.value, operation.body?.value].compactMap(\.self)
    case .workflow(let call): call.arguments.map(\.value)
    }
  }

  var variables: Set<VariableKey> {
    values.reduce(into: []) { $0.formUnion($1.variables) }
  }

  /// Step outputs that the call can't do with as `null`.
  var readsNotNull: Set<VariableKey> {
    let values =
      switch self {
      case .operation(let operation):
        operation.parameters.filter(\.isRequired).map(\.value)
      case .workflow(let call):
        call.arguments.filter { argument in
          argument.mustBeThere || argument.isRequired && !argument.field.type.isNullable
        }.map(\.value)
      }
    return values.reduce(into: []) { $0.formUnion($1.variables) }
  }

  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> CallPlan {
    switch self {
    case .operation(let operation): .operation(operation.mapValues(map))
    case .workflow(let call): .workflow(call.mapValues(map))
    }
  }
}

extension OperationPlan {
  /// What is missing then and need not be sent is left out.
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> OperationPlan {
    var operation = self
    operation.parameters = parameters.compactMap { parameter in
      var parameter = parameter
      parameter.value = map(parameter.value)
      parameter.bearerToken = parameter.isAuthorization ? parameter.value.bearerToken : nil
      return parameter.isRequired || !parameter.value.isMissing ? parameter : nil
    }
    if let query = queryString {
      let value = map(query.value)
      operation.queryString?.value = value
      if value.isMissing, !query.isRequired { operation.queryString = nil }
    }
    if let body {
      let value = map(body.value)
      operation.body?.value = value
      if value.isMissing, !body.isRequired { operation.body = nil }
    }
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
}

extension WorkflowCallPlan {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> WorkflowCallPlan {
    var call = self
    for index in call.arguments.indices {
      call.arguments[index].value = map(call.arguments[index].value)
    }
    return call
  }
}
