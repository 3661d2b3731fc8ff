/// A regular expression with the values of the run that stand in it.
package struct ParsedPattern: Sendable, Hashable {
  package struct Value: Sendable, Hashable {
    package var expression: ParsedExpression
    /// Where the expression starts, in Unicode scalars.
    package var offset: Int
  }

  package enum Language: Sendable {
    /// ECMA-262, what a criterion of type `regex` is written in.
    case ecma
    /// RFC 9485 with `^` and `$` besides: what JSONPath's `match` and `search` take.
    case iRegexp
  }

  package var tree: PatternTree
  /// What ``PatternTree/embedded(_:)`` counts.
  package var values: [Value]
}

extension ParsedPattern {
  /// Reads the condition of a `regex` criterion; `{$…}` in it is a value (rule C6).
  package static func parse(_ text: String) throws(ExpressionError) -> ParsedPattern {
    try parse(PatternScanner(text), .ecma)
  }

  /// Reads a pattern that a string literal gives, which begins at `offset` of a longer text; errors
  /// point there, for escapes may have moved what comes after.
  package static func parse(
    _ template: StringTemplate, at offset: Int, language: Language
  ) throws(ExpressionError) -> ParsedPattern {
    try parse(PatternScanner(template, at: offset), language)
  }

  private static func parse(
    _ scanner: PatternScanner, _ language: Language
  ) throws(ExpressionError) -> ParsedPattern {
    var parser = PatternParser(scanner, language: language)
    let tree = try parser.parseAll()
    guard tree.size <= 10_000 else {
      throw ExpressionError(
        "the pattern is too large once its counted repetitions are written out",
        offset: parser.scanner.offset(of: 0))
    }
    return ParsedPattern(tree: tree, values: scanner.values)
  }
}
