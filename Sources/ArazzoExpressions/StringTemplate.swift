import ArazzoDocuments

/// A string value of a description: one whole expression, plain text, or text with expressions in it
/// (rules V1 and V2).
package enum StringTemplate: Sendable, Hashable {
  case expression(ParsedExpression)
  case text(String)
  case parts([Part])

  package enum Part: Sendable, Hashable {
    case text(String)
    /// `offset` is where the expression starts, in Unicode scalars. `isBraced` is false for dialect P1.
    case expression(ParsedExpression, offset: Int, isBraced: Bool)
  }

  /// Reads a string.
  ///
  /// `'{$inputs.n}'`, one braced expression and nothing else, is `.parts` with that one part (rule V1,
  /// settled corner). An unbraced `$` starts an expression only where it starts a word and a known
  /// root follows (dialect P1); a whole string with an unknown root is text.
  package static func parse(_ text: String) throws(ExpressionError) -> StringTemplate {
    throw ExpressionError("not read yet", offset: 0)
  }
}
