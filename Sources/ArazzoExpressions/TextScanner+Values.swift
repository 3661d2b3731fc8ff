import ArazzoDocuments

extension TextScanner {
  /// `{$…}`, if that is what follows: the expression and the offset of its `$`.
  mutating func takeBracedExpression() throws(ExpressionError) -> (ParsedExpression, Int)? {
    guard peek() == "{", peek(1) == "$" else { return nil }
    guard let close = offset(of: "}") else { throw error("the brace is not closed by '}'") }
    position += 1
    let start = position
    var parser = RuntimeExpressionParser(limited(to: close), extent: .whole)
    let expression = try parser.parseWhole()
    position = close + 1
    return (expression, start)
  }

  /// A number of JSON that is not the beginning of something else.
  mutating func takeNumber() -> String? {
    let start = position
    if isNumber(), peek().map({ !$0.isNameCharacter && $0 != "." }) ?? true {
      return text(from: start, to: position)
    }
    position = start
    return nil
  }

  /// Steps over `-? int frac? exp?` as far as it goes.
  private mutating func isNumber() -> Bool {
    _ = take("-")
    let integer = takeRun { $0.isDigit }
    guard !integer.isEmpty, integer == "0" || integer.first != "0" else { return false }
    if take(".") {
      guard !takeRun(where: { $0.isDigit }).isEmpty else { return false }
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard !takeRun(where: { $0.isDigit }).isEmpty else { return false }
    }
    return true
  }

  /// `true`, `false` or `null`, if it is a word of its own.
  mutating func takeKeyword() -> Literal? {
    let start = position
    let word = takeRun { $0.isNameCharacter }
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      position = start
      return nil
    }
  }

  mutating func takeComparisonOperator() -> ComparisonOperator? {
    if take("==") { return .equal }
    if take("!=") { return .notEqual }
    if take("<=") { return .lessOrEqual }
    if take(">=") { return .greaterOrEqual }
    if take("<") { return .less }
    if take(">") { return .greater }
    return nil
  }
}
