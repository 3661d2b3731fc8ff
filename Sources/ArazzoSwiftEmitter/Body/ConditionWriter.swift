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
