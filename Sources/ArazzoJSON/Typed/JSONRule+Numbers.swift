/// Rules about numbers.
extension JSONRule {
  /// Numbers are not smaller than that.
  public static func minimum(_ limit: JSONNumber) -> JSONRule {
    number("be at least \(limit)") { $0 >= limit }
  }

  /// Numbers are not larger than that.
  public static func maximum(_ limit: JSONNumber) -> JSONRule {
    number("be at most \(limit)") { $0 <= limit }
  }

  /// Numbers are larger than that.
  public static func above(_ limit: JSONNumber) -> JSONRule {
    number("be more than \(limit)") { $0 > limit }
  }

  /// Numbers are smaller than that.
  public static func below(_ limit: JSONNumber) -> JSONRule {
    number("be less than \(limit)") { $0 < limit }
  }

  /// Numbers are a whole multiple of that; beyond 64-bit integers, as far as doubles can tell.
  public static func multiple(of step: JSONNumber) -> JSONRule {
    number("be a multiple of \(step)") { number in
      if let number = number.int64, let step = step.int64 {
        return step != 0 && number.isMultiple(of: step)
      }
      let quotient = number.double / step.double
      return abs(quotient - quotient.rounded()) <= 1e-9 * max(1, abs(quotient))
    }
  }

  /// Numbers fit into 32 bits.
  public static var int32: JSONRule {
    number("fit into 32 bits") { $0.int64.map { Int32(exactly: $0) != nil } ?? false }
  }

  private static func number(
    _ text: String, _ isRight: @escaping @Sendable (JSONNumber) -> Bool
  ) -> JSONRule {
    JSONRule(text) { if case .number(let number) = $0 { isRight(number) } else { true } }
  }
}
