import ArazzoDocuments

extension XPathParser {
  /// `PathExpr`: a location path, or a primary expression with predicates and steps behind it.
  mutating func parsePath() throws(ExpressionError) -> ParsedXPath {
    scanner.skipBlank()
    if scanner.take("//") {
      return .path(.init(start: .root, steps: try parseSteps(after: [.anywhere])))
    }
    if scanner.take("/") {
      scanner.skipBlank()
      let steps = beginsStep ? try parseSteps(after: []) : []
      return .path(.init(start: .root, steps: steps))
    }
    let start = scanner.position
    guard let primary = try parsePrimary() else {
      return .path(.init(start: .context, steps: try parseSteps(after: [])))
    }
    return try parseTail(of: primary, from: start)
  }

  /// The part after a primary expression: predicates, then steps.
  private mutating func parseTail(
    of primary: ParsedXPath, from start: Int
  ) throws(ExpressionError) -> ParsedXPath {
    var expression = primary
    scanner.skipBlank()
    if scanner.peek() == "[" {
      try checkNodes(primary, "'[…]' needs a node-set before it", at: start)
      expression = .filtered(primary, predicates: try parsePredicates())
    }
    guard scanner.peek() == "/" else { return expression }
    try checkNodes(expression, "'/' needs a node-set before it", at: start)
    let steps = try parseStepsAfterSlash([])
    return .path(.init(start: .nodes(expression), steps: steps))
  }

  /// Steps with `/` and `//` between them.
  private mutating func parseSteps(
    after first: [ParsedXPath.Step]
  ) throws(ExpressionError) -> [ParsedXPath.Step] {
    try parseStepsAfterSlash(first + [try parseStep()])
  }

  private mutating func parseStepsAfterSlash(
    _ first: [ParsedXPath.Step]
  ) throws(ExpressionError) -> [ParsedXPath.Step] {
    var steps = first
    scanner.skipBlank()
    while scanner.take("/") {
      if scanner.take("/") { steps.append(.anywhere) }
      steps.append(try parseStep())
      scanner.skipBlank()
    }
    return steps
  }

  /// Whether a step can begin here, after `/`.
  private var beginsStep: Bool {
    guard let next = scanner.peek() else { return false }
    return next.isXPathNameStart || "*@.({'\"$".unicodeScalars.contains(next) || next.isDigit
  }

  private mutating func parseStep() throws(ExpressionError) -> ParsedXPath.Step {
    scanner.skipBlank()
    if scanner.take("..") { return try afterDots(.init(axis: .parent, test: .node)) }
    if scanner.peek() == ".", !(scanner.peek(1)?.isDigit ?? false) {
      scanner.position += 1
      return try afterDots(.init(axis: .itself, test: .node))
    }
    let axis = try parseAxis()
    scanner.skipBlank()
    let test = try parseNodeTest()
    scanner.skipBlank()
    return .init(axis: axis, test: test, predicates: try parsePredicates())
  }

  /// `.` and `..` take no predicate in version 1.0.
  private mutating func afterDots(
    _ step: ParsedXPath.Step
  ) throws(ExpressionError) -> ParsedXPath.Step {
    scanner.skipBlank()
    guard scanner.peek() == "[" else { return step }
    throw scanner.error(
      "a predicate after '.' or '..' is XPath 2.0; in 1.0 write \(step.axis.rawValue)::node()[…]")
  }

  mutating func parsePredicates() throws(ExpressionError) -> [ParsedXPath] {
    var predicates: [ParsedXPath] = []
    scanner.skipBlank()
    while scanner.peek() == "[" {
      let open = scanner.position
      scanner.position += 1
      scanner.skipBlank()
      if scanner.peek() == "]" { throw scanner.error("the predicate is empty") }
      predicates.append(try parseOr())
      scanner.skipBlank()
      if scanner.isAtEnd { throw ExpressionError("this '[' has no ']'", offset: open) }
      guard scanner.take("]") else { throw unexpected() }
      scanner.skipBlank()
    }
    return predicates
  }

  private mutating func parseAxis() throws(ExpressionError) -> ParsedXPath.Axis {
    if scanner.take("@") { return .attribute }
    let start = scanner.position
    let name = takeName()
    scanner.skipBlank()
    guard !name.isEmpty, scanner.take("::") else {
      scanner.position = start
      return .child
    }
    guard let axis = ParsedXPath.Axis(rawValue: name) else {
      let names = ParsedXPath.Axis.allCases.map(\.rawValue)
      throw ExpressionError(
        "unknown axis '\(name)'; the axes are \(names.listed(by: "and"))", offset: start,
        mending: start..<(start + name.unicodeScalars.count),
        suggestion: Suggestion.nearest(to: name, in: names))
    }
    return axis
  }
}

extension XPathParser {
  /// A literal, a group, a function call or `{$…}`; nil where a step begins.
  mutating func parsePrimary() throws(ExpressionError) -> ParsedXPath? {
    guard let first = scanner.peek() else { throw scanner.error("a value is missing at the end") }
    switch first {
    case "(": return try parseGroup()
    case "'", "\"": return try parseString()
    case "$":
      throw scanner.error(
        "'$' begins a variable, and workflows have none; put a runtime expression in braces: {$…}")
    case "{":
      guard let (expression, offset) = try scanner.takeBracedExpression() else { break }
      return .value(.expression(expression, offset: offset))
    default:
      if first.isDigit || first == "." && (scanner.peek(1)?.isDigit ?? false) {
        return try parseNumber()
      }
      return try parseCall()
    }
    throw scanner.error("expected a value before \(scanner.found)")
  }

  private mutating func parseGroup() throws(ExpressionError) -> ParsedXPath {
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
  mutating func parseString() throws(ExpressionError) -> ParsedXPath {
    let start = scanner.position
    guard let quote = scanner.takeScalar(), let end = scanner.offset(of: quote) else {
      throw ExpressionError("this quote isn't closed", offset: start)
    }
    let text = scanner.text(from: start + 1, to: end)
    scanner.position = end + 1
    if scanner.peek() == quote { throw later("a doubled quote in a string", at: end) }
    do {
      let template = try StringTemplate.parseBraced(text)
      if case .text(let text) = template { return .string(text) }
      return .value(.template(template, offset: start + 1))
    } catch {
      throw error.shifted(by: start + 1)
    }
  }

  private mutating func parseNumber() throws(ExpressionError) -> ParsedXPath {
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
  private mutating func parseCall() throws(ExpressionError) -> ParsedXPath? {
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
    of function: ParsedXPath.Function, from start: Int
  ) throws(ExpressionError) -> [ParsedXPath] {
    let open = scanner.position
    scanner.position += 1
    var arguments: [ParsedXPath] = []
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
    count: Int, of function: ParsedXPath.Function, at offset: Int
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
