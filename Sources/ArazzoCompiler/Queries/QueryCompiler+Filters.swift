import ArazzoExpressions

extension QueryCompiler {
  func plan(_ filter: FilterExpression) -> FilterPlan? {
    switch filter {
    case .or(let parts): return complete(parts.map(plan)).map { .or($0) }
    case .and(let parts): return complete(parts.map(plan)).map { .and($0) }
    case .not(let inner): return plan(inner).map { .not($0) }
    case .exists(let query): return inner(query).map { .exists($0) }
    case .function(let call): return test(call)
    case .comparison(let comparison, let left, let right):
      guard let left = operand(left), let right = operand(right) else { return nil }
      return .comparison(comparison, left, right)
    }
  }

  private func inner(_ query: JSONPathQuery) -> FilterPlan.InnerQuery? {
    plan(query).map { .init(isFromRoot: query.root == .root, query: $0) }
  }

  private func operand(_ comparable: FilterExpression.Comparable) -> FilterPlan.Operand? {
    switch comparable {
    case .literal(let literal): .value(.literal(LiteralPlan(literal)))
    case .query(let query): inner(query).map { .query($0) }
    case .function(let call): operand(call)
    case .embedded(let parsed, let offset):
      text.value(parsed, offset).map { .value($0) }
    case .template(let template, let offset): text.quoted(template, offset).map { .value($0) }
    }
  }

  /// A function that gives a value.
  private func operand(_ call: FilterExpression.FunctionCall) -> FilterPlan.Operand? {
    guard let argument = call.arguments.first else { return nil }
    if call.name == "length" { return argument.comparable.flatMap(operand).map { .length($0) } }
    guard case .query(let query) = argument, let inner = inner(query) else { return nil }
    return call.name == "count" ? .count(inner) : .valueOf(inner)
  }

  /// `match` and `search`.
  private func test(_ call: FilterExpression.FunctionCall) -> FilterPlan? {
    guard call.arguments.count == 2, let searched = call.arguments[0].comparable.flatMap(operand)
    else { return nil }
    let isWhole = call.name == "match"
    switch call.pattern {
    case nil:
      return call.arguments[1].comparable.flatMap(operand).map {
        .foundPattern(searched, $0, isWhole: isWhole)
      }
    case .success(let pattern):
      return plan(pattern).map { .pattern(searched, $0, isWhole: isWhole) }
    case .failure(let error):
      text.report(
        ExpressionError(
          "in the pattern of '\(call.name)': \(error.message)", offset: error.offset,
          suggestion: error.suggestion))
      return nil
    }
  }
}

extension FilterExpression.Argument {
  /// The argument as one side of a comparison, which takes the same values.
  fileprivate var comparable: FilterExpression.Comparable? {
    switch self {
    case .literal(let literal): .literal(literal)
    case .query(let query): .query(query)
    case .function(let call): .function(call)
    case .embedded(let parsed, let offset): .embedded(parsed, offset: offset)
    case .template(let template, let offset): .template(template, offset: offset)
    case .logical: nil
    }
  }
}
