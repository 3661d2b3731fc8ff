import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Conditions of type `simple` (rule C2).
extension ConditionCompiler {
  func simple(_ parsed: ParsedCondition, _ criterion: Criterion) -> ConditionPlan? {
    let node = criterion.condition
    reportIgnored(criterion)
    let text = EmbeddingText(node, values, mended: parsed.condition.spelled(values.spelled))
    // The other dialects are those of expressions, which are told where they stand.
    if parsed.dialects.contains(.p07UnquotedText) {
      diagnostics.dialect(
        .p07UnquotedText, at: node.location, specSpelling: "put the text in single quotes",
        fix: text.scalar?.fix)
    }
    return plan(parsed.condition, text)
  }

  /// A context that a `simple` condition has no use for (dialect P18).
  func reportIgnored(_ criterion: Criterion) {
    guard let context = criterion.context else { return }
    diagnostics.dialect(
      .p18LooseForm, at: context.location,
      specSpelling: "leave 'context' out: a condition of type 'simple' has none",
      fix: criterion.node?.removal(of: ["context"]).flatMap {
        Fix($0, text: "the criterion without 'context'")
      })
  }

  /// That the context equals a JSON value (dialect P6).
  func equality(_ criterion: Criterion, _ literal: LiteralPlan) -> ConditionPlan? {
    guard let left = context(criterion) else { return nil }
    diagnostics.dialect(
      .p06JSONLiteral, at: criterion.condition.location,
      specSpelling:
        "compare what is in it, each with its pointer, in a condition without a context",
      fix: CriterionFix(criterion: criterion, values: values).fix(literal))
    return .comparison(.equal, left, .literal(literal), .strict)
  }

  private func plan(_ condition: Condition, _ text: EmbeddingText) -> ConditionPlan? {
    switch condition {
    case .or(let parts): return all(parts, text).map(ConditionPlan.or)
    case .and(let parts): return all(parts, text).map(ConditionPlan.and)
    case .not(let inner): return plan(inner, text).map(ConditionPlan.negated)
    case .operand(let operand): return value(operand, text).map(ConditionPlan.isTrue)
    case .comparison(let comparison, let left, let right):
      guard let left = value(left, text), let right = value(right, text) else { return nil }
      return .statusComparison(comparison, left, right)
        ?? .comparison(comparison, left, right, .loose)
    }
  }

  private func all(_ parts: [Condition], _ text: EmbeddingText) -> [ConditionPlan]? {
    let plans = parts.map { plan($0, text) }
    let present = plans.compactMap(\.self)
    return present.count == plans.count ? present : nil
  }

  private func value(_ operand: Condition.Operand, _ text: EmbeddingText) -> ValuePlan? {
    switch operand {
    case .literal(let literal): return .literal(LiteralPlan(literal))
    case .expression(let parsed, let offset): return text.value(parsed, offset)
    case .template(let template, let offset): return text.template(template, offset)
    }
  }
}

extension ConditionPlan {
  /// The plain form of a status compared with an integer, on either side.
  static func statusComparison(
    _ comparison: ComparisonOperator, _ left: ValuePlan, _ right: ValuePlan
  ) -> ConditionPlan? {
    if left.kind == .statusCode, let status = right.literal?.integer {
      return .status(comparison, status)
    }
    if right.kind == .statusCode, let status = left.literal?.integer {
      return .status(comparison.mirrored, status)
    }
    return nil
  }
}

extension LiteralPlan {
  /// The integer that the literal is or, as text, reads as.
  fileprivate var integer: Int? {
    switch self {
    case .number(let text), .string(let text): Int(text)
    default: nil
    }
  }
}
