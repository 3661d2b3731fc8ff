import ArazzoDocuments

extension RuntimeExpressionParser {
  /// What a runtime expression can begin with, `$body` being dialect P3.
  enum Root: String, CaseIterable {
    case url, method, statusCode
    case selfURL = "self"
    case request, response, message, inputs, outputs, steps, workflows, sourceDescriptions
    case components, body
  }

  /// The root that stands after the `$` here, if it is one that exists and a word of its own.
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
        "a JSONPath is no runtime expression: it needs a criterion of type 'jsonpath'",
        offset: start)
    }
    throw ExpressionError(
      "'$\(name)' is no root of a runtime expression", offset: start, mending: range,
      suggestion: Self.suggestion(forRoot: name))
  }

  private static func suggestion(forRoot name: String) -> String? {
    let spelled = name.filter { $0 != "_" }
    let other = ["status": "statusCode", "headers": "response.header", "header": "response.header"]
    if let root = other[spelled.lowercased()] { return "$" + root }
    return Suggestion.nearest(to: spelled, in: Root.allCases.map(\.rawValue)).map { "$" + $0 }
  }
}
