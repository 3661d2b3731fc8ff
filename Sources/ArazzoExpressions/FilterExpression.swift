import ArazzoDocuments

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
