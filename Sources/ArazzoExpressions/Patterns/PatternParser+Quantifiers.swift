extension PatternParser {
  private typealias Bounds = (least: Int, most: Int?)

  /// `*`, `+`, `?` or `{…}` with what makes it lazy, which does not matter here.
  mutating func takeQuantifier() throws(ExpressionError) -> (least: Int, most: Int?)? {
    let start = scanner.position
    guard let bounds = try takeBounds() else { return nil }
    if let most = bounds.most, most < bounds.least {
      throw scanner.error("the bounds are the wrong way round", at: start)
    }
    if scanner.peek() == "?" {
      guard language == .ecma else {
        throw scanner.error("RFC 9485 has no lazy quantifiers; leave out the '?'")
      }
      scanner.position += 1
    }
    if scanner.peek() == "+" {
      throw scanner.error("ECMA-262 has no possessive quantifiers; leave out the '+'")
    }
    if let next = scanner.peek(), next == "*" || next == "?" {
      throw scanner.error("one quantifier follows another")
    }
    return bounds
  }

  private mutating func takeBounds() throws(ExpressionError) -> Bounds? {
    if scanner.take("*") { return (0, nil) }
    if scanner.take("+") { return (1, nil) }
    if scanner.take("?") { return (0, 1) }
    guard scanner.peek() == "{" else { return nil }
    let start = scanner.position
    scanner.position += 1
    let bounds = try takeCounts()
    if bounds == nil { scanner.position = start }
    return bounds
  }

  /// `3}`, `3,}` or `3,5}`.
  private mutating func takeCounts() throws(ExpressionError) -> Bounds? {
    let start = scanner.position
    let least = scanner.takeRun { $0.isDigit }
    guard !least.isEmpty else { return nil }
    let hasComma = scanner.take(",")
    let most = hasComma ? scanner.takeRun { $0.isDigit } : least
    guard scanner.take("}") else { return nil }
    guard least.utf8.count < 9, most.utf8.count < 9 else {
      throw scanner.error("nothing is repeated that often", at: start)
    }
    return (Int(least) ?? 0, Int(most))
  }

  /// A brace that begins no quantifier stands for itself, unless it looks like one.
  func checkBrace(from start: Int) throws(ExpressionError) {
    var ahead = scanner
    let hint = "write \\{ for the sign itself"
    if try ahead.isAtCounts() {
      throw scanner.error("there is nothing that this could repeat; \(hint)", at: start)
    }
    _ = ahead.takeRun { $0.isDigit || $0 == "," }
    if ahead.peekValue() != nil {
      throw scanner.error("a value can't stand in a quantifier; \(hint)", at: start)
    }
    guard language == .ecma else {
      throw scanner.error("'{' needs a backslash", at: start, suggestion: "\\{")
    }
  }
}

extension PatternScanner {
  /// Whether `3}`, `3,}` or `3,5}` follows.
  fileprivate func isAtCounts() throws(ExpressionError) -> Bool {
    var ahead = self
    guard !ahead.takeRun(where: { $0.isDigit }).isEmpty else { return false }
    if ahead.take(",") { _ = ahead.takeRun { $0.isDigit } }
    return ahead.take("}")
  }
}
