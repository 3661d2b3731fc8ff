import ArazzoDocuments

extension ConditionParser {
  mutating func parseOperand(afterOperator: Bool) throws(ExpressionError) -> Condition.Operand {
    guard let first = scanner.peek() else { throw scanner.error("a value is missing at the end") }
    if first == "$" { return try parseExpression() }
    if let (expression, offset) = try scanner.takeBracedExpression() {
      dialects.formUnion(expression.dialects)
      return .expression(expression, offset: offset)
    }
    if first == "'" || first == "\"" { return try parseQuoted(first) }
    if let literal = takeLiteral() { return .literal(literal) }
    return .literal(try takeUnquoted(afterOperator: afterOperator))
  }

  private mutating func parseExpression() throws(ExpressionError) -> Condition.Operand {
    let offset = scanner.position
    var parser = RuntimeExpressionParser(scanner, extent: .condition)
    let expression = try parser.parse()
    scanner = parser.scanner
    dialects.formUnion(expression.dialects)
    return .expression(expression, offset: offset)
  }

  /// A number or keyword that a blank, an operator or a parenthesis ends.
  private mutating func takeLiteral() -> Literal? {
    let start = scanner.position
    let literal = scanner.takeKeyword() ?? scanner.takeNumber().map { .number($0) }
    if literal != nil && endsWord { return literal }
    scanner.position = start
    return nil
  }

  private var endsWord: Bool {
    guard let next = scanner.peek() else { return true }
    return next.isBlank || ")=!<>&|".unicodeScalars.contains(next)
  }

  /// A string in quotes: `''` stands for a quote in single ones, `\"` and `\\` work in double ones.
  private mutating func parseQuoted(
    _ quote: Unicode.Scalar
  ) throws(ExpressionError) -> Condition.Operand {
    let start = scanner.position
    scanner.position += 1
    var content = String.UnicodeScalarView()
    while let scalar = scanner.takeScalar() {
      if scalar == "\\" && quote == "\"", let next = scanner.peek(), next == quote || next == "\\" {
        content.append(next)
      } else if scalar != quote {
        content.append(scalar)
        continue
      } else if quote == "'" && scanner.peek() == quote {
        content.append(quote)
      } else {
        return try operand(ofText: String(content), at: start + 1)
      }
      scanner.position += 1
    }
    throw ExpressionError("the quote is not closed", offset: start)
  }

  private mutating func operand(
    ofText text: String, at offset: Int
  ) throws(ExpressionError) -> Condition.Operand {
    do {
      let template = try StringTemplate.parseBraced(text)
      if case .text(let text) = template { return .literal(.string(text)) }
      dialects.formUnion(template.dialects)
      return .template(template, offset: offset)
    } catch {
      throw error.shifted(by: offset)
    }
  }
}
