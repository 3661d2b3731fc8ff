import ArazzoDocuments

extension RuntimeExpressionParser {
  /// `#` and a JSON Pointer, in a condition perhaps followed by the operators `[]` and `.`.
  mutating func takePointer() throws(ExpressionError) -> JSONPointer? {
    guard scanner.peek() == "#", extent != .text || scanner.peek(1) == "/" else { return nil }
    scanner.position += 1
    if scanner.peek() != "/" && !stops(in: .pointer) {
      throw scanner.error("a JSON Pointer begins with '/', found \(scanner.found)")
    }
    var tokens: [String] = []
    while scanner.take("/") { tokens.append(try takePointerToken()) }
    if extent == .condition && scanner.peek() == "[" { tokens += try takeDots() }
    return JSONPointer(tokens: tokens)
  }

  /// A JSON Pointer whose `#` is left out (dialect P18).
  mutating func takeBarePointer() throws(ExpressionError) -> JSONPointer? {
    guard scanner.peek() == "/", extent != .text else { return nil }
    dialects.insert(.p18BarePointer)
    var tokens: [String] = []
    while scanner.take("/") { tokens.append(try takePointerToken()) }
    return JSONPointer(tokens: tokens)
  }

  private mutating func takePointerToken() throws(ExpressionError) -> String {
    let start = scanner.position
    var token = String.UnicodeScalarView()
    while let scalar = scanner.peek(), scalar != "/", !stops(in: .pointer) {
      if extent == .condition && scalar == "[" && seesIndex() { break }
      if scalar == "{" || scalar == "}" { dialects.insert(.p03LooseSpelling) }
      token.append(scalar == "~" ? try takeEscape() : scalar)
      scanner.position += 1
    }
    if extent == .text {
      let end = scanner.position
      dropTrailingPunctuation(from: start)
      token.removeLast(min(token.count, end - scanner.position))
    }
    return String(token)
  }

  /// `~0` or `~1`, up to its last scalar.
  private mutating func takeEscape() throws(ExpressionError) -> Unicode.Scalar {
    guard let meant = scanner.peek(1).flatMap(JSONPointer.escaped) else {
      throw scanner.error("in a JSON Pointer '~' is written '~0' and '/' is written '~1'")
    }
    scanner.position += 1
    return meant
  }

  /// Dots and indexes (`.a`, `[0]`, `['a']`) as the tokens of a JSON Pointer.
  mutating func takeDots() throws(ExpressionError) -> [String] {
    var tokens: [String] = []
    while let scalar = scanner.peek() {
      if scalar == "." {
        guard let name = try takeDottedName() else { break }
        tokens.append(name)
      } else if scalar == "[" {
        if extent == .text && !seesIndex() { break }
        tokens.append(try takeIndex())
      } else {
        break
      }
    }
    return tokens
  }

  private mutating func takeDottedName() throws(ExpressionError) -> String? {
    let dot = scanner.position
    scanner.position += 1
    let start = scanner.position
    while let scalar = scanner.peek(), scalar != ".", scalar != "[", scalar != "#",
      !stops(in: .name)
    {
      guard scalar != "{" && scalar != "}" else {
        throw scanner.error("\(scanner.found) isn't allowed in a name")
      }
      scanner.position += 1
    }
    if extent == .text { dropTrailingPunctuation(from: start) }
    if scanner.position > start { return scanner.text(from: start, to: scanner.position) }
    guard extent == .text else { throw scanner.error("a name is missing after '.'") }
    scanner.position = dot
    return nil
  }

  /// Whether `[0]` or a quoted name in brackets follows.
  private func seesIndex() -> Bool {
    var copy = self
    return (try? copy.takeIndex()) != nil
  }

  private mutating func takeIndex() throws(ExpressionError) -> String {
    scanner.position += 1
    scanner.skipBlank()
    let token: String
    if let quote = scanner.peek(), quote == "'" || quote == "\"" {
      scanner.position += 1
      guard let close = scanner.offset(of: quote) else {
        throw scanner.error("this quote isn't closed")
      }
      token = scanner.text(from: scanner.position, to: close)
      scanner.position = close + 1
    } else {
      token = scanner.takeRun { $0.isDigit }
      guard !token.isEmpty else {
        throw scanner.error("expected an index or a quoted name in '[…]', found \(scanner.found)")
      }
    }
    scanner.skipBlank()
    guard scanner.take("]") else {
      throw scanner.error("expected ']', found \(scanner.found)")
    }
    return token
  }
}
