import ArazzoDocuments

/// A condition of type `simple` (Arazzo 1.0.1, "Criterion Object").
package indirect enum Condition: Sendable, Hashable {
  case or([Condition])
  case and([Condition])
  case not(Condition)
  case comparison(ComparisonOperator, WrittenValue, WrittenValue)
  /// A bare operand: true unless it is `false`, `null` or missing (rule C2).
  case operand(WrittenValue)
}

/// `<`, `<=`, `>`, `>=`, `==`, `!=`.
package enum ComparisonOperator: String, Sendable, Hashable, Codable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="

  /// The equivalent operator with the operands exchanged.
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

/// A condition with the dialects that its spelling used (P6 is the compiler's, P7 shows here).
package struct ParsedCondition: Sendable, Hashable {
  package var condition: Condition
  package var dialects: Set<Dialect>

  package init(_ condition: Condition, dialects: Set<Dialect> = []) {
    self.condition = condition
    self.dialects = dialects
  }
}

extension Condition {
  /// The condition as the specification spells it.
  package func spelled(_ expression: (RuntimeExpression) -> String) -> String {
    spelled(expression, inside: .or)
  }

  /// The precedence of an operator.
  fileprivate enum Binding: Int { case or, and, comparison, not }

  fileprivate func spelled(
    _ expression: (RuntimeExpression) -> String, inside outer: Binding
  ) -> String {
    let text: String
    let binding: Binding
    switch self {
    case .or(let parts):
      (text, binding) = (parts.joined(expression, by: " || ", inside: .and), .or)
    case .and(let parts):
      (text, binding) = (parts.joined(expression, by: " && ", inside: .comparison), .and)
    case .not(let inner):
      (text, binding) = ("!" + inner.spelled(expression, inside: .not), .not)
    case .comparison(let comparison, let left, let right):
      (text, binding) = (
        "\(left.spelled(expression)) \(comparison.rawValue) \(right.spelled(expression))",
        .comparison
      )
    case .operand(let operand): (text, binding) = (operand.spelled(expression), .not)
    }
    return binding.rawValue < outer.rawValue ? "(\(text))" : text
  }
}

extension [Condition] {
  fileprivate func joined(
    _ expression: (RuntimeExpression) -> String, by separator: String,
    inside binding: Condition.Binding
  ) -> String {
    map { $0.spelled(expression, inside: binding) }.joined(separator: separator)
  }
}

extension WrittenValue {
  /// The value as an operand of a `simple` condition.
  fileprivate func spelled(_ expression: (RuntimeExpression) -> String) -> String {
    switch self {
    case .literal(let literal): literal.spelling
    case .expression(let parsed, _): expression(parsed.expression)
    case .template(let template, _): Literal.string(template.spelled(expression)).spelling
    }
  }
}
