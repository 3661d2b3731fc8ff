/// A JSONPath query (RFC 9535) with a value in each of its holes.
///
/// - `Value`: A literal, or a value of the run (rule C6): as it is written, or as it was compiled.
/// - `Pattern`: The same of a pattern of `match` or `search`.
package struct JSONPathQuery<Value: Sendable & Hashable, Pattern: Sendable & Hashable>:
  Sendable, Hashable
{
  package var root: JSONPathRoot
  package var segments: [Segment]

  package init(root: JSONPathRoot, segments: [Segment]) {
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
    case filter(Filter)
    /// `[{$…}]` or `.{$…}`: a name when the value is a string, an index when it is a number (rule C6).
    case child(Value)
  }

  /// A logical expression of a filter selector (RFC 9535, 2.3.5).
  package indirect enum Filter: Sendable, Hashable {
    case or([Filter])
    case and([Filter])
    case not(Filter)
    case exists(JSONPathQuery)
    case comparison(ComparisonOperator, Operand, Operand)
    /// `match` where the whole of the text must match, else `search`.
    case pattern(Operand, Pattern, isWhole: Bool)
    /// The same with a pattern that a value that is found holds.
    case foundPattern(Operand, Operand, isWhole: Bool)
  }

  /// What a filter compares or gives to a function.
  package indirect enum Operand: Sendable, Hashable {
    case value(Value)
    case query(JSONPathQuery)
    case length(Operand)
    case count(JSONPathQuery)
    case valueOf(JSONPathQuery)
  }
}

/// Where a query begins.
package enum JSONPathRoot: String, Sendable, Encodable {
  case root = "$"
  /// The node that a filter is tried on.
  case current = "@"
}

/// What a query is written in.
package enum JSONPathLanguage: Sendable {
  case rfc9535
  /// `draft-goessner-dispatch-jsonpath-00`, read as RFC 9535 with what only the draft has.
  case draft
}

/// The function extensions of RFC 9535 with their types.
enum JSONPathFunction: String, CaseIterable {
  case length, count, match, search, value

  enum Parameter { case value, nodes }

  var parameters: [Parameter] {
    switch self {
    case .length: [.value]
    case .count, .value: [.nodes]
    case .match, .search: [.value, .value]
    }
  }
}

extension JSONPathQuery: Encodable where Value: Encodable, Pattern: Encodable {}
extension JSONPathQuery.Segment: Encodable where Value: Encodable, Pattern: Encodable {}
extension JSONPathQuery.Selector: Encodable where Value: Encodable, Pattern: Encodable {}
extension JSONPathQuery.Filter: Encodable where Value: Encodable, Pattern: Encodable {}
extension JSONPathQuery.Operand: Encodable where Value: Encodable, Pattern: Encodable {}

/// A query with its values as they are written.
package typealias ParsedQuery = JSONPathQuery<WrittenValue, WrittenPattern>

/// A pattern of `match` or `search` that is written in a query.
package struct WrittenPattern: Sendable, Hashable {
  package let value: WrittenValue
  /// A query is well-formed whatever its patterns hold (RFC 9535, 2.4.6).
  package let reading: Result<ParsedPattern, ExpressionError>

  /// - Parameters:
  ///   - value: What stands in the pattern's place; a literal that is no text is no pattern.
  ///   - function: What takes it.
  ///   - offset: Where errors are in a literal, for escapes may have moved what it holds.
  init?(_ value: WrittenValue, of function: JSONPathFunction, at offset: Int) {
    let (template, start): (StringTemplate, Int)
    switch value {
    case .literal(.string(let text)): (template, start) = (.text(text), offset)
    case .literal: return nil
    case .expression(let parsed, let offset): (template, start) = (.expression(parsed), offset)
    case .template(let content, let offset): (template, start) = (content, offset)
    }
    self.value = value
    reading = Result { () throws(ExpressionError) in
      try ParsedPattern.parse(template, at: start, language: .iRegexp)
    }.mapError { error in
      ExpressionError(
        "in the pattern of '\(function.rawValue)': \(error.message)", offset: error.offset,
        suggestion: error.suggestion)
    }
  }
}

extension JSONPathQuery {
  /// Whether it finds at most one node by its form (RFC 9535, 2.3.5.1).
  package var isSingular: Bool { segments.allSatisfy(\.isSingular) }
}

extension JSONPathQuery.Segment {
  /// Whether it selects at most one node.
  package var isSingular: Bool {
    guard !isDescendant, selectors.count == 1 else { return false }
    switch selectors[0] {
    case .name, .index, .child: return true
    case .wildcard, .slice, .filter: return false
    }
  }
}

extension JSONPathQuery.Filter {
  /// Whether it depends on the node that it's applied to.
  package var asksOfNode: Bool {
    switch self {
    case .or(let parts), .and(let parts): parts.contains(where: \.asksOfNode)
    case .not(let inner): inner.asksOfNode
    case .exists(let query): query.root == .current
    case .comparison(_, let left, let right), .foundPattern(let left, let right, _):
      left.asksOfNode || right.asksOfNode
    case .pattern(let text, _, _): text.asksOfNode
    }
  }
}

extension JSONPathQuery.Operand {
  fileprivate var asksOfNode: Bool {
    switch self {
    case .value: false
    case .query(let query), .count(let query), .valueOf(let query): query.root == .current
    case .length(let operand): operand.asksOfNode
    }
  }
}
