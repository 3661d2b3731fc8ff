import ArazzoDocuments

extension XPathParser {
  /// `PathExpr`: a location path, or a primary expression with predicates and steps behind it.
  mutating func parsePath() throws(ExpressionError) -> XPathExpression {
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

  /// What stands behind a primary expression: predicates, then steps.
  private mutating func parseTail(
    of primary: XPathExpression, from start: Int
  ) throws(ExpressionError) -> XPathExpression {
    var expression = primary
    scanner.skipBlank()
    if scanner.peek() == "[" {
      try checkNodes(primary, "'[…]' filters a node-set", at: start)
      expression = .filtered(primary, predicates: try parsePredicates())
    }
    guard scanner.peek() == "/" else { return expression }
    try checkNodes(expression, "'/' goes on from a node-set", at: start)
    let steps = try parseStepsAfterSlash([])
    return .path(.init(start: .nodes(expression), steps: steps))
  }

  /// Steps with `/` and `//` between them.
  private mutating func parseSteps(
    after first: [XPathExpression.Step]
  ) throws(ExpressionError) -> [XPathExpression.Step] {
    try parseStepsAfterSlash(first + [try parseStep()])
  }

  private mutating func parseStepsAfterSlash(
    _ first: [XPathExpression.Step]
  ) throws(ExpressionError) -> [XPathExpression.Step] {
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

  private mutating func parseStep() throws(ExpressionError) -> XPathExpression.Step {
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
    _ step: XPathExpression.Step
  ) throws(ExpressionError) -> XPathExpression.Step {
    scanner.skipBlank()
    guard scanner.peek() == "[" else { return step }
    throw scanner.error(
      "a predicate behind '.' or '..' is XPath 2.0; in 1.0 write \(step.axis.rawValue)::node()[…]")
  }

  mutating func parsePredicates() throws(ExpressionError) -> [XPathExpression] {
    var predicates: [XPathExpression] = []
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

  private mutating func parseAxis() throws(ExpressionError) -> XPathExpression.Axis {
    if scanner.take("@") { return .attribute }
    let start = scanner.position
    let name = takeName()
    scanner.skipBlank()
    guard !name.isEmpty, scanner.take("::") else {
      scanner.position = start
      return .child
    }
    guard let axis = XPathExpression.Axis(rawValue: name) else {
      let names = XPathExpression.Axis.allCases.map(\.rawValue)
      throw ExpressionError(
        "there is no axis '\(name)', only \(names.joined(separator: ", "))", offset: start,
        suggestion: Suggestion.nearest(to: name, in: names))
    }
    return axis
  }
}
