/// Why a text is not what it should be, with the offset in Unicode scalars where reading stopped.
package struct ExpressionError: Error, Hashable {
  package let message: String
  package let offset: Int
  package let suggestion: String?

  package init(_ message: String, offset: Int, suggestion: String? = nil) {
    self.message = message
    self.offset = offset
    self.suggestion = suggestion
  }

  /// The same error in a text of which this one is a part that starts at `base`.
  func shifted(by base: Int) -> ExpressionError {
    ExpressionError(message, offset: offset + base, suggestion: suggestion)
  }
}
