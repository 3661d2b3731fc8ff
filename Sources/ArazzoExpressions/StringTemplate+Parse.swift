import ArazzoDocuments

extension StringTemplate {
  /// Reads a string.
  ///
  /// `'{$inputs.n}'`, one braced expression and nothing else, is `.parts` with that one part (rule V1,
  /// settled corner). An unbraced `$` starts an expression only where it starts a word and a known
  /// root follows (dialect P1); a whole string with an unknown root is text.
  ///
  /// Line breaks behind a whole expression, as a block of YAML leaves them, do not make it text: that
  /// counts as dialect P3.
  ///
  /// Names may hold blanks, so `$inputs.name is here` is one expression when `isDeclared` says that
  /// there is such an input. Without `isDeclared` the text decides: a blank belongs to the name, a
  /// `/`, `:` or the like ends it.
  package static func parse(
    _ text: String, isDeclared: ((ParsedExpression) -> Bool)? = nil
  ) throws(ExpressionError) -> StringTemplate {
    guard text.unicodeScalars.contains("$") else { return .text(text) }
    var parser = StringTemplateParser(text, readsUnbraced: true)
    let parts = try parser.parse()
    guard RuntimeExpressionParser.knownRoot(at: TextScanner(text)) != nil else {
      if let problem = parser.problem { throw problem }
      return template(parts)
    }
    if let last = text.unicodeScalars.last, last.isLineBreak {
      let trimmed = try parse(text.withoutTrailingLineBreaks, isDeclared: isDeclared)
      guard case .expression(var whole) = trimmed else { return template(parts) }
      whole.dialects.insert(.p03LooseSpelling)
      return .expression(whole)
    }
    let whole = try wholeExpression(text, parts: parts, isDeclared: isDeclared)
    if let whole { return .expression(whole) }
    if let problem = parser.problem { throw problem }
    return template(parts)
  }

  /// Reads a string in which only `{$…}` is an expression: what stands in quotes, a regular
  /// expression, an XPath.
  package static func parseBraced(_ text: String) throws(ExpressionError) -> StringTemplate {
    guard text.unicodeScalars.contains("$") else { return .text(text) }
    var parser = StringTemplateParser(text, readsUnbraced: false)
    return template(try parser.parse())
  }

  private static func template(_ parts: [Part]) -> StringTemplate {
    if parts.isEmpty { return .text("") }
    if parts.count == 1, case .text(let text) = parts[0] { return .text(text) }
    return .parts(parts)
  }

  /// The text as one expression, unless it reads better as the parts.
  private static func wholeExpression(
    _ text: String, parts: [Part], isDeclared: ((ParsedExpression) -> Bool)?
  ) throws(ExpressionError) -> ParsedExpression? {
    let expressions = parts.filter(\.isExpression).count
    if expressions > 1 { return nil }
    do {
      let whole = try RuntimeExpression.parse(text)
      if parts.count < 2 || expressions == 0 { return whole }
      if let isDeclared { return isDeclared(whole) ? whole : nil }
      return parts[1].startsLikeRunningText && whole.expression.endsInName ? nil : whole
    } catch {
      if expressions > 0 { return nil }
      throw error
    }
  }
}

extension StringTemplate.Part {
  fileprivate var isExpression: Bool {
    if case .expression = self { true } else { false }
  }

  /// Whether it goes on after an expression in a way that no name does.
  fileprivate var startsLikeRunningText: Bool {
    guard case .text(let text) = self, let first = text.unicodeScalars.first else { return false }
    return "/:;,?!&@=|\"'`<>%+".unicodeScalars.contains(first)
  }
}

extension RuntimeExpression {
  /// Whether nothing ends it but the end of a declared name.
  fileprivate var endsInName: Bool {
    switch self {
    case .inputs(let reference), .outputs(let reference), .steps(_, let reference, _),
      .workflows(_, _, let reference):
      reference.pointer == nil
    default: false
    }
  }
}

extension String {
  fileprivate var withoutTrailingLineBreaks: String {
    var scalars = unicodeScalars
    while let last = scalars.last, last.isLineBreak { scalars.removeLast() }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isLineBreak: Bool { self == "\n" || self == "\r" }
}
