/// A regular expression with the values of the run in it: as they are written, or as
/// they were compiled.
package struct RegularExpression<Value: Sendable & Hashable>: Sendable, Hashable {
  package var tree: PatternTree
  /// What ``PatternTree/embedded(_:)`` counts.
  package var values: [Value]

  package init(tree: PatternTree, values: [Value]) {
    self.tree = tree
    self.values = values
  }
}

extension RegularExpression: Encodable where Value: Encodable {}

/// A regular expression with its values as they are written.
package typealias ParsedPattern = RegularExpression<WrittenValue>

/// What a regular expression is written in.
package enum PatternLanguage: Sendable {
  /// ECMA-262, what a criterion of type `regex` is written in.
  case ecma
  /// RFC 9485 with `^` and `$` besides: what JSONPath's `match` and `search` take.
  case iRegexp
}

extension ParsedPattern {
  /// Reads the condition of a `regex` criterion; `{$…}` in it is a value (rule C6).
  package static func parse(_ text: String) throws(ExpressionError) -> ParsedPattern {
    try parse(PatternScanner(text), .ecma)
  }

  /// Reads a pattern that a string literal gives, which begins at `offset` of a longer text; errors
  /// point there, for escapes may have moved what comes after.
  package static func parse(
    _ template: StringTemplate, at offset: Int, language: PatternLanguage
  ) throws(ExpressionError) -> ParsedPattern {
    try parse(PatternScanner(template, at: offset), language)
  }

  private static func parse(
    _ scanner: PatternScanner, _ language: PatternLanguage
  ) throws(ExpressionError) -> ParsedPattern {
    var parser = PatternParser(scanner, language: language)
    let tree = try parser.parseAll()
    guard tree.size <= 10_000 else {
      throw ExpressionError(
        "the pattern is too large after its repetitions are expanded",
        offset: parser.scanner.offset(of: 0))
    }
    return ParsedPattern(tree: tree, values: scanner.values)
  }
}

/// The syntax tree of a regular expression.
///
/// It doesn't keep whether a quantifier is lazy and which groups capture: a criterion depends only
/// on whether there is a match.
package indirect enum PatternTree: Sendable, Hashable, Codable {
  case text(String)
  /// A value of the run, matched literally (rule C6): its number among the pattern's values.
  case embedded(Int)
  case set(CharacterSet)
  case sequence([PatternTree])
  case choice([PatternTree])
  case repeated(PatternTree, minimum: Int, maximum: Int?)
  /// A match of it begins here.
  case ahead(PatternTree, isNegated: Bool)
  /// A match of it ends here.
  case behind(PatternTree, isNegated: Bool)
  case place(Place)
  case ignoringCase(PatternTree)

  package enum Place: String, Sendable, Hashable, Codable {
    case start, end, lineStart, lineEnd, wordBoundary, notWordBoundary
  }

  /// A set of characters, one of which matches.
  package struct CharacterSet: Sendable, Hashable, Codable {
    package var isInverted: Bool
    package var members: [Member]

    package init(isInverted: Bool = false, _ members: [Member]) {
      self.isInverted = isInverted
      self.members = members
    }
  }

  package enum Member: Sendable, Hashable, Codable {
    /// A string of one scalar.
    case single(String)
    case range(String, String)
    case kind(Kind, isNegated: Bool)
    /// A general category of Unicode by its short name, such as `L` or `Lu`.
    case category(String, isNegated: Bool)
  }

  package enum Kind: String, Sendable, Hashable, Codable { case digit, word, space }
}

extension PatternTree.CharacterSet {
  /// Every character but those that end a line: what `.` is in ECMA-262.
  package static let dot = Self(
    isInverted: true, ["\n", "\r", "\u{2028}", "\u{2029}"].map(PatternTree.Member.single))
  /// What `.` is in RFC 9485.
  static let strictDot = Self(isInverted: true, ["\n", "\r"].map(PatternTree.Member.single))
  /// Every character.
  static let everything = Self(isInverted: true, [])
}

extension PatternTree {
  /// How many places of a text the pattern must be held against at once, at most.
  var size: Int {
    switch self {
    case .text(let text): text.unicodeScalars.count
    case .embedded, .set, .place: 1
    case .sequence(let parts), .choice(let parts):
      parts.reduce(1) { $0.addingClamped($1.size) }
    case .repeated(let inner, let minimum, let maximum):
      (inner.size + 1).multipliedClamped(max(maximum ?? minimum + 1, 1))
    case .ahead(let inner, _), .behind(let inner, _), .ignoringCase(let inner):
      inner.size.addingClamped(1)
    }
  }
}

extension Int {
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max / 2 : Swift.min(sum, .max / 2)
  }

  fileprivate func multipliedClamped(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max / 2 : Swift.min(product, .max / 2)
  }
}
