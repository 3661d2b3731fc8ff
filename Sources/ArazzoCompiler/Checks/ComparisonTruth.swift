import ArazzoDescriptions
import ArazzoExpressions

/// Whether a value of which the kind is known can meet a literal (rules C2 and P4).
struct ComparisonTruth {
  let facts: ValueFacts
  let literal: LiteralPlan
  let comparison: ConditionPlan.Comparison

  /// - Parameter comparisonOperator: With the value on the left.
  func truth(_ comparisonOperator: ComparisonOperator) -> Truth {
    switch comparisonOperator {
    case .equal: canBeEqual ? .open : .never
    case .notEqual: canBeEqual ? .open : .always
    default: canBeOrdered ? .open : .never
    }
  }

  private var canBeEqual: Bool {
    switch literal {
    case .null: true
    case .bool: facts.kinds.contains(.boolean)
    case .number(let digits): canEqual(number: digits)
    case .string(let text): canEqual(text: text)
    case .array: facts.kinds.contains(.array)
    case .object: facts.kinds.contains(.object)
    }
  }

  private func canEqual(number digits: String) -> Bool {
    if facts.kinds.contains(.number) || facts.kinds.contains(.integer) { return true }
    guard comparison == .loose, facts.kinds.contains(.string) else { return false }
    return facts.words?.contains { Double($0) == Double(digits) } ?? true
  }

  private func canEqual(text: String) -> Bool {
    if facts.kinds.contains(.string) { return facts.words.map { contains($0, text) } ?? true }
    guard comparison == .loose, !facts.isNumeric || Double(text) != nil else { return false }
    return facts.kinds.contains(.integer) || facts.kinds.contains(.number)
  }

  private func contains(_ words: [String], _ text: String) -> Bool {
    words.contains { word in
      if comparison == .strict { return word == text }
      return word.lowercased() == text.lowercased()
    }
  }

  /// Only two numbers and two strings have an order.
  private var canBeOrdered: Bool {
    switch literal {
    case .number: facts.kinds.contains(.string) && comparison == .loose || hasNumber
    case .string(let text):
      facts.kinds.contains(.string) || comparison == .loose && hasNumber && Double(text) != nil
    default: false
    }
  }

  private var hasNumber: Bool { !facts.kinds.isDisjoint(with: [.integer, .number]) }
}
