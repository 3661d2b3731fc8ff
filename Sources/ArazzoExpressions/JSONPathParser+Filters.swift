import ArazzoDocuments

extension JSONPathParser {
  /// `basic-expr`: a group, a negation, a comparison or a test.
  mutating func parseBasic() throws(ExpressionError) -> FilterExpression {
    if scanner.peek() == "(" { return try parseGroup() }
    if scanner.peek() == "!" && scanner.peek(1) != "=" {
      scanner.position += 1
      scanner.skipBlank()
      if scanner.peek() == "(" { return .not(try parseGroup()) }
      let start = scanner.position
      return .not(try test(try parseComparable(), at: start))
    }
    let start = scanner.position
    let left = try parseComparable()
    let end = scanner.position
    scanner.skipBlank()
    guard let comparison = scanner.takeComparisonOperator() else {
      scanner.position = end
      return try test(left, at: start)
    }
    try checkComparable(left, at: start)
    scanner.skipBlank()
    let rightStart = scanner.position
    let right = try parseComparable()
    try checkComparable(right, at: rightStart)
    return .comparison(comparison, length(left, at: start), length(right, at: rightStart))
  }

  /// A literal, a query, a function expression, or `{$…}`.
  mutating func parseComparable() throws(ExpressionError) -> FilterExpression.Comparable {
    guard let first = scanner.peek() else { throw scanner.error("a value is missing at the end") }
    if first == "@" || first == "$" { return .query(try parseQuery()) }
    if first == "'" || first == "\"" {
      switch try takeString() {
      case .text(let text): return .literal(.string(text))
      case .template(let template, let offset): return .template(template, offset: offset)
      }
    }
    if let (expression, offset) = try scanner.takeBracedExpression() {
      return .embedded(expression, offset: offset)
    }
    if let number = scanner.takeNumber() { return .literal(.number(number)) }
    if let literal = scanner.takeKeyword() { return .literal(literal) }
    if first >= "a" && first <= "z" { return .function(try parseFunction()) }
    throw scanner.error("\(scanner.found) can't begin a value")
  }

  private func checkComparable(
    _ comparable: FilterExpression.Comparable, at offset: Int
  ) throws(ExpressionError) {
    switch comparable {
    case .query(let query) where !query.isSingular:
      throw ExpressionError("a query that may find several nodes can't be compared", offset: offset)
    case .function(let call) where JSONPathFunction(rawValue: call.name)?.result != .value:
      throw ExpressionError("what '\(call.name)' gives can't be compared", offset: offset)
    default: break
    }
  }

  /// A test: that a query finds something, or what a function says.
  private func test(
    _ comparable: FilterExpression.Comparable, at offset: Int
  ) throws(ExpressionError) -> FilterExpression {
    switch comparable {
    case .query(let query): return .exists(query)
    case .function(let call):
      guard JSONPathFunction(rawValue: call.name)?.result != .value else {
        throw ExpressionError("what '\(call.name)' gives must be compared", offset: offset)
      }
      return .function(call)
    case .literal, .embedded, .template:
      throw ExpressionError("a value alone is no condition: it must be compared", offset: offset)
    }
  }
}
