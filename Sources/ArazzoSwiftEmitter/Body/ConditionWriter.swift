import ArazzoCompiler

/// Conditions of the plan as Swift expressions of type `Bool`.
struct ConditionWriter {
  /// How tightly an expression binds.
  enum Precedence: Int { case or, and, comparison, atom }

  struct Result {
    var layout: Layout
    var precedence: Precedence
  }

  let values: ValueWriter
  /// Whether there may be no response.
  var isResponseOptional: Bool { values.isResponseOptional }

  /// The conditions that must all hold, as a list for `if` or `guard`.
  func list(_ condition: ConditionPlan) -> [Layout] {
    switch condition {
    case .constant(true): []
    case .and(let parts): parts.flatMap(list)
    default: [result(condition).layout]
    }
  }

  func result(_ condition: ConditionPlan) -> Result {
    switch condition {
    case .constant(let isTrue): Result(layout: isTrue ? "true" : "false", precedence: .atom)
    case .and(let parts): joined(parts, "&&", .and)
    case .or(let parts): joined(parts, "||", .or)
    case .not(.exists(let value)): exists(value, isNegated: true)
    case .not(let inner): Result(layout: ["!", operand(inner, .atom)], precedence: .atom)
    case .isSuccessStatus: isSuccess()
    case .status(let symbol, let code): status(symbol, code)
    case .comparison(let symbol, let left, let right, let kind):
      comparison(symbol, left, right, kind)
    case .isTrue(let value): isTrue(value)
    case .exists(let value): exists(value)
    case .isPresent(let value): isPresent(value)
    case .nodes(let nodes): self.nodes(nodes)
    case .match(let pattern, let context): match(pattern, context)
    case .xpath(let plan):
      Result(layout: XPathWriter(values: values, plan: plan).condition(), precedence: .atom)
    }
  }

  private func operand(_ condition: ConditionPlan, _ least: Precedence) -> Layout {
    let result = result(condition)
    let isWrapped = result.precedence.rawValue < least.rawValue
    return isWrapped ? ["(", result.layout, ")"] : result.layout
  }

  private func joined(
    _ parts: [ConditionPlan], _ symbol: String, _ precedence: Precedence
  ) -> Result {
    let least = Precedence(rawValue: precedence.rawValue + 1) ?? .atom
    let operands = parts.map { operand($0, least) }
    guard let first = operands.first else {
      return Result(layout: precedence == .and ? "true" : "false", precedence: .atom)
    }
    let rest = operands.dropFirst().flatMap { [.line, .text(symbol + " "), $0] as [Layout] }
    let list: Layout = .group([first, .indent(.concat(rest))])
    return Result(layout: list, precedence: parts.count > 1 ? precedence : .comparison)
  }

  private func isSuccess() -> Result {
    let isSuccess = values.response + ".isSuccess"
    return isResponseOptional
      ? Result(layout: .text(isSuccess + " == true"), precedence: .comparison)
      : Result(layout: .text(isSuccess), precedence: .atom)
  }

  private func status(_ symbol: ConditionPlan.Operator, _ code: Int) -> Result {
    let status = values.exchange(.statusCode).layout
    let left: Layout =
      switch symbol {
      case .equal, .notEqual: status
      case .greater, .greaterOrEqual: isResponseOptional ? ["(", status, " ?? 0)"] : status
      case .less, .lessOrEqual: isResponseOptional ? ["(", status, " ?? .max)"] : status
      }
    return Result(
      layout: .binary(left, symbol.rawValue, .text(String(code))), precedence: .comparison)
  }
}

/// Comparisons of values.
extension ConditionWriter {
  func comparison(
    _ symbol: ConditionPlan.Operator, _ left: ValuePlan, _ right: ValuePlan,
    _ kind: ConditionPlan.Comparison
  ) -> Result {
    if kind == .loose {
      if let missing = missing(symbol, left, right) ?? missing(symbol, right, left) {
        return missing
      }
      let operands = [values.representable(left), values.representable(right)]
      return Result(
        layout: .call(.text("LooseComparison." + symbol.functionName), operands), precedence: .atom)
    }
    let value = kind == .strictLength ? length(left) : strict(left)
    if case .literal(.null) = right.kind, symbol == .equal || symbol == .notEqual {
      return isNull(value, symbol)
    }
    return Result(
      layout: .binary(value.layout, symbol.rawValue, values.json(right)), precedence: .comparison)
  }

  /// Whether a value is missing, where the other one is `null`.
  private func missing(
    _ symbol: ConditionPlan.Operator, _ value: ValuePlan, _ other: ValuePlan
  ) -> Result? {
    guard case .literal(.null) = other.kind, symbol == .equal || symbol == .notEqual else {
      return nil
    }
    let expression = values.expression(value)
    if expression.type.isNullable {
      let present = values.present(expression).layout
      return Result(layout: .binary(present, symbol.rawValue, "nil"), precedence: .comparison)
    }
    guard expression.isOptional, !expression.isLiteral else { return nil }
    if expression.type == .json { return isNull(expression, symbol) }
    // The value of a union may be `null`.
    guard expression.type.declaration == nil else { return nil }
    return Result(
      layout: .binary(expression.layout, symbol.rawValue, "nil"), precedence: .comparison)
  }

  private func isNull(_ value: Expression, _ symbol: ConditionPlan.Operator) -> Result {
    let isNull: Layout = [parenthesized(value), ".isNullOrMissing"]
    return Result(layout: symbol == .equal ? isNull : ["!", isNull], precedence: .atom)
  }

  /// A value of type `JSONValue?`.
  private func strict(_ value: ValuePlan) -> Expression {
    let expression = values.expression(value)
    var result = Expression(layout: values.json(value), type: .json, isOptional: true)
    result.isChain = expression.type == .json && expression.isChain
    if expression.isLiteral || !expression.isOptional {
      result.layout = ["(", result.layout, " as JSONValue?)"]
    }
    return result
  }

  private func length(_ value: ValuePlan) -> Expression {
    let expression = values.expression(value)
    let json = expression.type == .json ? expression.layout : values.json(expression)
    let mark: Layout = expression.isOptional ? "?" : ""
    return Expression(
      layout: [json, mark, ".length"], type: .json, isOptional: true, isChain: true)
  }

  /// A member of the optional value itself must not prolong its chain.
  private func parenthesized(_ value: Expression) -> Layout {
    value.isChain ? ["(", value.layout, ")"] : value.layout
  }

  func isTrue(_ value: ValuePlan) -> Result {
    let expression = values.expression(value)
    if expression.type == .boolean, !expression.isOptional {
      return Result(layout: expression.layout, precedence: .atom)
    }
    let operand = values.representable(value)
    return Result(layout: .call("LooseComparison.isTrue", [operand]), precedence: .atom)
  }

  /// Whether a value is there and is not `null`, whatever its type.
  func isPresent(_ value: ValuePlan) -> Result {
    let expression = values.expression(value)
    guard expression.type.isNullable else { return isNull(strict(value), .notEqual) }
    let present = values.present(expression).layout
    return Result(layout: .binary(present, "!=", "nil"), precedence: .comparison)
  }

  func exists(_ value: ValuePlan, isNegated: Bool = false) -> Result {
    let expression = values.expression(value)
    guard expression.isOptional else {
      return Result(layout: isNegated ? "false" : "true", precedence: .atom)
    }
    return Result(
      layout: .binary(expression.layout, isNegated ? "==" : "!=", "nil"), precedence: .comparison)
  }
}

/// What queries and patterns find.
extension ConditionWriter {
  private var queries: QueryWriter { QueryWriter(values: values) }

  func nodes(_ plan: NodesPlan) -> Result {
    switch plan.test {
    case .exists:
      guard plan.measure == .length else {
        let call = QueryWriter.call(queries.path(plan.query), [".finds", inside(plan.context)])
        return Result(layout: call, precedence: .atom)
      }
      return Result(layout: ["!", chain(plan, ".isEmpty")], precedence: .atom)
    case .some(let symbol, let value):
      let json = values.json(value)
      let isOptional = values.expression(value).isOptional
      return some(plan, symbol, isOptional ? [json, " ?? .null"] : json)
    case .someNode(let symbol, let query, let measure):
      let nodes: Layout = [queries.path(query).layout, ".nodes", inside(plan.context)]
      return some(plan, symbol, [nodes, measured(measure)])
    }
  }

  private func some(_ plan: NodesPlan, _ symbol: ConditionPlan.Operator, _ other: Layout) -> Result
  {
    let label = Self.nodeLabels[symbol] ?? "equal"
    return Result(
      layout: chain(plan, .call(".some", [.labelled(label, other)])), precedence: .atom)
  }

  /// `JSONPath("a", .each).nodes(in: response.body.json)` and what follows.
  private func chain(_ plan: NodesPlan, _ end: Layout) -> Layout {
    QueryWriter.call(
      queries.path(plan.query), [".nodes", inside(plan.context), measured(plan.measure), end])
  }

  private func measured(_ measure: NodesPlan.Measure?) -> Layout {
    switch measure {
    case .length: ".lengths"
    case .count: ".count"
    case nil: .empty
    }
  }

  private func inside(_ context: ValuePlan) -> Layout { ["(in: ", values.json(context), ")"] }

  private static let nodeLabels: [ConditionPlan.Operator: String] = [
    .equal: "equal", .notEqual: "notEqual", .less: "lessThan", .lessOrEqual: "lessOrEqual",
    .greater: "greaterThan", .greaterOrEqual: "greaterOrEqual",
  ]

  /// `RegexPattern(.start, "a").finds(in: response.body)`.
  func match(_ pattern: PatternPlan, _ context: ValuePlan) -> Result {
    // A body that is no JSON is searched as the text that it is.
    let text: Layout =
      context.kind == .responseBody(pointer: [])
      ? .text(values.body) : values.presentRepresentable(context)
    let writer = PatternWriter(values: values)
    let call = QueryWriter.call(writer.pattern(pattern), [".finds(in: ", text, ")"])
    return Result(layout: call, precedence: .atom)
  }
}
