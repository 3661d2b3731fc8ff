import ArazzoDocuments

/// A condition of type `simple` (Arazzo 1.0.1, "Criterion Object").
package indirect enum Condition: Sendable, Hashable {
  case or([Condition])
  case and([Condition])
  case not(Condition)
  case comparison(ComparisonOperator, Operand, Operand)
  /// A bare operand: true unless it is `false`, `null` or missing (rule C2).
  case operand(Operand)

  package enum Operand: Sendable, Hashable {
    case literal(Literal)
    case expression(ParsedExpression, offset: Int)
    /// A quoted string that holds `{$…}`.
    case template(StringTemplate, offset: Int)
  }
}

/// `<`, `<=`, `>`, `>=`, `==`, `!=`.
package enum ComparisonOperator: String, Sendable, Hashable, Codable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="

  /// The operator that says the same with the sides exchanged.
  package var mirrored: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}

/// A literal of a condition or a query.
package enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  /// The digits as written.
  case number(String)
  case string(String)
}

/// A condition with the dialects that its spelling used (P6 is the compiler's, P7 shows here).
package struct ParsedCondition: Sendable, Hashable {
  package var condition: Condition
  package var dialects: Set<Dialect>

  package init(_ condition: Condition, dialects: Set<Dialect> = []) {
    self.condition = condition
    self.dialects = dialects
  }
}
