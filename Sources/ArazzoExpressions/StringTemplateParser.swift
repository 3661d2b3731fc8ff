import ArazzoDocuments

extension StringTemplate {
  /// Reads a string.
  ///
  /// `'{$inputs.n}'`, one braced expression and nothing else, is `.parts` with that one part (rule V1,
  /// settled corner). An unbraced `$` starts an expression only where it starts a word and a known
  /// root follows (dialect P1); a whole string with an unknown root is text.
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
    if RuntimeExpressionParser.knownRoot(at: TextScanner(text)) != nil,
      let whole = try wholeExpression(text, parts: parts, isDeclared: isDeclared)
    {
      return .expression(whole)
    }
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

/// Divides a string into text and expressions.
struct StringTemplateParser {
  private var scanner: TextScanner
  private let readsUnbraced: Bool
  private var parts: [StringTemplate.Part] = []
  /// Where the text that belongs to no part yet begins.
  private var pending = 0

  init(_ text: String, readsUnbraced: Bool) {
    scanner = TextScanner(text)
    self.readsUnbraced = readsUnbraced
  }

  mutating func parse() throws(ExpressionError) -> [StringTemplate.Part] {
    while let scalar = scanner.peek() {
      let start = scanner.position
      if scalar == "{", let (expression, offset) = try scanner.takeBracedExpression() {
        append(expression, from: start, offset: offset, isBraced: true)
      } else if readsUnbraced && startsWord, let expression = takeUnbraced() {
        append(expression, from: start, offset: start, isBraced: false)
      } else {
        scanner.position += 1
      }
    }
    flush(to: scanner.position)
    return parts
  }

  /// Whether the next scalar is a `$` that no word runs into.
  private var startsWord: Bool {
    guard scanner.peek() == "$" else { return false }
    guard scanner.position > pending, let previous = scanner.previous else { return true }
    return previous == "-" || !(previous.isNameCharacter || "$\\".unicodeScalars.contains(previous))
  }

  private mutating func takeUnbraced() -> ParsedExpression? {
    guard let root = RuntimeExpressionParser.knownRoot(at: scanner), root != .body else {
      return nil
    }
    var parser = RuntimeExpressionParser(scanner, extent: .text)
    guard let expression = try? parser.parse() else { return nil }
    scanner = parser.scanner
    return expression
  }

  private mutating func append(
    _ expression: ParsedExpression, from start: Int, offset: Int, isBraced: Bool
  ) {
    flush(to: start)
    parts.append(.expression(expression, offset: offset, isBraced: isBraced))
    pending = scanner.position
  }

  private mutating func flush(to end: Int) {
    guard end > pending else { return }
    parts.append(.text(scanner.text(from: pending, to: end)))
    pending = end
  }
}
