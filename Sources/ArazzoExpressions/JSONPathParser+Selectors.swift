import ArazzoDocuments

extension JSONPathParser {
  /// `[ selector, … ]`.
  mutating func parseBrackets() throws(ExpressionError) -> [ParsedQuery.Selector] {
    let open = scanner.position
    scanner.position += 1
    var selectors: [ParsedQuery.Selector] = []
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

  private mutating func parseSelector() throws(ExpressionError) -> ParsedQuery.Selector {
    guard let first = scanner.peek() else { throw scanner.error("a selector is missing") }
    switch first {
    case "*":
      scanner.position += 1
      return .wildcard
    case "?":
      scanner.position += 1
      return .filter(try parseOr())
    case "'", "\"":
      let quoted = try takeString()
      if case .literal(.string(let name)) = quoted { return .name(name) }
      return .child(quoted)
    case "{":
      guard let (expression, offset) = try scanner.takeBracedExpression() else { break }
      return .child(.expression(expression, offset: offset))
    case "(" where language == .draft: return try parseScript()
    default:
      if first == "-" || first == ":" || first.isDigit { return try parseIndexOrSlice() }
    }
    throw scanner.error(
      "a selector is a quoted name, an index, a slice, '*' or a filter '?…', found \(scanner.found)"
    )
  }

  private mutating func parseIndexOrSlice() throws(ExpressionError) -> ParsedQuery.Selector {
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
      throw ExpressionError("an integer can't have leading zeros or be '-0'", offset: start)
    }
    guard let value = Int(digits), value <= 9_007_199_254_740_991 else {
      throw ExpressionError("an integer must be within ±(2^53 - 1)", offset: start)
    }
    return isNegative ? -value : value
  }
}

extension JSONPathParser {
  /// An operand, alone or on a side of a comparison.
  enum Term {
    case operand(ParsedQuery.Operand)
    /// The result of `match` or `search`.
    case test(ParsedQuery.Filter, JSONPathFunction)
  }

  /// `basic-expr`: a group, a negation, a comparison or a test.
  mutating func parseBasic() throws(ExpressionError) -> ParsedQuery.Filter {
    if scanner.peek() == "(" { return try parseGroup() }
    if scanner.peek() == "!" && scanner.peek(1) != "=" {
      scanner.position += 1
      scanner.skipBlank()
      if scanner.peek() == "(" { return .not(try parseGroup()) }
      let start = scanner.position
      return .not(try test(try parseTerm(), at: start))
    }
    let start = scanner.position
    let term = try parseTerm()
    let end = scanner.position
    scanner.skipBlank()
    guard let comparison = scanner.takeComparisonOperator() else {
      scanner.position = end
      return try test(term, at: start)
    }
    let left = try comparable(term, at: start)
    scanner.skipBlank()
    let rightStart = scanner.position
    let right = try comparable(try parseTerm(), at: rightStart)
    return .comparison(comparison, length(left), length(right))
  }

  /// A literal, a query, a function expression, or `{$…}`.
  mutating func parseTerm() throws(ExpressionError) -> Term {
    guard let first = scanner.peek() else { throw scanner.error("a value is missing at the end") }
    if first == "@" || first == "$" { return .operand(.query(try parseQuery())) }
    if first == "'" || first == "\"" { return .operand(.value(try takeString())) }
    if let (expression, offset) = try scanner.takeBracedExpression() {
      return .operand(.value(.expression(expression, offset: offset)))
    }
    if let literal = scanner.takeNumber().map({ Literal.number($0) }) ?? scanner.takeKeyword() {
      return .operand(.value(.literal(literal)))
    }
    if first >= "a" && first <= "z" { return try parseFunction() }
    throw scanner.error("expected a value before \(scanner.found)")
  }

  /// A side of a comparison.
  private func comparable(
    _ term: Term, at offset: Int
  ) throws(ExpressionError) -> ParsedQuery.Operand {
    switch term {
    case .operand(.query(let query)) where !query.isSingular:
      throw ExpressionError("a query that may find several nodes can't be compared", offset: offset)
    case .operand(let operand): return operand
    case .test(_, let function):
      throw ExpressionError(
        "the result of '\(function.rawValue)' can't be compared", offset: offset)
    }
  }

  /// A test: whether a query finds a node, or a function's result.
  private func test(_ term: Term, at offset: Int) throws(ExpressionError) -> ParsedQuery.Filter {
    let function: JSONPathFunction
    switch term {
    case .test(let filter, _): return filter
    case .operand(.query(let query)): return .exists(query)
    case .operand(.value):
      throw ExpressionError(
        "a value alone isn't a condition; compare it with another", offset: offset)
    case .operand(.length): function = .length
    case .operand(.count): function = .count
    case .operand(.valueOf): function = .value
    }
    throw ExpressionError("the result of '\(function.rawValue)' must be compared", offset: offset)
  }
}

extension JSONPathParser {
  /// `name(argument, …)`, well-typed.
  mutating func parseFunction() throws(ExpressionError) -> Term {
    try enter()
    defer { depth -= 1 }
    let start = scanner.position
    let name = scanner.takeRun { ($0 >= "a" && $0 <= "z") || $0 == "_" || $0.isDigit }
    guard scanner.peek() == "(" else {
      throw ExpressionError("'\(name)' isn't a value; put strings in quotes", offset: start)
    }
    let names = JSONPathFunction.allCases.map(\.rawValue)
    guard let function = JSONPathFunction(rawValue: name) else {
      throw ExpressionError(
        "unknown function '\(name)'; the functions are \(names.listed(by: "and"))", offset: start,
        mending: start..<scanner.position, suggestion: Suggestion.nearest(to: name, in: names))
    }
    let arguments = try parseArguments(of: function)
    guard let term = term(function, arguments, at: start) else {
      throw ExpressionError(
        "'\(name)' takes \(function.parameters.count), not \(arguments.count) arguments",
        offset: start)
    }
    return term
  }

  /// - Returns: `nil` where these are not the arguments that the function takes.
  private func term(
    _ function: JSONPathFunction, _ arguments: [ParsedQuery.Operand], at offset: Int
  ) -> Term? {
    guard arguments.count == function.parameters.count, let first = arguments.first,
      let last = arguments.last
    else { return nil }
    switch (function, first) {
    case (.length, _): return .operand(.length(first))
    case (.count, .query(let query)): return .operand(.count(query))
    case (.value, .query(let query)): return .operand(.valueOf(query))
    case (.count, _), (.value, _): return nil
    case (.match, _), (.search, _):
      let isWhole = function == .match
      guard case .value(let value) = last,
        let pattern = WrittenPattern(value, of: function, at: offset)
      else {
        return .test(.foundPattern(first, last, isWhole: isWhole), function)
      }
      return .test(.pattern(first, pattern, isWhole: isWhole), function)
    }
  }

  private mutating func parseArguments(
    of function: JSONPathFunction
  ) throws(ExpressionError) -> [ParsedQuery.Operand] {
    scanner.position += 1
    scanner.skipBlank()
    var arguments: [ParsedQuery.Operand] = []
    if scanner.take(")") { return arguments }
    repeat {
      scanner.skipBlank()
      let kind = function.parameters.dropFirst(arguments.count).first ?? .value
      arguments.append(try parseArgument(of: function, kind: kind))
      scanner.skipBlank()
    } while scanner.take(",")
    guard scanner.take(")") else {
      throw scanner.error("',' or ')' is missing before \(scanner.found)")
    }
    return arguments
  }

  /// An argument for a parameter of `kind`. No function of the RFC takes a logical expression.
  private mutating func parseArgument(
    of function: JSONPathFunction, kind: JSONPathFunction.Parameter
  ) throws(ExpressionError) -> ParsedQuery.Operand {
    let start = scanner.position
    let name = function.rawValue
    switch try parseTerm() {
    case .operand(.query(let query)):
      guard kind == .nodes || query.isSingular else {
        throw ExpressionError("'\(name)' takes a query that finds one node", offset: start)
      }
      return .query(query)
    case _ where kind == .nodes:
      throw ExpressionError("'\(name)' takes a query", offset: start)
    case .operand(let operand): return operand
    case .test(_, let inner):
      throw ExpressionError("'\(name)' can't take the result of '\(inner.rawValue)'", offset: start)
    }
  }
}
