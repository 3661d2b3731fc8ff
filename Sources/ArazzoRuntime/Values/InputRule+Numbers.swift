/// Rules about numbers.
extension InputRule {
  /// Numbers are at least this.
  public static func minimum(_ limit: JSONNumber) -> InputRule {
    number("be at least \(limit)") { $0 >= limit }
  }

  /// Numbers are at most this.
  public static func maximum(_ limit: JSONNumber) -> InputRule {
    number("be at most \(limit)") { $0 <= limit }
  }

  /// Numbers are greater than this.
  public static func above(_ limit: JSONNumber) -> InputRule {
    number("be greater than \(limit)") { $0 > limit }
  }

  /// Numbers are less than this.
  public static func below(_ limit: JSONNumber) -> InputRule {
    number("be less than \(limit)") { $0 < limit }
  }

  /// Numbers are a multiple of this. Beyond 64-bit integers, the precision is that of `Double`.
  public static func multiple(of step: JSONNumber) -> InputRule {
    number("be a multiple of \(step)") { number in
      if let number = number.int64, let step = step.int64 {
        return step != 0 && number.isMultiple(of: step)
      }
      let quotient = number.double / step.double
      return abs(quotient - quotient.rounded()) <= 1e-9 * max(1, abs(quotient))
    }
  }

  /// Numbers fit into 32 bits.
  public static var int32: InputRule {
    number("fit into 32 bits") { $0.int64.map { Int32(exactly: $0) != nil } ?? false }
  }

  private static func number(
    _ text: String, _ isRight: @escaping @Sendable (JSONNumber) -> Bool
  ) -> InputRule {
    InputRule(text) { if case .number(let number) = $0 { isRight(number) } else { true } }
  }
}
