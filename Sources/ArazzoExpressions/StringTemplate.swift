import ArazzoDocuments

/// The syntax of a string value: one whole expression, plain text, or text with expressions in it
/// (rules V1 and V2).
package enum StringTemplate: Sendable, Hashable {
  case expression(ParsedExpression)
  case text(String)
  case parts([Part])

  package enum Part: Sendable, Hashable {
    case text(String)
    /// `offset` is where the expression starts, in Unicode scalars. `isBraced` is false for dialect
    /// P1.
    case expression(ParsedExpression, offset: Int, isBraced: Bool)
  }
}

extension StringTemplate {
  /// Whether there is anything in it that is known only when the workflow runs.
  package var hasExpressions: Bool { !expressions.isEmpty }

  /// The expressions in it, first to last.
  package var expressions: [ParsedExpression] {
    switch self {
    case .expression(let expression): [expression]
    case .text: []
    case .parts(let parts):
      parts.compactMap { part in
        if case .expression(let expression, _, _) = part { expression } else { nil }
      }
    }
  }

  /// The dialects that its spelling used, those of its expressions included.
  package var dialects: Set<Dialect> {
    var result = Set(expressions.flatMap(\.dialects))
    if case .parts(let parts) = self, parts.contains(where: \.isUnbraced) {
      result.insert(.p01UnbracedExpression)
    }
    return result
  }
}

extension StringTemplate.Part {
  fileprivate var isUnbraced: Bool {
    if case .expression(_, _, isBraced: false) = self { true } else { false }
  }
}

/// Splits a string into text and expressions.
struct StringTemplateParser {
  private var scanner: TextScanner
  private let readsUnbraced: Bool
  private var parts: [StringTemplate.Part] = []
  /// Where the text that belongs to no part yet begins.
  private var pending = 0
  /// What is wrong if the text is not one whole expression.
  private(set) var problem: ExpressionError?

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
        checkEnd(of: expression.expression, from: start)
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

  /// Notes half an expression: one that runs on beyond what it can refer to.
  private mutating func checkEnd(of expression: RuntimeExpression, from start: Int) {
    let text = scanner.text(from: start, to: scanner.position)
    let runsOn =
      switch scanner.peek() {
      case "[", "*": true
      case ".": scanner.peek(1) == "*" || scanner.peek(1) == "["
      case "$": scanner.previous == "/" && text.contains("#")
      default: false
      }
    guard runsOn else { return checkRemark(after: expression, from: start) }
    problem = problem ?? (scanner.peek() == "$" ? second(after: text) : query(after: text, start))
  }

  private func second(after text: String) -> ExpressionError {
    ExpressionError(
      "unexpected '$' after the runtime expression '\(text)'", offset: scanner.position)
  }

  /// The error for a runtime expression that goes on as a query does.
  private func query(after text: String, _ start: Int) -> ExpressionError {
    var ahead = scanner
    let rest = ahead.takeRun { !$0.isBlank && $0 != "}" && $0 != "\"" }
    let isWhole = start == 0 && ahead.isAtEnd && !rest.contains("'")
    let isQuery = isWhole && (try? ParsedQuery.parse("$" + rest)) != nil
    return ExpressionError(
      "'\(rest)' is JSONPath, which can't be part of a runtime expression",
      offset: scanner.position,
      suggestion: isQuery
        ? "write {context: \(text), selector: '$\(rest)', type: jsonpath}" : nil)
  }

  /// Notes a remark in parentheses behind an expression that all of the text begins with.
  private mutating func checkRemark(after expression: RuntimeExpression, from start: Int) {
    guard start == 0, scanner.scalars.last == ")" else { return }
    var ahead = scanner
    ahead.skipBlank()
    guard ahead.position > scanner.position, ahead.peek() == "(",
      ahead.offset(of: ")") == ahead.end - 1
    else { return }
    let message =
      "unexpected text after the runtime expression "
      + "'\(scanner.text(from: start, to: scanner.position))'"
    let remark = scanner.position..<scanner.end
    // What dots mean is known where the names are: the rest is no text to paste then.
    problem =
      expression.isPlain
      ? ExpressionError(message, offset: ahead.position, mending: remark, suggestion: "")
      : ExpressionError(
        message, offset: ahead.position,
        suggestion: "remove '\(scanner.text(from: remark.lowerBound, to: remark.upperBound))'")
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

/// A value that a condition or a query writes: a literal, or a value of the run (rule C6).
package enum WrittenValue: Sendable, Hashable {
  case literal(Literal)
  /// A runtime expression that keeps its type; `offset` is where it begins.
  case expression(ParsedExpression, offset: Int)
  /// A quoted string that holds `{$…}`; `offset` is where its content begins.
  case template(StringTemplate, offset: Int)
}

/// A literal of a condition or a query.
package enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  /// The digits as written.
  case number(String)
  case string(String)
}

extension Literal {
  /// The literal in a condition: strings in single quotes.
  package var spelling: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): text.inSingleQuotes
    }
  }
}
