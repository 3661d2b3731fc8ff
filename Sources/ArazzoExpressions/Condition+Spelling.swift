import ArazzoDocuments

extension Condition {
  /// The condition as the specification spells it.
  package func spelled(_ expression: (RuntimeExpression) -> String) -> String {
    spelled(expression, inside: .or)
  }

  /// How tightly an operator binds.
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

extension Condition.Operand {
  fileprivate func spelled(_ expression: (RuntimeExpression) -> String) -> String {
    switch self {
    case .literal(let literal): literal.spelling
    case .expression(let parsed, _): expression(parsed.expression)
    case .template(let template, _): Literal.string(template.spelled(expression)).spelling
    }
  }
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
