import ArazzoDocuments
import ArazzoExpressions

/// Comparisons of paths below one context (dialect P4).
struct PathConditionCompiler {
  let conditions: ConditionCompiler
  let context: ValuePlan
  let node: Node

  func plan(_ condition: PathCondition) -> ConditionPlan? {
    switch condition {
    case .or(let parts): return all(parts).map(ConditionPlan.or)
    case .and(let parts): return all(parts).map(ConditionPlan.and)
    case .not(let inner): return plan(inner).map(ConditionPlan.not)
    case .exists(let path): return exists(path)
    case .comparison(let comparison, let left, let right):
      return compare(comparison, left, right)
    }
  }

  private func all(_ parts: [PathCondition]) -> [ConditionPlan]? {
    let plans = parts.map(plan)
    let present = plans.compactMap(\.self)
    return present.count == plans.count ? present : nil
  }

  func exists(_ path: PathCondition.Path) -> ConditionPlan? {
    guard let selectors = selectors(path.query) else { return nil }
    if let tokens = selectors.pointer { return .exists(member(tokens)) }
    return nodes(selectors, isLength: path.isLength, test: .exists)
  }

  private func compare(
    _ comparison: ComparisonOperator, _ left: PathCondition.Operand,
    _ right: PathCondition.Operand
  ) -> ConditionPlan? {
    switch (left, right) {
    case (.path(let path), .path(let other)): return compare(comparison, path, other)
    case (.path(let path), let other):
      return value(other).flatMap { compare(comparison, path, $0) }
    case (let other, .path(let path)):
      return value(other).flatMap { compare(comparison.mirrored, path, $0) }
    case (let left, let right):
      guard let left = value(left), let right = value(right) else { return nil }
      return .comparison(comparison, left, right, .strict)
    }
  }

  private func compare(
    _ comparison: ComparisonOperator, _ path: PathCondition.Path, _ value: ValuePlan
  ) -> ConditionPlan? {
    guard let selectors = selectors(path.query) else { return nil }
    if let tokens = selectors.pointer {
      return .comparison(
        comparison, member(tokens), value, path.isLength ? .strictLength : .strict)
    }
    return nodes(selectors, isLength: path.isLength, test: .some(comparison, value))
  }

  /// Two paths: the right one must be a single value, or be turned around to be the left one.
  private func compare(
    _ comparison: ComparisonOperator, _ left: PathCondition.Path, _ right: PathCondition.Path
  ) -> ConditionPlan? {
    guard let leftSelectors = selectors(left.query), let rightSelectors = selectors(right.query)
    else { return nil }
    if let tokens = rightSelectors.pointer, !right.isLength {
      let value = member(tokens)
      guard let compared = compare(comparison, left, value) else { return nil }
      return comparison == .notEqual ? compared : .and([.exists(value), compared])
    }
    if let tokens = leftSelectors.pointer, !left.isLength, comparison != .notEqual {
      let value = member(tokens)
      return compare(comparison.mirrored, right, value).map { .and([.exists(value), $0]) }
    }
    return refuse("a comparison of two paths that both find many values")
  }

  private func member(_ tokens: [String]) -> ValuePlan {
    if case .responseBody(let base) = context.kind {
      return ValuePlan(
        kind: .responseBody(pointer: base + tokens), type: .json, isOptional: true,
        expression: context.expression)
    }
    return context.member(tokens, expression: context.expression)
  }

  private func nodes(
    _ selectors: [NodesPlan.Selector], isLength: Bool, test: NodesPlan.Test
  ) -> ConditionPlan {
    .nodes(NodesPlan(context: context, selectors: selectors, isLength: isLength, test: test))
  }

  private func value(_ operand: PathCondition.Operand) -> ValuePlan? {
    switch operand {
    case .literal(let literal): .literal(LiteralPlan(literal))
    case .embedded(let parsed, let offset): conditions.embedded(parsed, offset, node)
    case .template(let template, let offset): conditions.template(template, offset, node)
    case .path: nil
    }
  }
}
