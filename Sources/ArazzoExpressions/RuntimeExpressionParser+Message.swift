import ArazzoDocuments

extension RuntimeExpressionParser {
  /// `source` of the grammar: what follows `$request` and `$response`.
  mutating func parseMessagePart(
    of root: Root
  ) throws(ExpressionError) -> RuntimeExpression.MessagePart {
    let name = "$" + root.rawValue
    try takeDot(after: name, expecting: "'header', 'query', 'path' or 'body'")
    let start = scanner.position
    let part = scanner.takeRun { $0.isLetter || $0 == "_" }
    switch part {
    case "header", "headers":
      if part == "headers" { dialects.insert(.p03LooseSpelling) }
      try takeDot(after: "\(name).\(part)", expecting: "the name of a header")
      return .header(try takeHeaderName())
    case "query":
      try takeDot(after: "\(name).query", expecting: "the name of a parameter")
      return .query(try takeParameterName())
    case "path":
      try takeDot(after: "\(name).path", expecting: "the name of a parameter")
      return .path(try takeParameterName())
    case "body": return try parseBody(of: name)
    case "payload" where root == .message: return try parseBody(of: name)
    default:
      throw ExpressionError(
        "'\(name)' has 'header', 'query', 'path' and 'body', not '\(part)'", offset: start,
        mending: range,
        suggestion: Self.suggestion(forPart: part, of: name))
    }
  }

  private static func suggestion(forPart part: String, of name: String) -> String? {
    let plain = part.lowercased().filter { $0 != "_" }
    switch plain {
    case "status", "statuscode", "code": return "$statusCode"
    case "url": return "$url"
    case "method": return "$method"
    case "payload", "data", "json": return "\(name).body"
    default:
      return Suggestion.nearest(to: plain, in: ["header", "query", "path", "body"])
        .map { "\(name).\($0)" }
    }
  }

  /// A body, the pointer into it, or the dots and indexes that stand for one (dialect P2).
  mutating func parseBody(of name: String) throws(ExpressionError) -> RuntimeExpression.MessagePart
  {
    if let pointer = try takePointer() { return .body(pointer: pointer, dotted: false) }
    if let pointer = try takeBarePointer() { return .body(pointer: pointer, dotted: false) }
    if let next = scanner.peek(), next == "/" || next.isNameCharacter {
      throw scanner.error(
        "a JSON Pointer into the body stands after '#'", suggestion: "\(name).body#/…")
    }
    let tokens = try takeDots()
    guard !tokens.isEmpty else { return .body(pointer: nil, dotted: false) }
    if extent != .condition { dialects.insert(.p02DottedReference) }
    let rest = try takePointer()?.tokens ?? []
    return .body(pointer: JSONPointer(tokens: tokens + rest), dotted: true)
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
