/// A value that a condition or a query writes: a literal, or a value of the run (rule C6).
package enum WrittenValue: Sendable, Hashable {
  case literal(Literal)
  /// A runtime expression that keeps its type; `offset` is where it begins.
  case expression(ParsedExpression, offset: Int)
  /// A quoted string that holds `{$…}`; `offset` is where its content begins.
  case template(StringTemplate, offset: Int)
}

/// A literal of a condition or a query.
package enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  /// The digits as written.
  case number(String)
  case string(String)
}

extension Literal {
  /// The literal in a condition: strings in single quotes.
  package var spelling: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): "'\(text.replacing("'", with: "''"))'"
    }
  }
}
