import ArazzoCompiler

/// JSON of the document as Swift literals of type `JSONValue`.
enum JSONLiteral {
  static func layout(_ literal: LiteralPlan) -> Layout {
    switch literal {
    case .null: ".null"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .number(let digits): number(digits)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(layout))
    case .object(let members): .dictionary(members.map { ($0.name, layout($0.value)) })
    }
  }

  private static func number(_ digits: String) -> Layout {
    if let number = NumberLiteral(digits) { return .text(number.text) }
    return [.text("JSONNumber("), .string(digits), ").map(JSONValue.number)"]
  }
}

/// A number that a Swift literal gives back digit by digit.
struct NumberLiteral {
  let text: String
  let isInteger: Bool
  /// Whether a `Double` would lose the fraction that is written.
  var isWholeDecimal: Bool { !isInteger && text.hasSuffix(".0") }

  init?(_ digits: String) {
    if let integer = Int64(digits), String(integer) == digits {
      text = digits
      isInteger = true
    } else if let double = Double(digits), double.isFinite, "\(double)" == digits,
      !digits.contains("e")
    {
      text = digits
      isInteger = false
    } else {
      return nil
    }
  }
}
