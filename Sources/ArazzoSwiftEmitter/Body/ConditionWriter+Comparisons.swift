import ArazzoCompiler
import ArazzoExpressions

/// Comparisons of values and of what queries find.
extension ConditionWriter {
  func comparison(
    _ symbol: ComparisonOperator, _ left: ValuePlan, _ right: ValuePlan,
    _ kind: ConditionPlan.Comparison
  ) -> Result {
    guard kind != .loose else {
      let function = Self.looseNames[symbol] ?? "equal"
      let operands = [values.representable(left), values.representable(right)]
      return Result(layout: .call(.text("Condition." + function), operands), precedence: .atom)
    }
    let value = kind == .strictLength ? length(left) : strict(left)
    if case .literal(.null) = right.kind, symbol == .equal || symbol == .notEqual {
      let isNull: Layout = [parenthesized(value), ".isNullOrMissing"]
      return Result(
        layout: symbol == .equal ? isNull : ["!", isNull], precedence: .atom)
    }
    return Result(
      layout: .binary(value.layout, symbol.rawValue, values.json(right)), precedence: .comparison)
  }

  private static let looseNames: [ComparisonOperator: String] = [
    .equal: "equal", .notEqual: "notEqual", .less: "less", .lessOrEqual: "lessOrEqual",
    .greater: "greater", .greaterOrEqual: "greaterOrEqual",
  ]

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
    return Result(layout: .call("Condition.isTrue", [operand]), precedence: .atom)
  }

  func exists(_ value: ValuePlan) -> Result {
    let expression = values.expression(value)
    guard expression.isOptional else { return Result(layout: "true", precedence: .atom) }
    return Result(layout: .binary(expression.layout, "!=", "nil"), precedence: .comparison)
  }

  func nodes(_ plan: NodesPlan) -> Result {
    let query = Layout.call([nodesContext(plan.context), ".nodes"], plan.selectors.map(selector))
    let nodes: Layout = plan.isLength ? [query, ".lengths"] : query
    switch plan.test {
    case .exists: return Result(layout: ["!", nodes, ".isEmpty"], precedence: .atom)
    case .some(let symbol, let value):
      let label = Self.nodeLabels[symbol] ?? "equal"
      let operand = values.expression(value)
      var json = values.json(value)
      if operand.isOptional { json = [.text("("), json, " ?? .null)"] }
      return Result(
        layout: .call([nodes, ".some"], [.labelled(label, json)]), precedence: .atom)
    }
  }

  /// What the query is asked of; a missing value has no nodes, as `null`.
  private func nodesContext(_ context: ValuePlan) -> Layout {
    if case .responseBody(let pointer) = context.kind, pointer.isEmpty, !isResponseOptional {
      let whole = values.expression(context).layout.flat
      return .text(String(whole.dropLast(".json".count)))
    }
    let expression = values.expression(context)
    let json = values.json(expression)
    return expression.isOptional ? ["(", json, " ?? .null)"] : json
  }

  private static let nodeLabels: [ComparisonOperator: String] = [
    .equal: "equal", .notEqual: "notEqual", .less: "lessThan", .lessOrEqual: "lessOrEqual",
    .greater: "greaterThan", .greaterOrEqual: "greaterOrEqual",
  ]

  private func selector(_ selector: NodesPlan.Selector) -> Layout {
    switch selector {
    case .name(let name): return .string(name)
    case .index(let index): return .text(String(index))
    case .wildcard: return ".each"
    case .descendants: return ".anywhere"
    case .slice(let start, let end, let step):
      var arguments: [Layout] = []
      if let start { arguments.append(.labelled("start", .text(String(start)))) }
      if let end { arguments.append(.labelled("end", .text(String(end)))) }
      if step != 1 { arguments.append(.labelled("step", .text(String(step)))) }
      return .call(".slice", arguments)
    }
  }
}
