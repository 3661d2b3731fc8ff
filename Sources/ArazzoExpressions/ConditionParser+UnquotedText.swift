import ArazzoDocuments

extension ConditionParser {
  /// Text without quotes (dialect P7), which only an operator can have before it.
  mutating func takeUnquoted(afterOperator: Bool) throws(ExpressionError) -> Literal {
    let start = scanner.position
    var ahead = scanner
    let word = ahead.takeRun { $0.isNameCharacter }
    guard let first = scanner.peek(), Self.canBeginText(first) else {
      throw scanner.error(Self.complaint(about: scanner))
    }
    guard afterOperator else {
      throw scanner.error(
        "'\(word.isEmpty ? String(first) : word)' is no value: strings stand in single quotes",
        suggestion: Self.keyword(meantBy: word))
    }
    let text = try takeText()
    if let keyword = Self.keyword(meantBy: text) {
      throw ExpressionError("'\(text)' is no value", offset: start, suggestion: keyword)
    }
    dialects.insert(.p07UnquotedText)
    return .string(text)
  }

  private static func canBeginText(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isNameCharacter || "/*+.@#%~^:".unicodeScalars.contains(scalar)
  }

  private static func complaint(about scanner: TextScanner) -> String {
    switch scanner.peek() {
    case "[", "{": "a JSON array or object can't be an operand"
    case ")", "&", "|": "a value is missing before \(scanner.found)"
    default: "\(scanner.found) can't begin a value"
    }
  }

  private static func keyword(meantBy text: String) -> String? {
    switch text.lowercased() {
    case "true": "true"
    case "false": "false"
    case "null", "nil", "none", "undefined": "null"
    case "not": "!"
    default: nil
    }
  }

  /// The text up to `&&`, `||`, a comparison or a `)` that it did not open.
  private mutating func takeText() throws(ExpressionError) -> String {
    let start = scanner.position
    var open = 0
    while let scalar = scanner.peek(), !endsText(scalar, open: open) {
      if scalar == "$" && RuntimeExpressionParser.knownRoot(at: scanner) != nil {
        throw scanner.error("a runtime expression can't stand in text without quotes")
      }
      if scalar == "(" { open += 1 }
      if scalar == ")" { open -= 1 }
      scanner.position += 1
    }
    while let last = scanner.previous, last.isBlank, scanner.position > start {
      scanner.position -= 1
    }
    return scanner.text(from: start, to: scanner.position)
  }

  private func endsText(_ scalar: Unicode.Scalar, open: Int) -> Bool {
    switch scalar {
    case ")": open == 0
    case "&", "|": scanner.peek(1) == scalar
    case "=", "!": scanner.peek(1) == "="
    case "<", ">": true
    default: false
    }
  }
}
