import ArazzoDocuments

extension XPathParser {
  /// A literal, a group, a function call or `{$…}`; nil where a step begins.
  mutating func parsePrimary() throws(ExpressionError) -> XPathExpression? {
    guard let first = scanner.peek() else { throw scanner.error("a value is missing at the end") }
    switch first {
    case "(": return try parseGroup()
    case "'", "\"": return try parseString()
    case "$":
      throw scanner.error(
        "'$' begins a variable, which a workflow does not have; a runtime expression stands in"
          + " braces, {$…}")
    case "{":
      guard let (expression, offset) = try scanner.takeBracedExpression() else { break }
      return .embedded(expression, offset: offset)
    default:
      if first.isDigit || first == "." && (scanner.peek(1)?.isDigit ?? false) {
        return try parseNumber()
      }
      return try parseCall()
    }
    throw scanner.error("\(scanner.found) can't begin a value")
  }

  private mutating func parseGroup() throws(ExpressionError) -> XPathExpression {
    let open = scanner.position
    scanner.position += 1
    scanner.skipBlank()
    if scanner.peek() == ":" { throw later("a comment '(: … :)'", at: open) }
    if scanner.peek() == ")" { throw later("the empty sequence '()'", at: open) }
    let inner = try parseOr()
    scanner.skipBlank()
    if scanner.isAtEnd { throw ExpressionError("this '(' has no ')'", offset: open) }
    if scanner.peek() == "," { throw later("a sequence '(…, …)'", at: open) }
    guard scanner.take(")") else { throw unexpected() }
    return inner
  }

  /// A string in single or double quotes; it has no escapes.
  mutating func parseString() throws(ExpressionError) -> XPathExpression {
    let start = scanner.position
    guard let quote = scanner.takeScalar(), let end = scanner.offset(of: quote) else {
      throw ExpressionError("the quote is not closed", offset: start)
    }
    let text = scanner.text(from: start + 1, to: end)
    scanner.position = end + 1
    if scanner.peek() == quote { throw later("a doubled quote in a string", at: end) }
    do {
      let template = try StringTemplate.parseBraced(text)
      if case .text(let text) = template { return .string(text) }
      return .template(template, offset: start + 1)
    } catch {
      throw error.shifted(by: start + 1)
    }
  }

  private mutating func parseNumber() throws(ExpressionError) -> XPathExpression {
    let start = scanner.position
    _ = scanner.takeRun { $0.isDigit }
    if scanner.peek() == ".", scanner.peek(1) != "." {
      scanner.position += 1
      _ = scanner.takeRun { $0.isDigit }
    }
    let digits = scanner.text(from: start, to: scanner.position)
    if scanner.peek() == "e" || scanner.peek() == "E" {
      throw later("a number with an exponent", at: start)
    }
    return .number(digits)
  }

  /// A function call; nil where the name is that of a step.
  private mutating func parseCall() throws(ExpressionError) -> XPathExpression? {
    let start = scanner.position
    try refuseLaterKeyword()
    let name = takeName()
    var prefix: String?
    var local = name
    if scanner.peek() == ":", scanner.peek(1) != ":" {
      scanner.position += 1
      (prefix, local) = (name, takeName())
    }
    scanner.skipBlank()
    let isCall = !local.isEmpty && scanner.peek() == "("
    guard isCall, !(prefix == nil && Self.nodeTypes.contains(name)) else {
      scanner.position = start
      return nil
    }
    let function = try function(named: local, prefix: prefix, at: start)
    return .function(function, try parseArguments(of: function, from: start))
  }

  private static let nodeTypes: Set = ["node", "text", "comment", "processing-instruction"]

  private mutating func parseArguments(
    of function: XPathExpression.Function, from start: Int
  ) throws(ExpressionError) -> [XPathExpression] {
    let open = scanner.position
    scanner.position += 1
    var arguments: [XPathExpression] = []
    scanner.skipBlank()
    if !scanner.take(")") {
      repeat {
        scanner.skipBlank()
        let place = scanner.position
        arguments.append(try parseOr())
        if function.takesNodes {
          try checkNodes(
            arguments[arguments.count - 1], "'\(function.rawValue)' takes a node-set", at: place)
        }
        scanner.skipBlank()
      } while scanner.take(",")
      if scanner.isAtEnd { throw ExpressionError("this '(' has no ')'", offset: open) }
      guard scanner.take(")") else { throw unexpected() }
    }
    try check(count: arguments.count, of: function, at: start)
    return arguments
  }

  private func check(
    count: Int, of function: XPathExpression.Function, at offset: Int
  ) throws(ExpressionError) {
    let arity = function.arity
    guard !arity.contains(count) else { return }
    let wanted: String
    if arity.upperBound == Int.max {
      wanted = "at least \(arity.lowerBound)"
    } else if arity.count == 1 {
      wanted = "\(arity.lowerBound)"
    } else {
      wanted = "\(arity.lowerBound) or \(arity.upperBound)"
    }
    throw ExpressionError(
      "'\(function.rawValue)' takes \(wanted), not \(count) arguments", offset: offset)
  }
}
