import ArazzoDocuments

/// A string value of a description: one whole expression, plain text, or text with expressions in it
/// (rules V1 and V2).
package enum StringTemplate: Sendable, Hashable {
  case expression(ParsedExpression)
  case text(String)
  case parts([Part])

  package enum Part: Sendable, Hashable {
    case text(String)
    /// `offset` is where the expression starts, in Unicode scalars. `isBraced` is false for dialect P1.
    case expression(ParsedExpression, offset: Int, isBraced: Bool)
  }
}

extension StringTemplate {
  /// Whether there is anything in it that is known only when the workflow runs.
  package var hasExpressions: Bool { !expressions.isEmpty }

  /// The expressions in it, first to last.
  package var expressions: [ParsedExpression] {
    switch self {
    case .expression(let expression): [expression]
    case .text: []
    case .parts(let parts):
      parts.compactMap { part in
        if case .expression(let expression, _, _) = part { expression } else { nil }
      }
    }
  }

  /// The dialects that its spelling used, those of its expressions included.
  package var dialects: Set<Dialect> {
    var result = Set(expressions.flatMap(\.dialects))
    if case .parts(let parts) = self, parts.contains(where: \.isUnbraced) {
      result.insert(.p01UnbracedExpression)
    }
    return result
  }
}

extension StringTemplate.Part {
  fileprivate var isUnbraced: Bool {
    if case .expression(_, _, isBraced: false) = self { true } else { false }
  }
}
