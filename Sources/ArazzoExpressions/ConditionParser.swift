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
      throw ExpressionError(
        "'\(comparison.rawValue)=' isn't an operator", offset: scanner.position,
        mending: offset..<(scanner.position + 1), suggestion: comparison.rawValue)
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

extension ConditionParser {
  mutating func parseOperand(afterOperator: Bool) throws(ExpressionError) -> WrittenValue {
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

  private mutating func parseExpression() throws(ExpressionError) -> WrittenValue {
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
  ) throws(ExpressionError) -> WrittenValue {
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
    throw ExpressionError("this quote isn't closed", offset: start)
  }

  private mutating func operand(
    ofText text: String, at offset: Int
  ) throws(ExpressionError) -> WrittenValue {
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

extension ConditionParser {
  /// Text without quotes (dialect P7), which only an operator can have before it.
  mutating func takeUnquoted(afterOperator: Bool) throws(ExpressionError) -> Literal {
    let start = scanner.position
    var ahead = scanner
    let word = ahead.takeRun { $0.isNameCharacter }
    guard let first = scanner.peek(), Self.canBeginText(first) else {
      throw complaint()
    }
    guard afterOperator else {
      throw ExpressionError(
        "'\(word.isEmpty ? String(first) : word)' isn't a value; put strings in single quotes",
        offset: start, mending: start..<ahead.position, suggestion: Self.keyword(meantBy: word))
    }
    let text = try takeText()
    if let keyword = Self.keyword(meantBy: text) {
      throw ExpressionError(
        "'\(text)' isn't a value", offset: start, mending: start..<scanner.position,
        suggestion: keyword)
    }
    dialects.insert(.p07UnquotedText)
    return .string(text)
  }

  private static func canBeginText(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isNameCharacter || "/*+.@#%~^:".unicodeScalars.contains(scalar)
  }

  private func complaint() -> ExpressionError {
    switch scanner.peek() {
    case "[", "{": scanner.error("a JSON array or object can't be an operand")
    case ")", "&", "|": scanner.error("a value is missing before \(scanner.found)")
    default:
      scanner.error(
        "expected a value before \(scanner.found)",
        suggestion: scanner.position > 0
          ? nil : "a condition is one text, as '$statusCode == 200'")
    }
  }

  private static func keyword(meantBy text: String) -> String? {
    switch text.lowercased() {
    case "true": "true"
    case "false": "false"
    case "null", "nil", "none", "undefined": "null"
    case "not": "!"
    default: nil
    }
  }

  /// The text up to `&&`, `||`, a comparison or a `)` that it did not open.
  private mutating func takeText() throws(ExpressionError) -> String {
    let start = scanner.position
    var open = 0
    while let scalar = scanner.peek(), !endsText(scalar, open: open) {
      if scalar == "$" && RuntimeExpressionParser.knownRoot(at: scanner) != nil {
        throw scanner.error("a runtime expression can't be part of text without quotes")
      }
      if scalar == "(" { open += 1 }
      if scalar == ")" { open -= 1 }
      scanner.position += 1
    }
    while let last = scanner.previous, last.isBlank, scanner.position > start {
      scanner.position -= 1
    }
    return scanner.text(from: start, to: scanner.position)
  }

  private func endsText(_ scalar: Unicode.Scalar, open: Int) -> Bool {
    switch scalar {
    case ")": open == 0
    case "&", "|": scanner.peek(1) == scalar
    case "=", "!": scanner.peek(1) == "="
    case "<", ">": true
    default: false
    }
  }
}
