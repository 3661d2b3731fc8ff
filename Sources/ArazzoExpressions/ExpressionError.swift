/// A syntax error, with the offset in Unicode scalars where the parser stopped.
package struct ExpressionError: Error, Hashable {
  package let message: String
  package let offset: Int
  package let suggestion: String?
  /// The scalars of the text in whose place the suggestion mends it, where that is known.
  package let range: Range<Int>?

  package init(
    _ message: String, offset: Int, mending range: Range<Int>? = nil, suggestion: String? = nil
  ) {
    self.message = message
    self.offset = offset
    self.range = range
    self.suggestion = suggestion
  }

  /// A text with the suggestion in it.
  package func mended(_ text: String) -> String? {
    guard let range, let suggestion else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard range.upperBound <= scalars.count else { return nil }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[..<range.lowerBound])
    result.append(contentsOf: suggestion.unicodeScalars)
    result.append(contentsOf: scalars[range.upperBound...])
    return String(result)
  }

  /// The same error in a text of which this one is a part that starts at `base`.
  func shifted(by base: Int) -> ExpressionError {
    ExpressionError(
      message, offset: offset + base,
      mending: range.map { ($0.lowerBound + base)..<($0.upperBound + base) },
      suggestion: suggestion)
  }
}
