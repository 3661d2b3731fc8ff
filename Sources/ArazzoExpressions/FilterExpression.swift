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
    /// Where it begins, in Unicode scalars.
    package var offset: Int

    package init(name: String, arguments: [Argument], offset: Int) {
      self.name = name
      self.arguments = arguments
      self.offset = offset
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
