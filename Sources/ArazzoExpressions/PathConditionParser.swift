import ArazzoDocuments

extension JSONPathCondition {
  /// Reads the condition of a `jsonpath` criterion: RFC 9535 first, then dialect P4.
  ///
  /// The error is that of the reading that got further.
  package static func parse(
    _ text: String, language: JSONPathQuery.Language = .rfc9535
  ) throws(ExpressionError) -> JSONPathCondition {
    do {
      return .query(try JSONPathQuery.parse(text, language: language))
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
  let language: JSONPathQuery.Language
  var depth = 0

  init(_ text: String, language: JSONPathQuery.Language) {
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
      throw ExpressionError("'!' stands before a path or a parenthesis", offset: start)
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
      throw ExpressionError("a value alone is no condition: it must be compared", offset: start)
    }
    scanner.skipBlank()
    if scanner.peek() == "=" {
      throw scanner.error("'\(comparison.rawValue)=' is no operator", suggestion: "==")
    }
    let right = isPointer ? try parseOperandOrText() : try parseOperand()
    return .comparison(comparison, left, right)
  }
}
