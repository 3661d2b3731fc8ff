import ArazzoDocuments

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
      throw scanner.error("the brackets are empty", at: start)
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
        throw scanner.error("a range must be between two characters", at: start)
      }
      return [first, .single("-"), last]
    }
    guard (low.unicodeScalars.first ?? "\0") <= (high.unicodeScalars.first ?? "\0") else {
      throw scanner.error("the range is in the wrong order", at: start)
    }
    return [.range(low, high)]
  }

  private mutating func parseMember() throws(ExpressionError) -> PatternTree.Member {
    let start = scanner.position
    if scanner.peekValue() != nil {
      throw scanner.error("a runtime expression can't be inside '[' and ']'")
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

extension PatternParser {
  /// `{Lu}`, `{Letter}` or `{General_Category=Letter}` after `\p`: the short name.
  mutating func parseCategory(from start: Int) throws(ExpressionError) -> String {
    guard scanner.take("{") else {
      throw scanner.error("'\\p' must be followed by a category", at: start, suggestion: "\\p{L}")
    }
    let name = scanner.takeRun { $0.isLetter || $0.isDigit || $0 == "_" || $0 == "=" }
    guard scanner.take("}") else { throw scanner.error("this '{' has no '}'", at: start) }
    if Self.shortNames.contains(name), language == .ecma || name != "LC" { return name }
    guard language == .ecma else {
      throw scanner.error("RFC 9485 has no category '\(name)'", at: start, suggestion: "\\p{L}")
    }
    let value = name.split(separator: "=", omittingEmptySubsequences: false)
    if value.count == 2, value[0] == "gc" || value[0] == "General_Category" {
      if let short = Self.short(String(value[1])) { return short }
    } else if value.count == 1, let short = Self.short(name) {
      return short
    }
    throw scanner.error(
      "'\(name)' isn't a general category of Unicode; other properties aren't supported", at: start,
      suggestion: Suggestion.nearest(to: name, in: Self.longNames.keys.sorted()))
  }

  private static func short(_ name: String) -> String? {
    shortNames.contains(name) ? name : longNames[name]
  }

  private static let shortNames: Set<String> = [
    "L", "LC", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P",
    "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp",
    "C", "Cc", "Cf", "Co", "Cn",
  ]

  private static let longNames: [String: String] = [
    "Letter": "L", "Cased_Letter": "LC", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll",
    "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M",
    "Combining_Mark": "M", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc", "Enclosing_Mark": "Me",
    "Number": "N", "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl",
    "Other_Number": "No", "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc",
    "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe",
    "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Other_Punctuation": "Po",
    "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk",
    "Other_Symbol": "So", "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl",
    "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf",
    "Private_Use": "Co", "Unassigned": "Cn",
  ]
}

extension PatternParser {
  /// What follows a backslash outside of `[…]`.
  mutating func parseEscape(from start: Int) throws(ExpressionError) -> PatternTree {
    if language == .ecma {
      if scanner.take("b") { return .place(.wordBoundary) }
      if scanner.take("B") { return .place(.notWordBoundary) }
    }
    if let digit = scanner.peek(), digit.isDigit, digit != "0" || scanner.peek(1)?.isDigit == true {
      throw scanner.error(Self.noBackReferences, at: start)
    }
    switch try parseMemberEscape(from: start) {
    case .single(let text): return .text(text)
    case let member: return .set(.init([member]))
    }
  }

  private static let noBackReferences =
    "back references aren't supported: they can't be matched in bounded time"

  /// An escape that matches characters.
  mutating func parseMemberEscape(from start: Int) throws(ExpressionError) -> PatternTree.Member {
    guard let scalar = scanner.takeScalar() else {
      throw scanner.error("a character is missing after '\\'", at: start)
    }
    if scalar == "p" || scalar == "P" {
      return .category(try parseCategory(from: start), isNegated: scalar == "P")
    }
    if let control = Self.controls[scalar] { return .single(control) }
    guard language == .ecma else {
      guard "()*+-.?[]\\^{|}$".unicodeScalars.contains(scalar) else {
        throw scanner.error(
          "RFC 9485 has no '\\\(scalar)'", at: start, suggestion: Self.plainSpellings[scalar])
      }
      return .single(String(scalar))
    }
    if let kind = Self.kinds[scalar] { return kind }
    return .single(String(try parseCharacter(scalar, from: start)))
  }

  private static let controls: [Unicode.Scalar: String] = ["n": "\n", "r": "\r", "t": "\t"]

  private static let kinds: [Unicode.Scalar: PatternTree.Member] = [
    "d": .kind(.digit, isNegated: false), "D": .kind(.digit, isNegated: true),
    "w": .kind(.word, isNegated: false), "W": .kind(.word, isNegated: true),
    "s": .kind(.space, isNegated: false), "S": .kind(.space, isNegated: true),
  ]

  private static let plainSpellings: [Unicode.Scalar: String] = [
    "d": "[0-9]", "D": "[^0-9]", "w": "[A-Za-z0-9_]", "W": "[^A-Za-z0-9_]", "s": "[ \\t\\n\\r]",
    "S": "[^ \\t\\n\\r]",
  ]

  private mutating func parseCharacter(
    _ scalar: Unicode.Scalar, from start: Int
  ) throws(ExpressionError) -> Unicode.Scalar {
    switch scalar {
    case "f": return "\u{C}"
    case "v": return "\u{B}"
    case "0": return "\0"
    case "c":
      if let letter = scanner.takeScalar(), letter.isLetter {
        return Unicode.Scalar(UInt8(letter.value % 32))
      }
      throw scanner.error("a letter is missing after '\\c'", at: start)
    case "x":
      if let value = takeHex(2).flatMap(Unicode.Scalar.init) { return value }
      throw scanner.error("'\\x' needs two hexadecimal digits", at: start)
    case "u":
      if let value = takeCodePoint() { return value }
      throw scanner.error(
        "'\\u' needs four hexadecimal digits, and a surrogate its other half", at: start)
    case "k": throw scanner.error(Self.noBackReferences, at: start)
    default:
      guard scalar.isLetter || scalar.isDigit else { return scalar }
      throw scanner.error(
        "ECMA-262 has no '\\\(scalar)'", at: start,
        suggestion: scalar == "A" ? "^" : scalar.isOneOf("zZ") ? "$" : nil)
    }
  }

  /// `XXXX`, `XXXX\uXXXX` or `{X…}`.
  private mutating func takeCodePoint() -> Unicode.Scalar? {
    if scanner.take("{") {
      let digits = scanner.takeRun { $0.hexValue != nil }
      return scanner.take("}") ? UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) : nil
    }
    guard let high = takeHex(4) else { return nil }
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
    guard scanner.take("\\u"), let low = takeHex(4), (0xDC00...0xDFFF).contains(low) else {
      return nil
    }
    return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
  }

  private mutating func takeHex(_ count: Int) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = scanner.takeScalar()?.hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}

extension Unicode.Scalar {
  fileprivate func isOneOf(_ text: String) -> Bool { text.unicodeScalars.contains(self) }
}
