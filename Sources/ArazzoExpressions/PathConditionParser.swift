import ArazzoDocuments

extension JSONPathCondition {
  /// Reads the condition of a `jsonpath` criterion: RFC 9535 first, then dialect P4.
  ///
  /// The error is that of the reading that got further.
  package static func parse(
    _ text: String, language: JSONPathLanguage = .rfc9535
  ) throws(ExpressionError) -> JSONPathCondition {
    do {
      return .query(try ParsedQuery.parse(text, language: language))
    } catch let strict {
      do {
        var parser = PathConditionParser(text, language: language)
        return .dialect(try parser.parseAll())
      } catch let loose {
        throw loose.offset >= strict.offset ? loose : strict
      }
    }
  }
}

/// Reads dialect P4.
struct PathConditionParser: LogicalParser {
  var scanner: TextScanner
  let language: JSONPathLanguage
  var depth = 0

  init(_ text: String, language: JSONPathLanguage) {
    scanner = TextScanner(text)
    self.language = language
  }

  mutating func parseBasic() throws(ExpressionError) -> PathCondition {
    if scanner.peek() == "(" { return try parseGroup() }
    if scanner.peek() == "!" && scanner.peek(1) != "=" {
      try enter()
      defer { depth -= 1 }
      scanner.position += 1
      scanner.skipBlank()
      return .not(scanner.peek() == "!" ? try parseBasic() : try parseNegated())
    }
    return try parseComparison()
  }

  private mutating func parseNegated() throws(ExpressionError) -> PathCondition {
    if scanner.peek() == "(" { return try parseGroup() }
    let start = scanner.position
    guard case .path(let path) = try parseOperand() else {
      throw ExpressionError("'!' must be followed by a path or a parenthesis", offset: start)
    }
    return .exists(path)
  }

  private mutating func parseComparison() throws(ExpressionError) -> PathCondition {
    let start = scanner.position
    let isPointer = scanner.peek() == "#"
    let left = try parseOperand()
    let end = scanner.position
    scanner.skipBlank()
    guard let comparison = scanner.takeComparisonOperator() else {
      scanner.position = end
      if case .path(let path) = left { return .exists(path) }
      throw ExpressionError(
        "a value alone isn't a condition; compare it with another", offset: start)
    }
    scanner.skipBlank()
    if scanner.peek() == "=" {
      throw scanner.error("'\(comparison.rawValue)=' isn't an operator", suggestion: "==")
    }
    let right = isPointer ? try parseOperandOrText() : try parseOperand()
    return .comparison(comparison, left, right)
  }
}

extension PathConditionParser {
  mutating func parseOperand() throws(ExpressionError) -> PathCondition.Operand {
    guard let first = scanner.peek() else { throw scanner.error("a value is missing at the end") }
    if first == "$" { return try parsePathOrExpression() }
    if first == "#" { return .path(try parsePointer()) }
    if first == "'" || first == "\"" { return .value(try parseQuoted()) }
    if let (expression, offset) = try scanner.takeBracedExpression() {
      return .value(.expression(expression, offset: offset))
    }
    if let literal = takeLiteral() { return .value(.literal(literal)) }
    if first == "@" {
      throw scanner.error("'@' refers to a node only inside a filter", suggestion: "$")
    }
    let word = scanner.text(from: scanner.position, to: wordEnd)
    guard word.isEmpty else {
      throw scanner.error("'\(word)' isn't a value; put strings in quotes")
    }
    throw scanner.error("expected a value before \(scanner.found)")
  }

  /// The right side of `#/pointer ==`: an operand, or text without quotes.
  mutating func parseOperandOrText() throws(ExpressionError) -> PathCondition.Operand {
    guard let first = scanner.peek(), first.isNameCharacter || first == "/" else {
      return try parseOperand()
    }
    if let literal = takeLiteral() { return .value(.literal(literal)) }
    var parser = ConditionParser("")
    parser.scanner = scanner
    let literal = try parser.takeUnquoted(afterOperator: true)
    scanner = parser.scanner
    return .value(.literal(literal))
  }

  private var wordEnd: Int {
    var ahead = scanner
    _ = ahead.takeRun { $0.isNameCharacter }
    return ahead.position
  }

  private mutating func takeLiteral() -> Literal? {
    let start = scanner.position
    let literal = scanner.takeKeyword() ?? scanner.takeNumber().map { .number($0) }
    let next = scanner.peek()
    if let literal, next.map({ $0.isBlank || ")=!<>&|".unicodeScalars.contains($0) }) ?? true {
      return literal
    }
    scanner.position = start
    return nil
  }

  private mutating func parseQuoted() throws(ExpressionError) -> WrittenValue {
    var parser = JSONPathParser(scanner, language: language)
    let quoted = try parser.takeString()
    scanner = parser.scanner
    return quoted
  }

  /// A path from `$`, or a runtime expression that lacks its braces.
  private mutating func parsePathOrExpression() throws(ExpressionError) -> PathCondition.Operand {
    if let next = scanner.peek(1), next.isLetter {
      let offset = scanner.position
      var parser = RuntimeExpressionParser(scanner, extent: .condition)
      let expression = try parser.parse()
      scanner = parser.scanner
      return .value(.expression(expression, offset: offset))
    }
    var parser = JSONPathParser(scanner, language: language)
    var query = try parser.parseQuery()
    scanner = parser.scanner
    let isLength = endsInLength
    if isLength {
      query.segments.removeLast()
      _ = scanner.take("()")
    }
    return .path(.init(query: query, isLength: isLength))
  }

  /// Whether `.length` (and not `..length`) has just been read.
  private var endsInLength: Bool {
    var back = scanner
    back.position -= 7
    return back.sees(".length") && back.previous != "."
  }

  /// `#/a/0` as the path that finds the same: a number is an index or a name, as the value has it.
  private mutating func parsePointer() throws(ExpressionError) -> PathCondition.Path {
    var parser = RuntimeExpressionParser(scanner, extent: .condition)
    let pointer = try parser.takePointer()
    scanner = parser.scanner
    let segments = (pointer?.tokens ?? []).map { token -> ParsedQuery.Segment in
      let isIndex = token == "0" || token.first != "0" && token.unicodeScalars.allSatisfy(\.isDigit)
      let index = isIndex ? Int(token).map { [ParsedQuery.Selector.index($0)] } ?? [] : []
      return .init(isDescendant: false, selectors: [.name(token)] + index)
    }
    return .init(query: ParsedQuery(root: .root, segments: segments))
  }
}
