import ArazzoDocuments

extension ParsedQuery {
  /// Reads an RFC 9535 query, to the letter; only `{$…}` goes beyond it (rule C6), and what a
  /// document that names the draft may write.
  ///
  /// Function expressions are checked for well-typedness, so what this returns can be evaluated.
  package static func parse(
    _ text: String, language: JSONPathLanguage = .rfc9535
  ) throws(ExpressionError) -> ParsedQuery {
    var parser = JSONPathParser(TextScanner(text), language: language)
    let query = try parser.parseQuery()
    guard parser.scanner.isAtEnd else {
      throw parser.scanner.error("\(parser.scanner.found) can't follow the query")
    }
    return query
  }
}

struct JSONPathParser: LogicalParser {
  var scanner: TextScanner
  let language: JSONPathLanguage
  var depth = 0

  init(_ scanner: TextScanner, language: JSONPathLanguage) {
    self.scanner = scanner
    self.language = language
  }

  /// `$` or `@` and its segments.
  mutating func parseQuery() throws(ExpressionError) -> ParsedQuery {
    let root: JSONPathRoot
    if scanner.take("$") {
      root = .root
    } else if scanner.peek() == "@", depth > 0 {
      scanner.position += 1
      root = .current
    } else if scanner.peek() == "@" {
      throw scanner.error("'@' refers to a node only inside a filter", suggestion: "$")
    } else {
      throw scanner.error("a query must begin with '$', found \(scanner.found)")
    }
    return ParsedQuery(root: root, segments: try parseSegments())
  }

  private mutating func parseSegments() throws(ExpressionError) -> [ParsedQuery.Segment] {
    var segments: [ParsedQuery.Segment] = []
    while true {
      let start = scanner.position
      scanner.skipBlank()
      if scanner.peek() == "[" {
        segments.append(.init(isDescendant: false, selectors: try parseBrackets()))
      } else if scanner.take("..") {
        let selectors = scanner.peek() == "[" ? try parseBrackets() : [try parseShorthand()]
        segments.append(.init(isDescendant: true, selectors: selectors))
      } else if scanner.take(".") {
        segments.append(.init(isDescendant: false, selectors: [try parseShorthand()]))
      } else {
        scanner.position = start
        return segments
      }
    }
  }

  /// `*` or a name after a dot.
  private mutating func parseShorthand() throws(ExpressionError) -> ParsedQuery.Selector {
    if scanner.take("*") { return .wildcard }
    if let (expression, offset) = try scanner.takeBracedExpression() {
      return .child(.expression(expression, offset: offset))
    }
    guard let first = scanner.peek(), first.isNameCharacter, first != "-", !first.isDigit else {
      throw scanner.error(
        "'.' needs a name or '*', found \(scanner.found); write other names as ['…']")
    }
    return .name(scanner.takeRun { $0.isNameCharacter && $0 != "-" })
  }
}

extension JSONPathParser {
  /// A string literal of RFC 9535, in single or double quotes: text, or text with `{$…}` in it.
  mutating func takeString() throws(ExpressionError) -> WrittenValue {
    let start = scanner.position
    guard let quote = scanner.takeScalar() else { throw scanner.error("a string is missing") }
    var content = String.UnicodeScalarView()
    while let scalar = scanner.takeScalar() {
      if scalar == quote { return try quoted(String(content), at: start + 1) }
      if scalar == "\\" {
        content.append(try takeEscape(in: quote))
      } else if scalar.value < 0x20 {
        scanner.position -= 1
        throw scanner.error("a control character in a string must be escaped")
      } else {
        content.append(scalar)
      }
    }
    throw ExpressionError("this quote isn't closed", offset: start)
  }

  private func quoted(_ text: String, at offset: Int) throws(ExpressionError) -> WrittenValue {
    do {
      let template = try StringTemplate.parseBraced(text)
      guard case .text(let text) = template else { return .template(template, offset: offset) }
      guard let expression = text.unbracedExpression else {
        return .literal(.string(text))
      }
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
        "unknown escape; the escapes are \\b \\f \\n \\r \\t \\/ \\\\ \\uXXXX and the quote",
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

/// What `draft-goessner-dispatch-jsonpath-00` has and RFC 9535 has not.
extension JSONPathParser {
  /// `(@.length-1)` between brackets: the only script that is read, an index from the end.
  mutating func parseScript() throws(ExpressionError) -> ParsedQuery.Selector {
    let start = scanner.position
    scanner.position += 1
    if takeWord("@.length"), takeWord("-"), let count = Int(scanner.takeRun { $0.isDigit }),
      takeWord(")")
    {
      return .index(-count)
    }
    throw ExpressionError(
      "of the draft's scripts, only '(@.length-1)', an index from the end, is supported",
      offset: start, suggestion: "-1")
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    scanner.skipBlank()
    defer { scanner.skipBlank() }
    return scanner.take(word)
  }

  /// `@.title.length` on one side of a comparison, which in the draft is the length of the title.
  func length(_ operand: ParsedQuery.Operand) -> ParsedQuery.Operand {
    guard language == .draft, case .query(var query) = operand,
      query.segments.popLast()?.selectors == [.name("length")]
    else { return operand }
    return .length(.query(query))
  }
}
