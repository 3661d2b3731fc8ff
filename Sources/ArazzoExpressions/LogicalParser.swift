/// An expression of `||`, `&&` and `!`, shared by the languages that have these operators.
protocol LogicalExpression {
  static func or(_ expressions: [Self]) -> Self
  static func and(_ expressions: [Self]) -> Self
  static func not(_ expression: Self) -> Self
}

extension Condition: LogicalExpression {}
extension JSONPathQuery.Filter: LogicalExpression {}
extension PathCondition: LogicalExpression {}

/// Parses `||`, `&&` and operands of higher precedence; the depth is limited.
protocol LogicalParser {
  associatedtype Expression: LogicalExpression
  var scanner: TextScanner { get set }
  var depth: Int { get set }

  /// Reads an operand of `&&`: a comparison, a negation, a group.
  mutating func parseBasic() throws(ExpressionError) -> Expression
}

extension LogicalParser {
  mutating func parseOr() throws(ExpressionError) -> Expression {
    var operands = [try parseAnd()]
    while takeOperator("||") { operands.append(try parseAnd()) }
    return operands.count == 1 ? operands[0] : .or(operands)
  }

  private mutating func parseAnd() throws(ExpressionError) -> Expression {
    var operands = [try parseOperand()]
    while takeOperator("&&") { operands.append(try parseOperand()) }
    return operands.count == 1 ? operands[0] : .and(operands)
  }

  private mutating func parseOperand() throws(ExpressionError) -> Expression {
    try enter()
    defer { depth -= 1 }
    scanner.skipBlank()
    return try parseBasic()
  }

  private mutating func takeOperator(_ text: StaticString) -> Bool {
    let start = scanner.position
    scanner.skipBlank()
    if scanner.take(text) { return true }
    scanner.position = start
    return false
  }

  /// Counts one more level; the caller counts it back.
  mutating func enter() throws(ExpressionError) {
    guard depth < 64 else { throw scanner.error("this is nested more than 64 levels deep") }
    depth += 1
  }

  /// `( … )`.
  mutating func parseGroup() throws(ExpressionError) -> Expression {
    let open = scanner.position
    scanner.position += 1
    let inner = try parseOr()
    scanner.skipBlank()
    if scanner.isAtEnd { throw ExpressionError("this '(' has no ')'", offset: open) }
    guard scanner.take(")") else { throw unexpected() }
    return inner
  }

  /// The whole text as one expression.
  mutating func parseAll() throws(ExpressionError) -> Expression {
    scanner.skipBlank()
    guard !scanner.isAtEnd else { throw scanner.error("the condition is empty") }
    let expression = try parseOr()
    scanner.skipBlank()
    guard scanner.isAtEnd else { throw unexpected() }
    return expression
  }

  /// The error for text after a complete comparison.
  func unexpected() -> ExpressionError {
    var ahead = scanner
    let word = ahead.takeRun { $0.isLetter }
    let replacement = [
      "and": "&&", "or": "||", "eq": "==", "equals": "==", "is": "==", "ne": "!=", "gt": ">",
      "lt": "<", "ge": ">=", "gte": ">=", "le": "<=", "lte": "<=",
    ]
    if let meant = replacement[word.lowercased()] { return notAnOperator(word, meant) }
    if !word.isEmpty {
      let list = listed(after: ahead, word)
      return ExpressionError(
        "'\(word)' isn't an operator; the operators are ==, !=, <, <=, >, >=, &&, || and !",
        offset: scanner.position, mending: list.map { _ in 0..<scanner.end }, suggestion: list)
    }
    switch scanner.peek() {
    case "=" where scanner.peek(1) != "=": return notAnOperator("=", "==")
    case "&": return notAnOperator("&", "&&")
    case "|": return notAnOperator("|", "||")
    case ")": return scanner.error("this ')' has no '('")
    case "<", ">", "!", "=": return scanner.error("join comparisons by '&&' or '||'")
    default: return scanner.error("an operator is missing before \(scanner.found)")
    }
  }
  private func notAnOperator(_ word: String, _ meant: String) -> ExpressionError {
    let end = scanner.position + word.unicodeScalars.count
    return ExpressionError(
      "'\(word)' isn't an operator", offset: scanner.position, mending: scanner.position..<end,
      suggestion: meant)
  }

  /// The comparisons that `VALUE in [A, B]` stands for, where it is the whole text.
  private func listed(after word: TextScanner, _ name: String) -> String? {
    let value = scanner.text(from: 0, to: scanner.position).split(whereSeparator: \.isWhitespace)
    var list = word
    list.skipBlank()
    guard name.lowercased() == "in", value.count == 1, list.take("["),
      let close = list.offset(of: "]"), close == list.end - 1
    else { return nil }
    let items = list.text(from: list.position, to: close).split(separator: ",")
      .map { $0.trimming(\.isWhitespace) }
    guard !items.isEmpty, items.allSatisfy({ !$0.isEmpty }) else { return nil }
    return items.map { "\(value[0]) == \($0)" }.joined(separator: " || ")
  }
}

extension Substring {
  fileprivate func trimming(_ isBlank: (Character) -> Bool) -> Substring {
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
