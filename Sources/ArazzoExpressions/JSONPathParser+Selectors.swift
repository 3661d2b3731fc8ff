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

/// The function extensions of RFC 9535 with their types.
enum JSONPathFunction: String, CaseIterable {
  case length, count, match, search, value

  enum ValueKind { case value, logical, nodes }

  var parameters: [ValueKind] {
    switch self {
    case .length: [.value]
    case .count, .value: [.nodes]
    case .match, .search: [.value, .value]
    }
  }

  var result: ValueKind {
    switch self {
    case .length, .count, .value: .value
    case .match, .search: .logical
    }
  }
}

extension JSONPathParser {
  /// `name(argument, …)`, well-typed.
  mutating func parseFunction() throws(ExpressionError) -> FilterExpression.FunctionCall {
    try enter()
    defer { depth -= 1 }
    let start = scanner.position
    let name = scanner.takeRun { ($0 >= "a" && $0 <= "z") || $0 == "_" || $0.isDigit }
    guard scanner.peek() == "(" else {
      throw ExpressionError("'\(name)' is no value: strings stand in quotes", offset: start)
    }
    let names = JSONPathFunction.allCases.map(\.rawValue)
    guard let function = JSONPathFunction(rawValue: name) else {
      throw ExpressionError(
        "there is no function '\(name)', only \(names.joined(separator: ", "))", offset: start,
        suggestion: Suggestion.nearest(to: name, in: names))
    }
    let arguments = try parseArguments(of: function)
    guard arguments.count == function.parameters.count else {
      throw ExpressionError(
        "'\(name)' takes \(function.parameters.count), not \(arguments.count) arguments",
        offset: start)
    }
    return .init(name: name, arguments: arguments, offset: start)
  }

  private mutating func parseArguments(
    of function: JSONPathFunction
  ) throws(ExpressionError) -> [FilterExpression.Argument] {
    scanner.position += 1
    scanner.skipBlank()
    var arguments: [FilterExpression.Argument] = []
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
    of function: JSONPathFunction, kind: JSONPathFunction.ValueKind
  ) throws(ExpressionError) -> FilterExpression.Argument {
    let start = scanner.position
    let comparable = try parseComparable()
    let name = function.rawValue
    switch comparable {
    case .query(let query):
      guard kind == .nodes || query.isSingular else {
        throw ExpressionError("'\(name)' takes a query that finds one node", offset: start)
      }
      return .query(query)
    case _ where kind == .nodes:
      throw ExpressionError("'\(name)' takes a query", offset: start)
    case .function(let call):
      guard JSONPathFunction(rawValue: call.name)?.result == kind else {
        throw ExpressionError("'\(name)' can't take what '\(call.name)' gives", offset: start)
      }
      return .function(call)
    case .literal(let literal): return .literal(literal)
    case .embedded(let expression, let offset): return .embedded(expression, offset: offset)
    case .template(let template, let offset): return .template(template, offset: offset)
    }
  }
}
