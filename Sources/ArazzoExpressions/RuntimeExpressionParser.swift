import ArazzoDocuments

extension RuntimeExpression {
  /// Reads a text that is one whole runtime expression.
  ///
  /// Accepts the dialects P2 and P3 (dots and indexes after a reference, `.outputs` left out,
  /// `$response.headers.X`, `$body`); the result says so, the caller reports it. A pointer that holds
  /// braces (legal in 1.0.1, not in 1.1.0) counts as P3. Whether the dots in the reference to an
  /// input or output are dialect P2 is told by ``Reference/resolve(declared:)``.
  package static func parse(_ text: String) throws(ExpressionError) -> ParsedExpression {
    var parser = RuntimeExpressionParser(TextScanner(text), extent: .whole)
    return try parser.parseWhole()
  }
}

/// Reads one runtime expression from where the scanner stands and leaves the scanner behind it.
struct RuntimeExpressionParser {
  /// How far an expression reaches.
  enum Extent {
    /// To the end of the text.
    case whole
    /// As far as the grammar of `simple` conditions lets it: to white space, `)` or an operator.
    case condition
    /// As far as a reader of running text would read it (dialect P1).
    case text
  }

  var scanner: TextScanner
  let extent: Extent
  var dialects: Set<Dialect> = []
  /// Where the expression begins.
  private let start: Int

  init(_ scanner: TextScanner, extent: Extent) {
    start = scanner.position
    self.scanner = scanner
    self.extent = extent
  }

  mutating func parseWhole() throws(ExpressionError) -> ParsedExpression {
    let result = try parse()
    guard scanner.isAtEnd else {
      throw scanner.error("\(scanner.found) can't follow the runtime expression")
    }
    return result
  }

  mutating func parse() throws(ExpressionError) -> ParsedExpression {
    let root = try takeRoot()
    let expression = try parseAfter(root)
    return ParsedExpression(expression, dialects: dialects)
  }

  private mutating func parseAfter(_ root: Root) throws(ExpressionError) -> RuntimeExpression {
    switch root {
    case .url: return try alone(.url, root)
    case .method: return try alone(.method, root)
    case .statusCode: return try alone(.statusCode, root)
    case .selfURL: return try alone(.selfURL, root)
    case .request: return .request(try parseMessagePart(of: root))
    case .response: return .response(try parseMessagePart(of: root))
    case .body:
      dialects.insert(.p03LooseSpelling)
      return .response(try parseBody(of: "$response"))
    case .inputs: return .inputs(try parseReference(of: root))
    case .outputs: return .outputs(try parseReference(of: root))
    case .steps: return try parseSteps()
    case .workflows: return try parseWorkflows()
    case .sourceDescriptions: return try parseSourceDescriptions()
    case .components: return try parseComponents()
    case .message: return .message(try parseMessagePart(of: root))
    }
  }

  /// An expression that is nothing but its root.
  private func alone(
    _ expression: RuntimeExpression, _ root: Root
  ) throws(ExpressionError) -> RuntimeExpression {
    guard let next = scanner.peek() else { return expression }
    let goesOn =
      switch extent {
      case .whole: true
      case .condition: next.isNameCharacter || next == "." || next == "[" || next == "#"
      case .text: next.isNameCharacter
      }
    guard !goesOn else {
      throw scanner.error("nothing can follow '$\(root.rawValue)', found \(scanner.found)")
    }
    return expression
  }

  /// From the expression's `$` to what was read of it.
  var range: Range<Int> { start..<scanner.position }

  /// Steps over the `.` that leads from a root to what it holds.
  mutating func takeDot(after text: String, expecting what: String) throws(ExpressionError) {
    guard scanner.take(".") else {
      throw scanner.error("'\(text)' needs '.' and \(what), found \(scanner.found)")
    }
  }
}
