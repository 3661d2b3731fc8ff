import ArazzoCompiler

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
        layout: .call(.text("Condition." + symbol.functionName), operands), precedence: .atom)
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
    return Result(layout: .call("Condition.isTrue", [operand]), precedence: .atom)
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
