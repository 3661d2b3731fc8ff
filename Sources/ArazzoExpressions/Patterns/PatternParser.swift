/// Reads a regular expression of ECMA-262 or RFC 9485.
///
/// Of ECMA-262 everything is read but back references, which no method matches in bounded time.
/// Characters are Unicode scalars, as with the flag `u`; escapes of signs that need none are read as
/// without it.
struct PatternParser {
  var scanner: PatternScanner
  let language: ParsedPattern.Language
  var depth = 0
  /// What `(?ims:…)` has set.
  var flags = Flags()

  struct Flags {
    var isMultiline = false
    var dotMatchesAll = false
    var ignoresCase = false
  }

  init(_ scanner: PatternScanner, language: ParsedPattern.Language) {
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
    guard let (least, most) = try takeQuantifier() else { return atom }
    switch atom {
    case .place where !isGroup:
      throw scanner.error("a place in the text can't be repeated", at: start)
    case .behind where scanner.isLookBehind(at: start):
      throw scanner.error("a look-behind can't be repeated", at: start)
    default: break
    }
    return .repeated(atom, least: least, most: most)
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
      throw scanner.error("there is nothing that this could repeat", at: start)
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
