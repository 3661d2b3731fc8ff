import ArazzoDocuments

/// Reads a text scalar by scalar and tracks its position; shared by all parsers of this module.
struct TextScanner: ScalarScanner {
  let scalars: [Unicode.Scalar]
  /// The offset of the next scalar, in Unicode scalars from the start of the text.
  var position: Int
  /// Where reading stops: the end of the text, or of the part that was cut out by `limited(to:)`.
  let end: Int

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    position = 0
    end = scalars.count
  }

  private init(scalars: [Unicode.Scalar], position: Int, end: Int) {
    self.scalars = scalars
    self.position = position
    self.end = end
  }

  /// A scanner at the same place that sees nothing from `end` on; offsets stay those of the text.
  func limited(to end: Int) -> TextScanner {
    TextScanner(scalars: scalars, position: position, end: min(end, self.end))
  }

  var isAtEnd: Bool { position >= end }

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    let index = position + ahead
    return index >= 0 && index < end ? scalars[index] : nil
  }

  /// The scalar before the next one.
  var previous: Unicode.Scalar? { position > 0 ? scalars[position - 1] : nil }

  func text(from start: Int, to end: Int) -> String {
    start < end ? scalars[start..<end].asString : ""
  }
}

extension TextScanner {
  mutating func skipBlank() {
    while let scalar = peek(), scalar.isBlank { position += 1 }
  }

  /// The offset of the next `scalar`, if there is one.
  func offset(of scalar: Unicode.Scalar) -> Int? {
    var index = position
    while index < end {
      if scalars[index] == scalar { return index }
      index += 1
    }
    return nil
  }

  /// The text here, for a message: the next scalar in quotes, or the end.
  var found: String {
    guard let scalar = peek() ?? following else { return "the end of the text" }
    return scalar.isControl ? "a control character" : "'\(scalar)'"
  }

  /// What ends the part of a text that is read.
  private var following: Unicode.Scalar? {
    end < scalars.count && position <= end ? scalars[end] : nil
  }

  func error(_ message: String, suggestion: String? = nil) -> ExpressionError {
    ExpressionError(message, offset: position, suggestion: suggestion)
  }
}

extension TextScanner {
  /// `{$…}`, if that is what follows: the expression and the offset of its `$`.
  mutating func takeBracedExpression() throws(ExpressionError) -> (ParsedExpression, Int)? {
    guard peek() == "{", peek(1) == "$" else { return nil }
    guard let close = offset(of: "}") else { throw error("this '{' has no '}'") }
    position += 1
    let start = position
    var parser = RuntimeExpressionParser(limited(to: close), extent: .whole)
    let expression = try parser.parseWhole()
    position = close + 1
    return (expression, start)
  }

  /// A number of JSON that is not the beginning of something else.
  mutating func takeNumber() -> String? {
    let start = position
    if isNumber(), peek().map({ !$0.isNameCharacter && $0 != "." }) ?? true {
      return text(from: start, to: position)
    }
    position = start
    return nil
  }

  /// Steps over `-? int frac? exp?` as far as it goes.
  private mutating func isNumber() -> Bool {
    _ = take("-")
    let integer = takeRun { $0.isDigit }
    guard !integer.isEmpty, integer == "0" || integer.first != "0" else { return false }
    if take(".") {
      guard !takeRun(where: { $0.isDigit }).isEmpty else { return false }
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard !takeRun(where: { $0.isDigit }).isEmpty else { return false }
    }
    return true
  }

  /// `true`, `false` or `null`, if it is a word of its own.
  mutating func takeKeyword() -> Literal? {
    let start = position
    let word = takeRun { $0.isNameCharacter }
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      position = start
      return nil
    }
  }

  mutating func takeComparisonOperator() -> ComparisonOperator? {
    if take("==") { return .equal }
    if take("!=") { return .notEqual }
    if take("<=") { return .lessOrEqual }
    if take(">=") { return .greaterOrEqual }
    if take("<") { return .less }
    if take(">") { return .greater }
    return nil
  }
}

extension Collection<Unicode.Scalar> {
  /// The scalars as a string, without putting them together to characters.
  var asString: String {
    String(unsafeUninitializedCapacity: lazy.map(UTF8.width).reduce(0, +)) { bytes in
      var count = 0
      for byte in lazy.flatMap(\.utf8) {
        bytes[count] = byte
        count += 1
      }
      return count
    }
  }
}

extension Unicode.Scalar {
  /// Space, tab, line feed, carriage return.
  var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }

  var isControl: Bool { value < 0x20 || value == 0x7F }

  var isDigit: Bool { self >= "0" && self <= "9" }

  var isLetter: Bool { (self >= "a" && self <= "z") || (self >= "A" && self <= "Z") }

  /// A character of `identifier-strict`, and everything beyond ASCII, which names do hold.
  var isNameCharacter: Bool {
    isLetter || isDigit || self == "_" || self == "-" || value >= 0x80
  }

  /// `tchar` of RFC 9110: what a header name is made of.
  var isTokenCharacter: Bool {
    isLetter || isDigit || (value < 0x80 && "!#$%&'*+-.^_`|~".unicodeScalars.contains(self))
  }

  /// A hexadecimal digit's value.
  var hexValue: UInt32? {
    if isDigit { return value - 0x30 }
    if self >= "a" && self <= "f" { return value - 0x61 + 10 }
    if self >= "A" && self <= "F" { return value - 0x41 + 10 }
    return nil
  }
}
