/// Parses a regular expression of ECMA-262 or RFC 9485.
///
/// All of ECMA-262 is supported except back references, which can't be matched in bounded time.
/// Characters are Unicode scalars, as with the flag `u`; escapes of signs that need none are read
/// as without it.
struct PatternParser {
  var scanner: PatternScanner
  let language: PatternLanguage
  var depth = 0
  /// What `(?ims:…)` has set.
  var flags = Flags()

  struct Flags {
    var isMultiline = false
    var dotMatchesAll = false
    var ignoresCase = false
  }

  init(_ scanner: PatternScanner, language: PatternLanguage) {
    self.scanner = scanner
    self.language = language
  }

  mutating func parseAll() throws(ExpressionError) -> PatternTree {
    let tree = try parseChoice()
    guard scanner.isAtEnd else { throw scanner.error("this ')' has no '('") }
    return tree
  }

  /// Alternatives up to the end or a `)`.
  mutating func parseChoice() throws(ExpressionError) -> PatternTree {
    guard depth < 64 else { throw scanner.error("this is nested more than 64 levels deep") }
    depth += 1
    defer { depth -= 1 }
    var options = [try parseSequence()]
    while scanner.take("|") { options.append(try parseSequence()) }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func parseSequence() throws(ExpressionError) -> PatternTree {
    var parts: [PatternTree] = []
    while !scanner.isAtEnd, scanner.peek() != "|", scanner.peek() != ")" {
      let term = try parseTerm()
      if case .text(let text) = term, case .text(let before)? = parts.last {
        parts[parts.count - 1] = .text(before + text)
      } else {
        parts.append(term)
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// An atom with its quantifier.
  private mutating func parseTerm() throws(ExpressionError) -> PatternTree {
    let start = scanner.position
    let isGroup = scanner.peek() == "("
    let atom = try parseAtom()
    guard let (minimum, maximum) = try takeQuantifier() else { return atom }
    switch atom {
    case .place where !isGroup:
      throw scanner.error("an assertion can't be repeated", at: start)
    case .behind where scanner.isLookBehind(at: start):
      throw scanner.error("a look-behind can't be repeated", at: start)
    default: break
    }
    return .repeated(atom, minimum: minimum, maximum: maximum)
  }

  private mutating func parseAtom() throws(ExpressionError) -> PatternTree {
    if let number = scanner.peekValue() {
      scanner.position += 1
      return .embedded(number)
    }
    let start = scanner.position
    switch scanner.takeScalar() {
    case "^": return .place(flags.isMultiline ? .lineStart : .start)
    case "$": return .place(flags.isMultiline ? .lineEnd : .end)
    case ".": return .set(dot)
    case "(": return try parseGroup(from: start)
    case "[": return try parseSet(from: start)
    case "\\": return try parseEscape(from: start)
    case "*", "+", "?":
      throw scanner.error("there is nothing to repeat here", at: start)
    case "{":
      try checkBrace(from: start)
      return .text("{")
    case let scalar?:
      guard language == .ecma || !"]}".unicodeScalars.contains(scalar) else {
        throw scanner.error("'\(scalar)' needs a backslash", at: start, suggestion: "\\\(scalar)")
      }
      return .text(String(scalar))
    case nil: throw scanner.error("a pattern is missing")
    }
  }

  private var dot: PatternTree.CharacterSet {
    if language == .iRegexp { return .strictDot }
    return flags.dotMatchesAll ? .everything : .dot
  }
}

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
          "in ECMA-262, flags need a group", at: start, suggestion: "(?i:…)")
      default: throw scanner.error("no group begins like this", at: start)
      }
    }
    guard flags.ignoresCase || !outer.ignoresCase else {
      throw scanner.error("a group can't match case inside a group that ignores it", at: start)
    }
    let ignoresCase = flags.ignoresCase && !outer.ignoresCase
    let tree = try parseChoice()
    return ignoresCase ? .ignoringCase(tree) : tree
  }
}

extension PatternParser {
  private typealias Bounds = (minimum: Int, maximum: Int?)

  /// `*`, `+`, `?` or `{…}` with what makes it lazy, which does not matter here.
  mutating func takeQuantifier() throws(ExpressionError) -> (minimum: Int, maximum: Int?)? {
    let start = scanner.position
    guard let bounds = try takeBounds() else { return nil }
    if let maximum = bounds.maximum, maximum < bounds.minimum {
      throw scanner.error("the bounds are in the wrong order", at: start)
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
      throw scanner.error("a quantifier can't follow another")
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
    let minimum = scanner.takeRun { $0.isDigit }
    guard !minimum.isEmpty else { return nil }
    let hasComma = scanner.take(",")
    let maximum = hasComma ? scanner.takeRun { $0.isDigit } : minimum
    guard scanner.take("}") else { return nil }
    guard minimum.utf8.count < 9, maximum.utf8.count < 9 else {
      throw scanner.error("the repeat count is too large", at: start)
    }
    return (Int(minimum) ?? 0, Int(maximum))
  }

  /// A brace that doesn't begin a quantifier is literal, unless it looks like one.
  func checkBrace(from start: Int) throws(ExpressionError) {
    var ahead = scanner
    let hint = "write \\{ for a literal brace"
    if try ahead.isAtCounts() {
      throw scanner.error("there is nothing to repeat here; \(hint)", at: start)
    }
    _ = ahead.takeRun { $0.isDigit || $0 == "," }
    if ahead.peekValue() != nil {
      throw scanner.error("a runtime expression can't be in a quantifier; \(hint)", at: start)
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
