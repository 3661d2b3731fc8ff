/// Reads a text scalar by scalar and knows where it is; all parsers of this module share it.
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
    var result = String.UnicodeScalarView()
    if start < end { result.append(contentsOf: scalars[start..<end]) }
    return String(result)
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

  /// What stands here, for a message: the next scalar in quotes, or the end.
  var found: String {
    guard let scalar = peek() else { return "the end" }
    return scalar.isControl ? "a control character" : "'\(scalar)'"
  }

  func error(_ message: String, suggestion: String? = nil) -> ExpressionError {
    ExpressionError(message, offset: position, suggestion: suggestion)
  }
}
