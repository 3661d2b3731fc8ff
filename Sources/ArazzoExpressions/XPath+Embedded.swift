extension XPathExpression {
  /// A `{$…}` of the expression, and where it stands.
  package enum Embedded: Sendable, Hashable {
    case expression(ParsedExpression, offset: Int)
    case template(StringTemplate, offset: Int)
  }

  /// Every `{$…}` in it, in the order written.
  package var embedded: [Embedded] {
    switch self {
    case .embedded(let expression, let offset): [.expression(expression, offset: offset)]
    case .template(let template, let offset): [.template(template, offset: offset)]
    case .string, .number: []
    case .or(let parts), .and(let parts), .union(let parts), .function(_, let parts):
      parts.flatMap(\.embedded)
    case .binary(_, let left, let right): left.embedded + right.embedded
    case .negated(let operand): operand.embedded
    case .filtered(let nodes, let predicates):
      nodes.embedded + predicates.flatMap(\.embedded)
    case .path(let path):
      path.start.embedded + path.steps.flatMap { $0.predicates.flatMap(\.embedded) }
    }
  }
}

extension XPathExpression.Path.Start {
  fileprivate var embedded: [XPathExpression.Embedded] {
    if case .nodes(let nodes) = self { nodes.embedded } else { [] }
  }
}
