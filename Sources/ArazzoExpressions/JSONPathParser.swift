import ArazzoDocuments

extension JSONPathQuery {
  /// Reads an RFC 9535 query, to the letter; only `{$…}` goes beyond it (rule C6), and what a
  /// document that names the draft may write.
  ///
  /// Function expressions are checked for well-typedness, so what this returns can be evaluated.
  package static func parse(
    _ text: String, language: Language = .rfc9535
  ) throws(ExpressionError) -> JSONPathQuery {
    var parser = JSONPathParser(TextScanner(text), language: language)
    let query = try parser.parseQuery()
    guard parser.scanner.isAtEnd else {
      throw parser.scanner.error("\(parser.scanner.found) can't follow the query")
    }
    return query
  }

  /// Whether it finds at most one node by its form (RFC 9535, 2.3.5.1).
  package var isSingular: Bool {
    segments.allSatisfy { segment in
      guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
      switch segment.selectors[0] {
      case .name, .index, .embedded, .template: return true
      case .wildcard, .slice, .filter: return false
      }
    }
  }
}

struct JSONPathParser: LogicalParser {
  var scanner: TextScanner
  let language: JSONPathQuery.Language
  var depth = 0

  init(_ scanner: TextScanner, language: JSONPathQuery.Language) {
    self.scanner = scanner
    self.language = language
  }

  /// `$` or `@` and its segments.
  mutating func parseQuery() throws(ExpressionError) -> JSONPathQuery {
    let root: JSONPathQuery.Root
    if scanner.take("$") {
      root = .root
    } else if scanner.peek() == "@", depth > 0 {
      scanner.position += 1
      root = .current
    } else if scanner.peek() == "@" {
      throw scanner.error("'@' stands for a node only inside a filter", suggestion: "$")
    } else {
      throw scanner.error("a query begins with '$', found \(scanner.found)")
    }
    return JSONPathQuery(root: root, segments: try parseSegments())
  }

  private mutating func parseSegments() throws(ExpressionError) -> [JSONPathQuery.Segment] {
    var segments: [JSONPathQuery.Segment] = []
    while true {
      let start = scanner.position
      scanner.skipBlank()
      if scanner.peek() == "[" {
        segments.append(.init(isDescendant: false, selectors: try parseBrackets()))
      } else if scanner.take("..") {
        let selectors = scanner.peek() == "[" ? try parseBrackets() : [try parseShorthand()]
        segments.append(.init(isDescendant: true, selectors: selectors))
      } else if scanner.take(".") {
        segments.append(.init(isDescendant: false, selectors: [try parseShorthand()]))
      } else {
        scanner.position = start
        return segments
      }
    }
  }

  /// `*` or a name after a dot.
  private mutating func parseShorthand() throws(ExpressionError) -> JSONPathQuery.Selector {
    if scanner.take("*") { return .wildcard }
    if let (expression, offset) = try scanner.takeBracedExpression() {
      return .embedded(expression, offset: offset)
    }
    guard let first = scanner.peek(), first.isNameCharacter, first != "-", !first.isDigit else {
      throw scanner.error(
        "'.' needs a name or '*', found \(scanner.found); other names stand in ['…']")
    }
    return .name(scanner.takeRun { $0.isNameCharacter && $0 != "-" })
  }
}
