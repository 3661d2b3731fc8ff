/// A part of a plan that contains values, with one way to visit and map them.
protocol ValueHolder {
  /// The same with each value that it is made of replaced, in the document's order; what those are
  /// made of is theirs.
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> Self
}

extension ValueHolder {
  /// The values that it is made of.
  var parts: [ValuePlan] {
    var parts: [ValuePlan] = []
    _ = mapValues { value in
      parts.append(value)
      return value
    }
    return parts
  }

  /// Every step output that is read in it.
  var variables: Set<VariableKey> { parts.variables }
}

extension Sequence<ValuePlan> {
  /// Every step output that is read in one of them.
  var variables: Set<VariableKey> { reduce(into: []) { $0.formUnion($1.variables) } }
}

extension ValuePlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> ValuePlan {
    var result = self
    result.kind = kind.mapValues(map)
    return result
  }

  var variables: Set<VariableKey> {
    if case .variable(let variable) = kind { [variable.key] } else { parts.variables }
  }

  /// The value and all that it is made of.
  var everyPart: [ValuePlan] { [self] + parts.flatMap(\.everyPart) }
}

extension ValuePlan.Kind {
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> Self {
    switch self {
    case .member(let base, let pointer): .member(map(base), pointer: pointer)
    case .text(let parts): .text(parts.map(map))
    case .xmlText(let base): .xmlText(map(base))
    case .textOrEmpty(let parts): .textOrEmpty(parts.map(map))
    case .object(let members):
      .object(members.map { ValuePlan.Member(name: $0.name, value: map($0.value)) })
    case .array(let parts): .array(parts.map(map))
    case .xpath(let plan): .xpath(plan.mapValues(map))
    case .found(let query, let context, let isSingular):
      .found(query.mapValues(map), in: map(context), isSingular: isSingular)
    case .firstOf(let first, let second): .firstOf(map(first), map(second))
    case .replaced(let base, let replacements):
      .replaced(map(base), replacements.map { $0.mapValues(map) })
    case .literal, .input, .variable, .responseBody, .responseContent, .responseHeader,
      .responseCookie, .statusCode, .requestURL, .requestMethod, .requestHeader, .requestQuery,
      .requestPath, .requestBody, .callOutput, .dependencyOutput, .dependencyInput, .missing:
      self
    }
  }
}

extension XPathPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> XPathPlan {
    var plan = self
    plan.context = map(context)
    plan.expression = expression.map(map)
    return plan
  }
}

extension ReplacementPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> ReplacementPlan {
    var result = self
    result.value = map(value)
    switch target {
    case .pointer: break
    case .nodes(let query): result.target = .nodes(query.mapValues(map))
    case .xpath(let plan): result.target = .xpath(plan.mapValues(map))
    }
    return result
  }
}

extension CriterionPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> CriterionPlan {
    CriterionPlan(condition: condition.mapValues(map), text: text)
  }
}

extension ConditionPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> ConditionPlan {
    switch self {
    case .constant, .isSuccessStatus, .status: self
    case .and(let parts): .and(parts.map { $0.mapValues(map) })
    case .or(let parts): .or(parts.map { $0.mapValues(map) })
    case .not(let inner): .not(inner.mapValues(map))
    case .comparison(let comparison, let left, let right, let kind):
      .comparison(comparison, map(left), map(right), kind)
    case .isTrue(let value): .isTrue(map(value))
    case .exists(let value): .exists(map(value))
    case .isPresent(let value): .isPresent(map(value))
    case .nodes(let nodes): .nodes(nodes.mapValues(map))
    case .match(let pattern, let context): .match(pattern.mapValues(map), map(context))
    case .xpath(let xpath): .xpath(xpath.mapValues(map))
    }
  }
}

extension CallPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> CallPlan {
    switch self {
    case .operation(let operation): .operation(operation.mapValues(map))
    case .workflow(let call): .workflow(call.mapValues(map))
    }
  }
}

extension OperationPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> OperationPlan {
    var operation = self
    for index in parameters.indices {
      operation.parameters[index].value = map(parameters[index].value)
    }
    if let value = queryString?.value { operation.queryString?.value = map(value) }
    if let value = body?.value { operation.body?.value = map(value) }
    return operation
  }
}

extension WorkflowCallPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> WorkflowCallPlan {
    var call = self
    call.arguments = arguments.map { $0.mapValues(map) }
    if case .run(let calls) = dependencies {
      call.dependencies = .run(
        calls.map { dependency in
          Dependency(
            workflow: dependency.workflow,
            arguments: dependency.arguments.map { $0.mapValues(map) })
        })
    }
    return call
  }
}

extension WorkflowCallPlan.Argument: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> Self {
    var argument = self
    argument.value = map(value)
    return argument
  }
}

// The values of the run in queries.

extension NodesPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> NodesPlan {
    NodesPlan(
      context: map(context), query: query.mapValues(map), measure: measure,
      test: test.mapValues(map))
  }
}

extension NodesPlan.Test {
  fileprivate func mapValues(_ map: (ValuePlan) -> ValuePlan) -> Self {
    switch self {
    case .exists: self
    case .some(let comparison, let value): .some(comparison, map(value))
    case .someNode(let comparison, let query, let measure):
      .someNode(comparison, query.mapValues(map), measure)
    }
  }
}

extension QueryPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> QueryPlan {
    self.map(map, pattern: { $0.mapValues(map) })
  }
}

extension PatternPlan: ValueHolder {
  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> PatternPlan {
    PatternPlan(tree: tree, values: values.map(map))
  }
}
