extension PatternParser {
  /// What follows a `(`.
  mutating func parseGroup(from start: Int) throws(ExpressionError) -> PatternTree {
    let outer = flags
    let tree = try parseGroupContent(from: start)
    flags = outer
    guard scanner.take(")") else { throw scanner.error("this '(' has no ')'", at: start) }
    return tree
  }

  private mutating func parseGroupContent(from start: Int) throws(ExpressionError) -> PatternTree {
    guard scanner.peek() == "?" else { return try parseChoice() }
    guard language == .ecma else {
      throw scanner.error("RFC 9485 has no groups that begin with '(?'")
    }
    if scanner.take("?:") { return try parseChoice() }
    if scanner.take("?=") { return .ahead(try parseChoice(), isNegated: false) }
    if scanner.take("?!") { return .ahead(try parseChoice(), isNegated: true) }
    if scanner.take("?<=") { return .behind(try parseChoice(), isNegated: false) }
    if scanner.take("?<!") { return .behind(try parseChoice(), isNegated: true) }
    if scanner.take("?<") { return try parseNamed(from: start) }
    if scanner.take("?P<") {
      throw scanner.error("a named group is '(?<name>…)' in ECMA-262", at: start)
    }
    if scanner.take("?>") {
      throw scanner.error("ECMA-262 has no atomic groups", at: start, suggestion: "(?:…)")
    }
    return try parseWithFlags(from: start)
  }

  private mutating func parseNamed(from start: Int) throws(ExpressionError) -> PatternTree {
    let name = scanner.takeRun { ($0.isNameCharacter && $0 != "-") || $0 == "$" }
    guard let first = name.unicodeScalars.first, !first.isDigit, scanner.take(">") else {
      throw scanner.error("a named group is '(?<name>…)'", at: start)
    }
    return try parseChoice()
  }

  /// `(?i:…)` and the like.
  private mutating func parseWithFlags(from start: Int) throws(ExpressionError) -> PatternTree {
    scanner.position += 1
    let outer = flags
    var turnsOn = true
    while let scalar = scanner.takeScalar(), scalar != ":" {
      switch scalar {
      case "i": flags.ignoresCase = turnsOn
      case "m": flags.isMultiline = turnsOn
      case "s": flags.dotMatchesAll = turnsOn
      case "-" where turnsOn: turnsOn = false
      case ")":
        throw scanner.error(
          "flags have a group of their own in ECMA-262", at: start, suggestion: "(?i:…)")
      default: throw scanner.error("there is no group that begins like this", at: start)
      }
    }
    guard flags.ignoresCase || !outer.ignoresCase else {
      throw scanner.error("case can't matter again inside a group where it does not", at: start)
    }
    let ignoresCase = flags.ignoresCase && !outer.ignoresCase
    let tree = try parseChoice()
    return ignoresCase ? .ignoringCase(tree) : tree
  }
}
