import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Rewrites a criterion in the specification's spelling.
struct CriterionFix {
  let criterion: Criterion
  let values: ValueCompiler

  /// The `simple` condition that a comparison of paths means, else the query (dialect P4).
  func fix(_ condition: PathCondition) -> Fix? {
    if let simple = context.flatMap(condition.simple) { return self.simple(simple) }
    return condition.query(values.spelled).flatMap(query)
  }

  /// A filter's condition on the object that it's applied to (dialect P5).
  func fix(_ query: ParsedQuery) -> Fix? {
    guard case .filter(let filter)? = query.segments.first?.selectors.first,
      query.segments.count == 1
    else { return nil }
    if let simple = context.flatMap(filter.simple) { return self.simple(simple) }
    return self.query(filter.query(values.spelled))
  }

  /// That the context equals a JSON value (dialect P6): each scalar in it at its pointer.
  func fix(_ literal: LiteralPlan) -> Fix? {
    guard let context, let comparisons = comparisons(literal, context, []), comparisons.count <= 20
    else { return nil }
    return simple(comparisons.count == 1 ? comparisons[0] : .and(comparisons))
  }

  private func comparisons(
    _ literal: LiteralPlan, _ context: RuntimeExpression, _ tokens: [String]
  ) -> [Condition]? {
    switch literal {
    case .object(let members) where !members.isEmpty:
      let parts = members.compactMap { comparisons($0.value, context, tokens + [$0.name]) }
      return parts.count == members.count ? parts.flatMap(\.self) : nil
    case .array(let items) where !items.isEmpty:
      let parts = items.enumerated().compactMap {
        comparisons($1, context, tokens + [String($0)])
      }
      return parts.count == items.count ? parts.flatMap(\.self) : nil
    case .object, .array: return nil
    default:
      guard let literal = literal.literal, tokens.allSatisfy(\.endsBeforeBlank),
        let expression = context.extended(by: tokens)
      else { return nil }
      return [
        .comparison(.equal, .expression(.init(expression), offset: 0), .literal(literal))
      ]
    }
  }

  private var context: RuntimeExpression? { criterion.source }

  /// Another condition, without the members that only the other types of criteria have.
  private func simple(_ condition: Condition) -> Fix? {
    let text = condition.spelled(values.spelled)
    guard let edit = edit(text), let mapping = criterion.node?.mapping else { return nil }
    let names = ["context", "type"].filter { mapping[$0] != nil }
    guard let removals = criterion.node?.removal(of: names) else { return nil }
    let rest =
      names.isEmpty ? "" : ", without " + names.map { "'\($0)'" }.joined(separator: " and ")
    return Fix([edit] + removals, text: "condition: \(edit.text)\(rest)")
  }

  /// Another query in the same criterion.
  private func query(_ text: String) -> Fix? {
    edit(text).flatMap { Fix([$0], text: "condition: \($0.text)") }
  }

  private func edit(_ text: String) -> Fix.Edit? {
    let node = criterion.condition
    guard let written = node.string ?? node.number ?? node.bool.map(String.init(describing:)) else {
      return node.isNull ? Fix(at: node.location, replacing: "null", with: text)?.edits.first : nil
    }
    return Fix(at: node.location, replacing: written, with: text)?.edits.first
  }
}

extension LiteralPlan {
  fileprivate var literal: Literal? {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let digits): .number(digits)
    case .string(let text): .string(text)
    case .array, .object: nil
    }
  }
}

extension String {
  /// Whether a pointer in a condition can hold the token.
  fileprivate var endsBeforeBlank: Bool {
    !isEmpty && !contains(where: { $0.isWhitespace || ")=<>\"!&|[]".contains($0) })
  }
}
