extension XPathParser {
  /// A name without a prefix, perhaps empty.
  mutating func takeName() -> String {
    guard scanner.peek()?.isXPathNameStart ?? false else { return "" }
    return scanner.takeRun { $0.isXPathNamePart }
  }

  /// `*`, `prefix:*`, a name, or a node type.
  mutating func parseNodeTest() throws(ExpressionError) -> XPathExpression.NodeTest {
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
  ) throws(ExpressionError) -> XPathExpression.NodeTest {
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
  ) throws(ExpressionError) -> XPathExpression.NodeTest {
    scanner.position += 1
    scanner.skipBlank()
    var target: String?
    if name == "processing-instruction", scanner.peek() == "'" || scanner.peek() == "\"" {
      guard case .string(let text) = try parseString() else {
        throw ExpressionError("a runtime expression can't stand for a name here", offset: start)
      }
      target = text
      scanner.skipBlank()
    }
    let test: XPathExpression.NodeTest
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
        "a runtime expression stands for a value, not for a step or a name;"
          + " write *[name() = {$…}]")
    case "(": return scanner.error("'(…)' as a step is XPath 2.0")
    case "$": return scanner.error("'$' begins a variable, which a workflow does not have")
    case nil: return scanner.error("a step is missing at the end")
    default:
      return scanner.error("a step is a name, '*', '@name', '.' or '..', found \(scanner.found)")
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
