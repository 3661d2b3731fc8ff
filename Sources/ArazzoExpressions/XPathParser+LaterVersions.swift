import ArazzoDocuments

/// Detects syntax of later XPath versions and of other languages, for errors.
extension XPathParser {
  /// An error for a construct of XPath 2.0 or later.
  func later(_ construct: String, at offset: Int, instead: String? = nil) -> ExpressionError {
    let hint = instead.map { "; in 1.0 write \($0)" } ?? ""
    return ExpressionError(
      "\(construct) needs XPath 2.0 or later; only 1.0 is supported\(hint)", offset: offset)
  }

  /// The function of that name.
  func function(
    named name: String, prefix: String?, at offset: Int
  ) throws(ExpressionError) -> ParsedXPath.Function {
    if let prefix { throw later("the function '\(prefix):\(name)'", at: offset) }
    if let function = ParsedXPath.Function(rawValue: name) { return function }
    if let instead = Self.laterFunctions[name] {
      throw later("the function '\(name)'", at: offset, instead: instead)
    }
    if Self.kindTests.contains(name) { throw later("the test '\(name)()'", at: offset) }
    let names = ParsedXPath.Function.allCases.map(\.rawValue)
    throw ExpressionError(
      "unknown function '\(name)'; the functions of XPath 1.0 are \(names.listed(by: "and"))",
      offset: offset, mending: offset..<(offset + name.unicodeScalars.count),
      suggestion: Suggestion.nearest(to: name, in: names))
  }

  /// The error for `name(` in place of a step.
  func noNodeType(_ name: String, at offset: Int) -> ExpressionError {
    if Self.kindTests.contains(name) { return later("the test '\(name)()'", at: offset) }
    return later("a function call as a step, '\(name)(…)',", at: offset)
  }

  /// Refuses `for $x in …` and its kin, which look like steps.
  func refuseLaterKeyword() throws(ExpressionError) {
    var ahead = scanner
    let start = ahead.position
    let word = ahead.takeRun { $0.isXPathNamePart }
    ahead.skipBlank()
    switch (word, ahead.peek()) {
    case ("for", "$"): throw later("'for … in … return'", at: start)
    case ("some", "$"), ("every", "$"):
      throw later(
        "'\(word) … satisfies'", at: start,
        instead: word == "some" ? "the node-set with a predicate" : "not(…) of the opposite")
    case ("let", "$"): throw later("'let … return'", at: start)
    case ("if", "("): throw later("'if (…) then … else'", at: start)
    case ("function", "("): throw later("'function (…)'", at: start)
    case ("map", "{"), ("array", "{"): throw later("'\(word) { … }'", at: start)
    default: return
    }
  }

  /// The error for text after a complete expression.
  func unexpected() -> ExpressionError {
    var ahead = scanner
    let start = ahead.position
    let word = ahead.takeRun { $0.isXPathNamePart }
    if let instead = Self.laterOperators[word] {
      return later("the operator '\(word)'", at: start, instead: instead)
    }
    if ["and", "or", "div", "mod"].contains(word.lowercased()) {
      return scanner.error("'\(word)' isn't an operator", suggestion: word.lowercased())
    }
    for (symbol, instead) in Self.otherSymbols where symbols(begin: symbol) {
      let isOfXPath = ["||", "=>", "<<", ">>", "!", ",", "?"].contains(symbol)
      if isOfXPath { return later("'\(symbol)'", at: start, instead: instead) }
      return scanner.error("'\(symbol)' isn't an operator", suggestion: instead)
    }
    switch scanner.peek() {
    case ")": return scanner.error("this ')' has no '('")
    case "]": return scanner.error("this ']' has no '['")
    default: return scanner.error("an operator is missing before \(scanner.found)")
    }
  }

  private func symbols(begin symbol: String) -> Bool {
    symbol.unicodeScalars.enumerated().allSatisfy { scanner.peek($0.offset) == $0.element }
  }
}

extension XPathParser {
  private static let kindTests: Set = [
    "element", "attribute", "document-node", "item", "schema-element", "schema-attribute",
    "empty-sequence", "namespace-node",
  ]

  private static let otherSymbols: [(symbol: String, instead: String?)] = [
    ("||", "concat(…), or 'or' where a condition is meant"), ("=>", nil), ("<<", nil), (">>", nil),
    ("!", "a path"), (",", nil), ("?", nil), ("==", "="), ("&&", "and"),
  ]

  private static let laterOperators: [String: String?] = [
    "eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "is": nil, "to": nil,
    "idiv": "floor(… div …)", "union": "|", "intersect": nil, "except": nil, "instance": nil,
    "cast": "number(…) or string(…)", "castable": nil, "treat": nil, "then": nil, "else": nil,
    "return": nil, "satisfies": nil, "in": nil,
  ]

  /// Functions of later versions that real expressions use, and what does the same in 1.0.
  private static let laterFunctions: [String: String?] = [
    "abs": nil, "adjust-dateTime-to-timezone": nil, "avg": "sum(…) div count(…)",
    "codepoints-to-string": nil, "compare": nil, "current-date": nil, "current-dateTime": nil,
    "current-time": nil, "data": "string(…)", "date": nil, "dateTime": nil, "deep-equal": nil,
    "distinct-values": nil, "doc": nil, "empty": "not(…)", "encode-for-uri": nil,
    "ends-with": "substring(a, string-length(a) - string-length(b) + 1) = b",
    "exactly-one": nil, "exists": "boolean(…)", "fold-left": nil, "for-each": nil,
    "format-number": nil, "head": "(…)[1]", "index-of": nil, "insert-before": nil,
    "lower-case": "translate(…, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')",
    "matches": "contains(…) or starts-with(…)", "max": nil, "min": nil, "node-name": "name(…)",
    "one-or-more": nil, "parse-json": nil, "parse-xml": nil, "remove": nil,
    "replace": "translate(…)", "reverse": nil, "root": "/", "string-join": "concat(…)",
    "string-to-codepoints": nil, "subsequence": "(…)[position() >= …]", "tail": nil,
    "tokenize": "substring-before(…) and substring-after(…)",
    "upper-case": "translate(…, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')",
    "year-from-date": nil, "zero-or-one": nil,
  ]
}
