import ArazzoDocuments

extension JSONPathParser {
  /// What stands in quotes: text, or text with `{$…}` in it, which begins at `offset`.
  enum QuotedString {
    case text(String)
    case template(StringTemplate, offset: Int)
  }

  /// A string literal of RFC 9535, in single or double quotes.
  mutating func takeString() throws(ExpressionError) -> QuotedString {
    let start = scanner.position
    guard let quote = scanner.takeScalar() else { throw scanner.error("a string is missing") }
    var content = String.UnicodeScalarView()
    while let scalar = scanner.takeScalar() {
      if scalar == quote { return try quoted(String(content), at: start + 1) }
      if scalar == "\\" {
        content.append(try takeEscape(in: quote))
      } else if scalar.value < 0x20 {
        scanner.position -= 1
        throw scanner.error("a control character in a string is written as an escape")
      } else {
        content.append(scalar)
      }
    }
    throw ExpressionError("the quote is not closed", offset: start)
  }

  private func quoted(_ text: String, at offset: Int) throws(ExpressionError) -> QuotedString {
    do {
      let template = try StringTemplate.parseBraced(text)
      guard case .text(let text) = template else { return .template(template, offset: offset) }
      guard let expression = text.unbracedExpression else { return .text(text) }
      return .template(
        .parts([.expression(expression, offset: 0, isBraced: false)]), offset: offset)
    } catch {
      throw error.shifted(by: offset)
    }
  }

  /// What follows a backslash.
  private mutating func takeEscape(
    in quote: Unicode.Scalar
  ) throws(ExpressionError) -> Unicode.Scalar {
    let start = scanner.position - 1
    switch scanner.takeScalar() {
    case quote: return quote
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "/": return "/"
    case "\\": return "\\"
    case "u":
      if let scalar = takeCodePoint() { return scalar }
      throw ExpressionError(
        "'\\u' needs four hexadecimal digits, and a surrogate its other half", offset: start)
    default:
      throw ExpressionError(
        "no such escape; there are \\b \\f \\n \\r \\t \\/ \\\\ \\uXXXX and the quote",
        offset: start)
    }
  }

  /// The code point of `XXXX` or of a pair of surrogates.
  private mutating func takeCodePoint() -> Unicode.Scalar? {
    guard let high = takeHex() else { return nil }
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
    guard scanner.take("\\u"), let low = takeHex(), (0xDC00...0xDFFF).contains(low) else {
      return nil
    }
    return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
  }

  private mutating func takeHex() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = scanner.takeScalar()?.hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}

extension String {
  /// The text as a runtime expression that lacks its braces (dialect P1): of a value that has a name.
  fileprivate var unbracedExpression: ParsedExpression? {
    guard hasPrefix("$"), contains("."), !contains(where: \.isWhitespace) else { return nil }
    return try? RuntimeExpression.parse(self)
  }
}
