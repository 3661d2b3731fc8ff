import ArazzoDocuments

extension JSONPathParser {
  /// `[ selector, … ]`.
  mutating func parseBrackets() throws(ExpressionError) -> [JSONPathQuery.Selector] {
    let open = scanner.position
    scanner.position += 1
    var selectors: [JSONPathQuery.Selector] = []
    repeat {
      scanner.skipBlank()
      selectors.append(try parseSelector())
      scanner.skipBlank()
    } while scanner.take(",")
    if scanner.isAtEnd { throw ExpressionError("this '[' has no ']'", offset: open) }
    guard scanner.take("]") else {
      if case .filter = selectors.last, scanner.peek() == "=" { throw unexpected() }
      throw scanner.error("',' or ']' is missing before \(scanner.found)")
    }
    return selectors
  }

  private mutating func parseSelector() throws(ExpressionError) -> JSONPathQuery.Selector {
    guard let first = scanner.peek() else { throw scanner.error("a selector is missing") }
    switch first {
    case "*":
      scanner.position += 1
      return .wildcard
    case "?":
      scanner.position += 1
      return .filter(try parseOr())
    case "'", "\"":
      switch try takeString() {
      case .text(let name): return .name(name)
      case .template(let template, let offset): return .template(template, offset: offset)
      }
    case "{":
      guard let (expression, offset) = try scanner.takeBracedExpression() else { break }
      return .embedded(expression, offset: offset)
    case "(" where language == .draft: return try parseScript()
    default:
      if first == "-" || first == ":" || first.isDigit { return try parseIndexOrSlice() }
    }
    throw scanner.error(
      "a selector is a quoted name, an index, a slice, '*' or a filter '?…', found \(scanner.found)"
    )
  }

  private mutating func parseIndexOrSlice() throws(ExpressionError) -> JSONPathQuery.Selector {
    let start = try takeInteger()
    let afterStart = scanner.position
    scanner.skipBlank()
    guard scanner.take(":") else {
      scanner.position = afterStart
      guard let start else { throw scanner.error("an index is missing") }
      return .index(start)
    }
    scanner.skipBlank()
    let end = try takeInteger()
    scanner.skipBlank()
    guard scanner.take(":") else { return .slice(start: start, end: end, step: 1) }
    scanner.skipBlank()
    return .slice(start: start, end: end, step: try takeInteger() ?? 1)
  }

  /// An integer in the range of I-JSON, without leading zeros.
  private mutating func takeInteger() throws(ExpressionError) -> Int? {
    let start = scanner.position
    let isNegative = scanner.take("-")
    let digits = scanner.takeRun { $0.isDigit }
    if digits.isEmpty {
      guard !isNegative else { throw scanner.error("digits are missing after '-'") }
      return nil
    }
    if digits.first == "0" && (digits.unicodeScalars.count > 1 || isNegative) {
      throw ExpressionError("an integer has no leading zero and '-0' is none", offset: start)
    }
    guard let value = Int(digits), value <= 9_007_199_254_740_991 else {
      throw ExpressionError("an integer lies within ±(2^53 - 1)", offset: start)
    }
    return isNegative ? -value : value
  }
}
