import ArazzoDescriptions
import ArazzoExpressions

extension LiteralPlan {
  /// A bare operand (rule C2).
  var isTrue: Bool { self != .null && self != .bool(false) }

  /// The literal in words, with what it says where it is short: "the string 'ok'".
  var phrase: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let digits): digits
    case .string(let text): "the string \(text.quotedForMessage)"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// Whether two literals compare as the operator wants (rule C2).
  func truth(_ comparison: ComparisonOperator, _ other: LiteralPlan) -> Truth {
    switch (self, other) {
    case (.array, _), (.object, _), (_, .array), (_, .object): return .open
    case (.string(let left), .string(let right)):
      return Truth(comparison.holds(left.lowercased(), right.lowercased()))
    default: break
    }
    if let left = double, let right = other.double {
      return Truth(comparison.holds(left, right))
    }
    switch comparison {
    case .equal: return Truth(self == other)
    case .notEqual: return Truth(self != other)
    default: return .never
    }
  }

  /// The spelling without quotes of what a value of these kinds could be.
  func unquoted(for facts: ValueFacts) -> String? {
    guard case .string(let text) = self else { return nil }
    return facts.kinds == [.boolean] && ["true", "false"].contains(text) ? text : nil
  }

  private var double: Double? {
    switch self {
    case .number(let text), .string(let text): Double(text)
    default: nil
    }
  }
}
