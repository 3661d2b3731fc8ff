import ArazzoDocuments
import ArazzoExpressions

/// Queries and comparisons of paths below one context (rule C4, dialect P4).
struct PathConditionCompiler {
  let conditions: ConditionCompiler
  let context: ValuePlan
  let node: Node
  /// The values of the run that stand in the condition.
  let embedded = Embedded()

  final class Embedded {
    var values: [ValuePlan] = []
  }

  var queries: QueryCompiler { QueryCompiler(conditions: conditions, node: node) }

  func plan(_ condition: PathCondition) -> ConditionPlan? {
    switch condition {
    case .or(let parts): return queries.complete(parts.map(plan)).map { .or($0) }
    case .and(let parts): return queries.complete(parts.map(plan)).map { .and($0) }
    case .not(let inner): return plan(inner).map(ConditionPlan.negated)
    case .exists(let path): return exists(path)
    case .comparison(let comparison, let left, let right):
      return compare(comparison, left, right)
    }
  }

  func exists(_ path: PathCondition.Path) -> ConditionPlan? {
    guard checkDeclared(path, needsValue: false), let query = query(path) else { return nil }
    if let tokens = query.pointer, !path.isLength {
      // The query '$' finds a 'null' too, of which nothing is to hold (rule C9).
      return tokens.isEmpty ? .isPresent(context) : .exists(member(tokens))
    }
    return .nodes(NodesPlan(context: context, query: query, measure: path.measure, test: .exists))
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
    let needsValue = comparison != .notEqual && value.literal != .null
    guard checkDeclared(path, needsValue: needsValue), let query = query(path) else { return nil }
    if let tokens = query.pointer {
      return .comparison(
        comparison, member(tokens), value, path.isLength ? .strictLength : .strict)
    }
    return .nodes(
      NodesPlan(
        context: context, query: query, measure: path.measure, test: .some(comparison, value)))
  }

  /// Two paths; one that leads to a single value is compared as that value.
  private func compare(
    _ comparison: ComparisonOperator, _ left: PathCondition.Path, _ right: PathCondition.Path
  ) -> ConditionPlan? {
    guard let leftQuery = query(left), let rightQuery = query(right) else { return nil }
    if let tokens = rightQuery.pointer, !right.isLength {
      let value = member(tokens)
      guard let compared = compare(comparison, left, value) else { return nil }
      return comparison == .notEqual ? compared : .and([.exists(value), compared])
    }
    if let tokens = leftQuery.pointer, !left.isLength, comparison != .notEqual {
      let value = member(tokens)
      return compare(comparison.mirrored, right, value).map { .and([.exists(value), $0]) }
    }
    return .nodes(
      NodesPlan(
        context: context, query: leftQuery, measure: left.measure,
        test: .someNode(comparison, rightQuery, right.measure)))
  }

  private func query(_ path: PathCondition.Path) -> QueryPlan? {
    guard let query = queries.plan(path.query) else { return nil }
    embedded.values += query.values
    return query
  }

  private func value(_ operand: PathCondition.Operand) -> ValuePlan? {
    let value: ValuePlan? =
      switch operand {
      case .literal(let literal): .literal(LiteralPlan(literal))
      case .embedded(let parsed, let offset): conditions.embedded(parsed, offset, node)
      case .template(let template, let offset): queries.text(template, offset)
      case .path: nil
      }
    if let value { embedded.values.append(value) }
    return value
  }
}

extension PathCondition.Path {
  /// What `.length` at its end is about.
  var measure: NodesPlan.Measure? {
    guard isLength else { return nil }
    guard let last = query.segments.last, last.selectors.count == 1,
      case .filter = last.selectors[0]
    else { return .length }
    return .count
  }
}
