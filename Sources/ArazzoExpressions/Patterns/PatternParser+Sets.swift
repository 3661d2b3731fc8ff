extension PatternParser {
  /// What follows a `[`.
  mutating func parseSet(from start: Int) throws(ExpressionError) -> PatternTree {
    let isInverted = scanner.take("^")
    var members: [PatternTree.Member] = []
    while !scanner.take("]") {
      if scanner.isAtEnd { throw scanner.error("this '[' has no ']'", at: start) }
      members += try parseRange(isFirst: members.isEmpty)
    }
    if members.isEmpty, language == .iRegexp {
      throw scanner.error("there is no character between the brackets", at: start)
    }
    return .set(.init(isInverted: isInverted, members))
  }

  /// A member, or two with a `-` between them.
  private mutating func parseRange(
    isFirst: Bool
  ) throws(ExpressionError) -> [PatternTree.Member] {
    let start = scanner.position
    let first = try parseMember()
    guard scanner.peek() == "-", scanner.peek(1) != "]" else { return [first] }
    if language == .iRegexp, case .single("-") = first, isFirst { return [first] }
    scanner.position += 1
    let last = try parseMember()
    guard case .single(let low) = first, case .single(let high) = last else {
      guard language == .ecma else {
        throw scanner.error("a range goes from one character to another", at: start)
      }
      return [first, .single("-"), last]
    }
    guard (low.unicodeScalars.first ?? "\0") <= (high.unicodeScalars.first ?? "\0") else {
      throw scanner.error("the range is the wrong way round", at: start)
    }
    return [.range(low, high)]
  }

  private mutating func parseMember() throws(ExpressionError) -> PatternTree.Member {
    let start = scanner.position
    if scanner.peekValue() != nil {
      throw scanner.error("a value can't stand between '[' and ']'")
    }
    guard let scalar = scanner.takeScalar() else { throw scanner.error("a ']' is missing") }
    guard scalar == "\\" else {
      guard language == .ecma || scalar != "[" else {
        throw scanner.error("'[' needs a backslash here", at: start, suggestion: "\\[")
      }
      return .single(String(scalar))
    }
    if language == .ecma, scanner.take("b") { return .single("\u{8}") }
    return try parseMemberEscape(from: start)
  }
}
