import ArazzoDocuments

/// Writes queries and filters in RFC 9535's syntax, with `{$…}` for values of the run.
struct JSONPathSpelling {
  let expression: (RuntimeExpression) -> String
  /// The spelling of the node that the outermost filter is applied to.
  var node = JSONPathRoot.current

  /// The same inside a filter, where `@` is another node.
  private var inner: JSONPathSpelling { JSONPathSpelling(expression: expression) }

  func text(_ query: ParsedQuery) -> String {
    (query.root == .root ? .root : node).rawValue + query.segments.map(text).joined()
  }

  private func text(_ segment: ParsedQuery.Segment) -> String {
    let dots = segment.isDescendant ? ".." : ""
    if segment.selectors.count == 1, case .name(let name) = segment.selectors[0],
      name.isShorthand
    {
      return (segment.isDescendant ? dots : ".") + name
    }
    return "\(dots)[\(segment.selectors.map(text).joined(separator: ", "))]"
  }

  private func text(_ selector: ParsedQuery.Selector) -> String {
    switch selector {
    case .name(let name): name.quotedForJSONPath
    case .wildcard: "*"
    case .index(let index): String(index)
    case .slice(let start, let end, let step):
      "\(start.map(String.init) ?? ""):\(end.map(String.init) ?? ""):\(step)"
    case .filter(let filter): "?" + inner.text(filter)
    case .child(let value): text(value)
    }
  }

  func text(_ filter: ParsedQuery.Filter) -> String {
    switch filter {
    case .or(let parts): parts.map(text).joined(separator: " || ")
    case .and(let parts): parts.map(operand).joined(separator: " && ")
    case .not(let part):
      switch part {
      case .exists, .pattern, .foundPattern: "!" + text(part)
      default: "!(\(text(part)))"
      }
    case .exists(let query): text(query)
    case .comparison(let comparison, let left, let right):
      "\(text(left)) \(comparison.rawValue) \(text(right))"
    case .pattern(let searched, let pattern, let isWhole):
      call(isWhole ? .match : .search, text(searched), text(pattern.value))
    case .foundPattern(let searched, let pattern, let isWhole):
      call(isWhole ? .match : .search, text(searched), text(pattern))
    }
  }

  private func operand(_ filter: ParsedQuery.Filter) -> String {
    if case .or = filter { "(\(text(filter)))" } else { text(filter) }
  }

  private func text(_ operand: ParsedQuery.Operand) -> String {
    switch operand {
    case .value(let value): text(value)
    case .query(let query): text(query)
    case .length(let operand): call(.length, text(operand))
    case .count(let query): call(.count, text(query))
    case .valueOf(let query): call(.value, text(query))
    }
  }

  private func call(_ function: JSONPathFunction, _ arguments: String...) -> String {
    "\(function.rawValue)(\(arguments.joined(separator: ", ")))"
  }

  private func text(_ value: WrittenValue) -> String {
    switch value {
    case .literal(.string(let text)): text.quotedForJSONPath
    case .literal(let literal): literal.spelling
    case .expression(let parsed, _): "{\(expression(parsed.expression))}"
    case .template(let template, _): template.spelled(expression).quotedForJSONPath
    }
  }
}

extension String {
  /// The text as a string literal of a JSONPath query (RFC 9535, 2.3.1.1).
  fileprivate var quotedForJSONPath: String {
    let escaped = self.escaped { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "'": "\\'"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: nil
      }
    }
    return "'\(escaped)'"
  }
}

extension ParsedQuery {
  /// The query in RFC 9535's syntax, with `{$…}` for values of the run.
  package func spelled(_ expression: @escaping (RuntimeExpression) -> String) -> String {
    JSONPathSpelling(expression: expression).text(self)
  }
}

extension ParsedQuery.Filter {
  /// The query that applies a filter's condition to the root (dialect P5).
  package func query(_ expression: @escaping (RuntimeExpression) -> String) -> String {
    let spelling = JSONPathSpelling(expression: expression, node: .root)
    if case .exists = self { return spelling.text(self) }
    return "$[?\(spelling.text(self))]"
  }
}

extension String {
  /// Whether a query can name it after a dot.
  fileprivate var isShorthand: Bool {
    guard let first = unicodeScalars.first, !first.isDigit else { return false }
    return unicodeScalars.allSatisfy { $0.isNameCharacter && $0 != "-" }
  }
}
