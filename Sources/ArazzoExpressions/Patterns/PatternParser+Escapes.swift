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
    "back references are not supported: no method matches them in bounded time"

  /// What follows a backslash and stands for characters.
  mutating func parseMemberEscape(from start: Int) throws(ExpressionError) -> PatternTree.Member {
    guard let scalar = scanner.takeScalar() else {
      throw scanner.error("something is missing after the '\\'", at: start)
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
