import ArazzoDocuments

extension RuntimeExpression {
  /// Reads a text that is one whole runtime expression.
  ///
  /// Accepts the dialects P2 and P3 (dots and indexes after a reference, `.outputs` left out,
  /// `$response.headers.X`, `$body`); the result says so, the caller reports it. A pointer that
  /// holds braces (legal in 1.0.1, not in 1.1.0) counts as P3. Whether the dots in the reference to
  /// an input or output are dialect P2 is told by ``Reference/resolve(declared:)``.
  package static func parse(_ text: String) throws(ExpressionError) -> ParsedExpression {
    var parser = RuntimeExpressionParser(TextScanner(text), extent: .whole)
    return try parser.parseWhole()
  }
}

/// Parses one runtime expression at the scanner's position, and moves the scanner to its end.
struct RuntimeExpressionParser {
  /// The rule that decides where an expression ends.
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
      return .response(try parseBody())
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

  /// Skips the `.` after a root.
  mutating func takeDot(after text: String, expecting what: String) throws(ExpressionError) {
    guard scanner.take(".") else {
      throw scanner.error("expected \(what) after '\(text)', found \(scanner.found)")
    }
  }
}

extension RuntimeExpressionParser {
  /// The roots of runtime expressions; `$body` is dialect P3.
  enum Root: String, CaseIterable {
    case url, method, statusCode
    case selfURL = "self"
    case request, response, message, inputs, outputs, steps, workflows, sourceDescriptions
    case components, body

    /// What follows a root that has a message.
    fileprivate var parts: [String] {
      switch self {
      case .response: ["header", "body"]
      case .message: ["header", "payload"]
      default: ["header", "query", "path", "body"]
      }
    }
  }

  /// The root after the `$` here, if it exists and is a whole word.
  static func knownRoot(at scanner: TextScanner) -> Root? {
    var scanner = scanner
    guard scanner.take("$") else { return nil }
    return Root(rawValue: scanner.takeRun { $0.isNameCharacter })
  }

  mutating func takeRoot() throws(ExpressionError) -> Root {
    let start = scanner.position
    guard scanner.take("$") else {
      throw scanner.error("a runtime expression begins with '$', found \(scanner.found)")
    }
    let name = scanner.takeRun { $0.isLetter || $0 == "_" }
    if let root = Root(rawValue: name) { return root }
    if name.isEmpty, let next = scanner.peek(), next == "." || next == "[" {
      throw ExpressionError(
        "this is a JSONPath, not a runtime expression; it needs a criterion of type 'jsonpath'",
        offset: start)
    }
    throw ExpressionError(
      "no runtime expression begins with '$\(name)'", offset: start, mending: range,
      suggestion: Self.suggestion(forRoot: name))
  }

  private static func suggestion(forRoot name: String) -> String? {
    let spelled = name.filter { $0 != "_" }
    let other = ["status": "statusCode", "headers": "response.header", "header": "response.header"]
    if let root = other[spelled.lowercased()] { return "$" + root }
    return Suggestion.nearest(to: spelled, in: Root.allCases.map(\.rawValue)).map { "$" + $0 }
  }
}

extension RuntimeExpressionParser {
  /// `source` of the grammar: what follows `$request` and `$response`.
  mutating func parseMessagePart(
    of root: Root
  ) throws(ExpressionError) -> RuntimeExpression.MessagePart {
    let name = "$" + root.rawValue
    let parts = root.parts
    try takeDot(after: name, expecting: parts.map { ".\($0)" }.listed(by: "or"))
    let start = scanner.position
    let part = scanner.takeRun { $0.isLetter || $0 == "_" }
    switch part {
    case "header", "headers":
      if part == "headers" { dialects.insert(.p03LooseSpelling) }
      try takeDot(after: "\(name).\(part)", expecting: "'.' and the name of a header")
      let header = try takeHeaderName()
      return .header(header, cookie: header.cookieName)
    case "query":
      try takeDot(after: "\(name).query", expecting: "'.' and the name of a parameter")
      return .query(try takeParameterName())
    case "path":
      try takeDot(after: "\(name).path", expecting: "'.' and the name of a parameter")
      return .path(try takeParameterName())
    case "body": return try parseBody()
    case "payload" where root == .message: return try parseBody()
    default:
      throw ExpressionError(
        "'\(name)' has \(parts.listed(by: "and")), not '\(part)'", offset: start, mending: range,
        suggestion: Self.suggestion(forPart: part, of: name, among: parts))
    }
  }

  private static func suggestion(
    forPart part: String, of name: String, among parts: [String]
  ) -> String? {
    let plain = part.lowercased().filter { $0 != "_" }
    switch plain {
    case "status", "statuscode", "code": return "$statusCode"
    case "url": return "$url"
    case "method": return "$method"
    case "payload", "data", "json": return "\(name).body"
    default:
      return Suggestion.nearest(to: plain, in: parts).map { "\(name).\($0)" }
    }
  }

  /// A body, with a pointer into it, or with dots and indexes (dialect P2).
  mutating func parseBody() throws(ExpressionError) -> RuntimeExpression.MessagePart {
    try checkSlash()
    if let pointer = try takePointer() { return .body(pointer: pointer, dotted: false) }
    if let pointer = try takeBarePointer() { return .body(pointer: pointer, dotted: false) }
    if let next = scanner.peek(), next == "/" || next.isNameCharacter {
      throw ExpressionError(
        "a JSON Pointer into the body begins after '#'", offset: scanner.position,
        mending: scanner.position..<scanner.position, suggestion: next == "/" ? "#" : "#/")
    }
    let tokens = try takeDots()
    guard !tokens.isEmpty else { return .body(pointer: nil, dotted: false) }
    if extent != .condition { dialects.insert(.p02DottedReference) }
    let rest = try takePointer()?.tokens ?? []
    return .body(pointer: JSONPointer(tokens: tokens + rest), dotted: true)
  }

  /// Refuses a `#` that a name follows without a slash.
  private func checkSlash() throws(ExpressionError) {
    guard extent != .text, scanner.peek() == "#", let next = scanner.peek(1), next.isNameCharacter
    else { return }
    let place = scanner.position + 1
    throw ExpressionError(
      "a JSON Pointer begins with '/', found '\(next)'", offset: place, mending: place..<place,
      suggestion: "/")
  }

  /// A token of RFC 9110.
  private mutating func takeHeaderName() throws(ExpressionError) -> String {
    let start = scanner.position
    while let scalar = scanner.peek(), scalar.isTokenCharacter, !stops(in: .header) {
      scanner.position += 1
    }
    if extent == .text { dropTrailingPunctuation(from: start) }
    let name = scanner.text(from: start, to: scanner.position)
    guard !name.isEmpty else {
      throw scanner.error("the name of a header is missing, found \(scanner.found)")
    }
    return name
  }

  /// The name of a query or path parameter, which may be any text; the grammar allows none at all.
  private mutating func takeParameterName() throws(ExpressionError) -> String {
    let name = try takeName()
    guard !name.isEmpty || extent == .whole else {
      throw scanner.error("the name of a parameter is missing, found \(scanner.found)")
    }
    return name
  }
}

extension String {
  /// The cookie in a header's name.
  fileprivate var cookieName: String? {
    let head = "set-cookie."
    guard lowercased().hasPrefix(head), utf8.count > head.utf8.count else { return nil }
    return String(dropFirst(head.count))
  }
}
