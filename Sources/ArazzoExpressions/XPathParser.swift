extension ParsedXPath {
  /// Reads an XPath 1.0 expression; only `{$…}` goes beyond it (rule C6).
  ///
  /// Types are checked, so what this returns can be evaluated. A construct of a later version is an
  /// error that names the construct.
  package static func parse(_ text: String) throws(ExpressionError) -> ParsedXPath {
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
  mutating func parseOr() throws(ExpressionError) -> ParsedXPath {
    guard depth < 64 else { throw scanner.error("this is nested more than 64 levels deep") }
    depth += 1
    defer { depth -= 1 }
    var operands = [try parseAnd()]
    while takeWord("or") { operands.append(try parseAnd()) }
    return operands.count == 1 ? operands[0] : .or(operands)
  }

  private mutating func parseAnd() throws(ExpressionError) -> ParsedXPath {
    var operands = [try parseChain(0)]
    while takeWord("and") { operands.append(try parseChain(0)) }
    return operands.count == 1 ? operands[0] : .and(operands)
  }

  /// The operators that join to the left, the loosest first.
  private static let levels: [[ParsedXPath.Operator]] = [
    [.comparison(.equal), .comparison(.notEqual)],
    [
      .comparison(.lessOrEqual), .comparison(.less), .comparison(.greaterOrEqual),
      .comparison(.greater),
    ],
    [.arithmetic(.plus), .arithmetic(.minus)],
    [.arithmetic(.times), .arithmetic(.divided), .arithmetic(.remainder)],
  ]

  private mutating func parseChain(_ level: Int) throws(ExpressionError) -> ParsedXPath {
    guard level < Self.levels.count else { return try parseUnary() }
    var left = try parseChain(level + 1)
    while let operation = takeOperator(among: Self.levels[level]) {
      chained += 1
      guard chained <= 200 else { throw scanner.error("there are more than 200 operators") }
      left = .binary(operation, left, try parseChain(level + 1))
    }
    return left
  }

  private mutating func parseUnary() throws(ExpressionError) -> ParsedXPath {
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

  private mutating func parseUnion() throws(ExpressionError) -> ParsedXPath {
    scanner.skipBlank()
    let start = scanner.position
    var operands = [try parsePath()]
    try parseMoreOfUnion(&operands, from: start)
    return operands.count == 1 ? operands[0] : .union(operands)
  }

  private mutating func parseMoreOfUnion(
    _ operands: inout [ParsedXPath], from start: Int
  ) throws(ExpressionError) {
    scanner.skipBlank()
    while scanner.peek() == "|", scanner.peek(1) != "|" {
      if operands.count == 1 {
        try checkNodes(operands[0], "'|' needs node-sets on both sides", at: start)
      }
      scanner.position += 1
      scanner.skipBlank()
      let next = scanner.position
      operands.append(try parsePath())
      try checkNodes(operands[operands.count - 1], "'|' needs node-sets on both sides", at: next)
      scanner.skipBlank()
    }
  }

  /// Refuses what can't be a node-set.
  func checkNodes(
    _ expression: ParsedXPath, _ rule: String, at offset: Int
  ) throws(ExpressionError) {
    guard expression.type != .nodes else { return }
    throw ExpressionError("\(rule); this isn't one", offset: offset)
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
    among operators: [ParsedXPath.Operator]
  ) -> ParsedXPath.Operator? {
    let start = scanner.position
    scanner.skipBlank()
    for candidate in operators where take(candidate) { return candidate }
    scanner.position = start
    return nil
  }

  private mutating func take(_ candidate: ParsedXPath.Operator) -> Bool {
    switch candidate {
    case .comparison(.equal):
      return scanner.peek(1) != ">" && scanner.peek(1) != "=" && scanner.take("=")
    case .comparison(.notEqual): return scanner.take("!=")
    case .comparison(.less): return scanner.peek(1) != "<" && scanner.take("<")
    case .comparison(.lessOrEqual): return scanner.take("<=")
    case .comparison(.greater): return scanner.peek(1) != ">" && scanner.take(">")
    case .comparison(.greaterOrEqual): return scanner.take(">=")
    case .arithmetic(.plus): return scanner.take("+")
    case .arithmetic(.minus): return scanner.take("-")
    case .arithmetic(.times): return scanner.take("*")
    case .arithmetic(.divided): return takeWord("div")
    case .arithmetic(.remainder): return takeWord("mod")
    }
  }
}

extension XPathParser {
  /// A name without a prefix, perhaps empty.
  mutating func takeName() -> String {
    guard scanner.peek()?.isXPathNameStart ?? false else { return "" }
    return scanner.takeRun { $0.isXPathNamePart }
  }

  /// `*`, `prefix:*`, a name, or a node type.
  mutating func parseNodeTest() throws(ExpressionError) -> ParsedXPath.NodeTest {
    let start = scanner.position
    if scanner.take("*") {
      guard scanner.peek() == ":", scanner.peek(1) != ":" else { return .any }
      throw ExpressionError("'*:name' is XPath 2.0", offset: start)
    }
    let name = takeName()
    guard !name.isEmpty else { throw noStep() }
    if scanner.peek() == ":", scanner.peek(1) != ":" { return try parseLocalPart(prefix: name) }
    let end = scanner.position
    scanner.skipBlank()
    if scanner.peek() == "(" { return try parseNodeType(name, at: start) }
    scanner.position = end
    return .name(prefix: nil, name)
  }

  private mutating func parseLocalPart(
    prefix: String
  ) throws(ExpressionError) -> ParsedXPath.NodeTest {
    scanner.position += 1
    if scanner.take("*") { return .anyWithPrefix(prefix) }
    let name = takeName()
    guard !name.isEmpty else {
      throw scanner.error("a name or '*' is missing after '\(prefix):'")
    }
    return .name(prefix: prefix, name)
  }

  /// `node()`, `text()`, `comment()`, `processing-instruction('target')`.
  private mutating func parseNodeType(
    _ name: String, at start: Int
  ) throws(ExpressionError) -> ParsedXPath.NodeTest {
    scanner.position += 1
    scanner.skipBlank()
    var target: String?
    if name == "processing-instruction", scanner.peek() == "'" || scanner.peek() == "\"" {
      guard case .string(let text) = try parseString() else {
        throw ExpressionError("a runtime expression can't be a name here", offset: start)
      }
      target = text
      scanner.skipBlank()
    }
    let test: ParsedXPath.NodeTest
    switch name {
    case "node": test = .node
    case "text": test = .text
    case "comment": test = .comment
    case "processing-instruction": test = .processingInstruction(target)
    default: throw noNodeType(name, at: start)
    }
    guard scanner.take(")") else { throw scanner.error("')' is missing before \(scanner.found)") }
    return test
  }

  /// Why a step can't begin here.
  private func noStep() -> ExpressionError {
    switch scanner.peek() {
    case "{" where scanner.peek(1) == "$":
      return scanner.error(
        "a runtime expression is a value, not a step or a name;"
          + " write *[name() = {$…}]")
    case "(": return scanner.error("'(…)' as a step is XPath 2.0")
    case "$": return scanner.error("'$' begins a variable, and workflows have none")
    case nil: return scanner.error("a step is missing at the end")
    default:
      return scanner.error("expected a name, '*', '@name', '.' or '..', found \(scanner.found)")
    }
  }
}

extension Unicode.Scalar {
  /// A scalar that a name of XML can begin with, the colon aside.
  var isXPathNameStart: Bool {
    if value < 0x80 { return isLetter || self == "_" }
    return value >= 0xC0 && self != "\u{D7}" && self != "\u{F7}" && !(0x300...0x36F).contains(value)
      && !(0x2000...0x206F).contains(value) && self != "\u{37E}"
  }

  /// A scalar that a name of XML can hold, the colon aside.
  var isXPathNamePart: Bool {
    if value < 0x80 { return isLetter || isDigit || self == "_" || self == "-" || self == "." }
    return isXPathNameStart || self == "\u{B7}" || (0x300...0x36F).contains(value)
      || value == 0x203F || value == 0x2040
  }
}
