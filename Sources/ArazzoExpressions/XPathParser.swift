extension XPathExpression {
  /// Reads an XPath 1.0 expression; only `{$…}` goes beyond it (rule C6).
  ///
  /// Types are checked, so what this returns can be evaluated. A construct of a later version is an
  /// error that names the construct.
  package static func parse(_ text: String) throws(ExpressionError) -> XPathExpression {
    var parser = XPathParser(TextScanner(text))
    parser.scanner.skipBlank()
    guard !parser.scanner.isAtEnd else { throw parser.scanner.error("the expression is empty") }
    let expression = try parser.parseOr()
    parser.scanner.skipBlank()
    guard parser.scanner.isAtEnd else { throw parser.unexpected() }
    return expression
  }
}

/// Reads XPath 1.0 by recursive descent; bounded in depth and in the length of chains, so that the
/// tree is never deeper than a stack bears.
struct XPathParser {
  var scanner: TextScanner
  private var depth = 0
  private var chained = 0

  init(_ scanner: TextScanner) { self.scanner = scanner }

  /// `OrExpr`, which is any expression.
  mutating func parseOr() throws(ExpressionError) -> XPathExpression {
    guard depth < 64 else { throw scanner.error("this is nested more than 64 levels deep") }
    depth += 1
    defer { depth -= 1 }
    var operands = [try parseAnd()]
    while takeWord("or") { operands.append(try parseAnd()) }
    return operands.count == 1 ? operands[0] : .or(operands)
  }

  private mutating func parseAnd() throws(ExpressionError) -> XPathExpression {
    var operands = [try parseChain(0)]
    while takeWord("and") { operands.append(try parseChain(0)) }
    return operands.count == 1 ? operands[0] : .and(operands)
  }

  /// The operators that join to the left, the loosest first.
  private static let levels: [[XPathExpression.Operator]] = [
    [.equal, .notEqual], [.lessOrEqual, .less, .greaterOrEqual, .greater], [.plus, .minus],
    [.times, .divided, .remainder],
  ]

  private mutating func parseChain(_ level: Int) throws(ExpressionError) -> XPathExpression {
    guard level < Self.levels.count else { return try parseUnary() }
    var left = try parseChain(level + 1)
    while let operation = takeOperator(among: Self.levels[level]) {
      chained += 1
      guard chained <= 200 else { throw scanner.error("there are more than 200 operators") }
      left = .binary(operation, left, try parseChain(level + 1))
    }
    return left
  }

  private mutating func parseUnary() throws(ExpressionError) -> XPathExpression {
    var isNegated = false
    var hasSign = false
    scanner.skipBlank()
    while scanner.take("-") {
      (isNegated, hasSign) = (!isNegated, true)
      scanner.skipBlank()
    }
    let operand = try parseUnion()
    if isNegated { return .negated(operand) }
    return hasSign ? .negated(.negated(operand)) : operand
  }

  private mutating func parseUnion() throws(ExpressionError) -> XPathExpression {
    scanner.skipBlank()
    let start = scanner.position
    var operands = [try parsePath()]
    try parseMoreOfUnion(&operands, from: start)
    return operands.count == 1 ? operands[0] : .union(operands)
  }

  private mutating func parseMoreOfUnion(
    _ operands: inout [XPathExpression], from start: Int
  ) throws(ExpressionError) {
    scanner.skipBlank()
    while scanner.peek() == "|", scanner.peek(1) != "|" {
      if operands.count == 1 { try checkNodes(operands[0], "'|' joins node-sets", at: start) }
      scanner.position += 1
      scanner.skipBlank()
      let next = scanner.position
      operands.append(try parsePath())
      try checkNodes(operands[operands.count - 1], "'|' joins node-sets", at: next)
      scanner.skipBlank()
    }
  }

  /// Refuses what can't be a node-set.
  func checkNodes(
    _ expression: XPathExpression, _ rule: String, at offset: Int
  ) throws(ExpressionError) {
    guard expression.type != .nodes else { return }
    throw ExpressionError("\(rule), and this is none", offset: offset)
  }
}

extension XPathParser {
  /// `and` or `or`, where it is a word of its own.
  private mutating func takeWord(_ word: StaticString) -> Bool {
    let start = scanner.position
    scanner.skipBlank()
    if scanner.take(word), !(scanner.peek()?.isXPathNamePart ?? false) { return true }
    scanner.position = start
    return false
  }

  private mutating func takeOperator(
    among operators: [XPathExpression.Operator]
  ) -> XPathExpression.Operator? {
    let start = scanner.position
    scanner.skipBlank()
    for candidate in operators where take(candidate) { return candidate }
    scanner.position = start
    return nil
  }

  private mutating func take(_ candidate: XPathExpression.Operator) -> Bool {
    switch candidate {
    case .equal: return scanner.peek(1) != ">" && scanner.peek(1) != "=" && scanner.take("=")
    case .notEqual: return scanner.take("!=")
    case .less: return scanner.peek(1) != "<" && scanner.take("<")
    case .lessOrEqual: return scanner.take("<=")
    case .greater: return scanner.peek(1) != ">" && scanner.take(">")
    case .greaterOrEqual: return scanner.take(">=")
    case .plus: return scanner.take("+")
    case .minus: return scanner.take("-")
    case .times: return scanner.take("*")
    case .divided: return takeWord("div")
    case .remainder: return takeWord("mod")
    }
  }
}
