import ArazzoDocuments

/// A JSONPath query (RFC 9535).
package struct JSONPathQuery: Sendable, Hashable {
  package enum Root: Sendable, Hashable { case root, current }

  package enum Language: Sendable {
    case rfc9535
    /// `draft-goessner-dispatch-jsonpath-00`, read as RFC 9535 with what only the draft has.
    case draft
  }

  package var root: Root
  package var segments: [Segment]

  package init(root: Root, segments: [Segment]) {
    self.root = root
    self.segments = segments
  }

  package struct Segment: Sendable, Hashable {
    package var isDescendant: Bool
    package var selectors: [Selector]

    package init(isDescendant: Bool, selectors: [Selector]) {
      self.isDescendant = isDescendant
      self.selectors = selectors
    }
  }

  package enum Selector: Sendable, Hashable {
    case name(String)
    case wildcard
    case index(Int)
    case slice(start: Int?, end: Int?, step: Int)
    case filter(FilterExpression)
    /// `[{$…}]` or `.{$…}`: a name when the value is a string, an index when it is a number (rule C6).
    case embedded(ParsedExpression, offset: Int)
    /// A quoted name that holds `{$…}`.
    case template(StringTemplate, offset: Int)
  }
}

/// A logical expression of a filter selector (RFC 9535, 2.3.5).
package indirect enum FilterExpression: Sendable, Hashable {
  case or([FilterExpression])
  case and([FilterExpression])
  case not(FilterExpression)
  case exists(JSONPathQuery)
  case comparison(ComparisonOperator, Comparable, Comparable)
  case function(FunctionCall)

  package enum Comparable: Sendable, Hashable {
    case literal(Literal)
    case query(JSONPathQuery)
    case function(FunctionCall)
    /// `{$…}` where a value stands (rule C6).
    case embedded(ParsedExpression, offset: Int)
    /// A quoted string that holds `{$…}`: always text.
    case template(StringTemplate, offset: Int)
  }

  package struct FunctionCall: Sendable, Hashable {
    package var name: String
    package var arguments: [Argument]
    /// The pattern of `match` or `search`, where it is written in the query; `nil` where a value that
    /// is found holds it.
    package let pattern: Result<ParsedPattern, ExpressionError>?

    package init(name: String, arguments: [Argument], offset: Int) {
      self.name = name
      self.arguments = arguments
      pattern =
        ["match", "search"].contains(name) && arguments.count == 2
        ? arguments[1].pattern(at: offset) : nil
    }
  }

  package enum Argument: Sendable, Hashable {
    case literal(Literal)
    case query(JSONPathQuery)
    case function(FunctionCall)
    case logical(FilterExpression)
    case embedded(ParsedExpression, offset: Int)
    /// A quoted string that holds `{$…}`: always text.
    case template(StringTemplate, offset: Int)
  }
}

extension FilterExpression.Argument {
  /// - Parameter offset: Where errors are in a literal, for escapes may have moved what it holds.
  fileprivate func pattern(at offset: Int) -> Result<ParsedPattern, ExpressionError>? {
    switch self {
    case .literal(.string(let text)): pattern(.text(text), offset)
    case .template(let template, let start): pattern(template, start)
    case .embedded(let parsed, let start): pattern(.expression(parsed), start)
    case .literal, .query, .function, .logical: nil
    }
  }

  private func pattern(
    _ template: StringTemplate, _ offset: Int
  ) -> Result<ParsedPattern, ExpressionError> {
    Result { () throws(ExpressionError) in
      try ParsedPattern.parse(template, at: offset, language: .iRegexp)
    }
  }
}

/// Writes queries and filters as RFC 9535 has them, with `{$…}` where a value of the run stands.
struct JSONPathSpelling {
  let expression: (RuntimeExpression) -> String
  /// What stands for the node that the outermost filter is tried on.
  var node = "@"

  /// The same inside a filter, where `@` is another node.
  private var inner: JSONPathSpelling { JSONPathSpelling(expression: expression) }

  func text(_ query: JSONPathQuery) -> String {
    (query.root == .root ? "$" : node) + query.segments.map(text).joined()
  }

  private func text(_ segment: JSONPathQuery.Segment) -> String {
    let dots = segment.isDescendant ? ".." : ""
    if segment.selectors.count == 1, case .name(let name) = segment.selectors[0],
      name.isShorthand
    {
      return (segment.isDescendant ? dots : ".") + name
    }
    return "\(dots)[\(segment.selectors.map(text).joined(separator: ", "))]"
  }

  private func text(_ selector: JSONPathQuery.Selector) -> String {
    switch selector {
    case .name(let name): name.quotedForJSONPath
    case .wildcard: "*"
    case .index(let index): String(index)
    case .slice(let start, let end, let step):
      "\(start.map(String.init) ?? ""):\(end.map(String.init) ?? ""):\(step)"
    case .filter(let filter): "?" + inner.text(filter)
    case .embedded(let parsed, _): "{\(expression(parsed.expression))}"
    case .template(let template, _): template.spelled(expression).quotedForJSONPath
    }
  }

  func text(_ filter: FilterExpression) -> String {
    switch filter {
    case .or(let parts): parts.map(text).joined(separator: " || ")
    case .and(let parts): parts.map(operand).joined(separator: " && ")
    case .not(let part):
      switch part {
      case .exists, .function: "!" + text(part)
      default: "!(\(text(part)))"
      }
    case .exists(let query): text(query)
    case .comparison(let comparison, let left, let right):
      "\(text(left)) \(comparison.rawValue) \(text(right))"
    case .function(let call): text(call)
    }
  }

  private func operand(_ filter: FilterExpression) -> String {
    if case .or = filter { "(\(text(filter)))" } else { text(filter) }
  }

  private func text(_ comparable: FilterExpression.Comparable) -> String {
    switch comparable {
    case .literal(let literal): text(literal)
    case .query(let query): text(query)
    case .function(let call): text(call)
    case .embedded(let parsed, _): "{\(expression(parsed.expression))}"
    case .template(let template, _): template.spelled(expression).quotedForJSONPath
    }
  }

  private func text(_ call: FilterExpression.FunctionCall) -> String {
    let arguments = call.arguments.map { argument -> String in
      switch argument {
      case .literal(let literal): text(literal)
      case .query(let query): text(query)
      case .function(let call): text(call)
      case .logical(let filter): text(filter)
      case .embedded(let parsed, _): "{\(expression(parsed.expression))}"
      case .template(let template, _): template.spelled(expression).quotedForJSONPath
      }
    }
    return "\(call.name)(\(arguments.joined(separator: ", ")))"
  }

  private func text(_ literal: Literal) -> String {
    if case .string(let text) = literal { text.quotedForJSONPath } else { literal.spelling }
  }
}

extension String {
  /// The text as a string literal of a JSONPath query (RFC 9535, 2.3.1.1).
  package var quotedForJSONPath: String {
    let escaped = replacing("\\", with: "\\\\").replacing("'", with: "\\'")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    return "'\(escaped)'"
  }
}

extension JSONPathQuery {
  /// The query as RFC 9535 has it, with `{$…}` where a value of the run stands.
  package func spelled(_ expression: @escaping (RuntimeExpression) -> String) -> String {
    JSONPathSpelling(expression: expression).text(self)
  }
}

extension String {
  /// Whether a query can name it after a dot.
  fileprivate var isShorthand: Bool {
    guard let first = unicodeScalars.first, !first.isDigit else { return false }
    return unicodeScalars.allSatisfy { $0.isNameCharacter && $0 != "-" }
  }
}
