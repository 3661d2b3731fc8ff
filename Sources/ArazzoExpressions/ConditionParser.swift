import ArazzoDocuments

extension Condition {
  /// Reads a condition of type `simple` (rule C2).
  ///
  /// Dots and indexes are operators here and no dialect; unquoted text after an operator is dialect
  /// P7, and the result says so.
  package static func parse(_ text: String) throws(ExpressionError) -> ParsedCondition {
    var parser = ConditionParser(text)
    let condition = try parser.parseAll()
    return ParsedCondition(condition, dialects: parser.dialects)
  }
}

struct ConditionParser: LogicalParser {
  var scanner: TextScanner
  var depth = 0
  var dialects: Set<Dialect> = []

  init(_ text: String) { scanner = TextScanner(text) }

  mutating func parseBasic() throws(ExpressionError) -> Condition {
    let left = try parseUnary(afterOperator: false)
    let end = scanner.position
    scanner.skipBlank()
    let offset = scanner.position
    guard let comparison = scanner.takeComparisonOperator() else {
      scanner.position = end
      return left
    }
    scanner.skipBlank()
    if scanner.peek() == "=" {
      throw scanner.error("'\(comparison.rawValue)=' is no operator", suggestion: "==")
    }
    let right = try parseUnary(afterOperator: true)
    guard let result = Condition.comparing(comparison, left, right) else {
      throw ExpressionError(
        "'\(comparison.rawValue)' compares values, not conditions: write !(a == b) or use && and ||",
        offset: offset)
    }
    return result
  }

  private mutating func parseUnary(afterOperator: Bool) throws(ExpressionError) -> Condition {
    if scanner.peek() == "(" { return try parseGroup() }
    if scanner.peek() == "!" && scanner.peek(1) != "=" {
      try enter()
      defer { depth -= 1 }
      scanner.position += 1
      scanner.skipBlank()
      return .not(try parseUnary(afterOperator: false))
    }
    return .operand(try parseOperand(afterOperator: afterOperator))
  }
}

extension Condition {
  /// A comparison of two operands, or of a condition with `true` or `false`.
  fileprivate static func comparing(
    _ comparison: ComparisonOperator, _ left: Condition, _ right: Condition
  ) -> Condition? {
    if case .operand(let left) = left, case .operand(let right) = right {
      return .comparison(comparison, left, right)
    }
    let (condition, literal) = if case .operand = right { (left, right) } else { (right, left) }
    guard case .operand(.literal(.bool(let value))) = literal else { return nil }
    switch comparison {
    case .equal: return value ? condition : .not(condition)
    case .notEqual: return value ? .not(condition) : condition
    default: return nil
    }
  }
}
