import ArazzoDocuments
import ArazzoExpressions

/// Queries and comparisons of paths below one context (rule C4, dialect P4).
struct PathConditionCompiler {
  let text: EmbeddingText
  let context: ValuePlan

  /// A condition with the values of the run in it.
  struct Compiled {
    var plan: ConditionPlan
    var values: [ValuePlan]
  }

  private var queries: QueryCompiler { QueryCompiler(text: text) }

  func plan(_ condition: PathCondition) -> Compiled? {
    switch condition {
    case .or(let parts): return all(parts, ConditionPlan.or)
    case .and(let parts): return all(parts, ConditionPlan.and)
    case .not(let inner):
      return plan(inner).map { Compiled(plan: .negated($0.plan), values: $0.values) }
    case .exists(let path): return exists(path)
    case .comparison(let comparison, let left, let right):
      return compare(comparison, left, right)
    }
  }

  private func all(
    _ parts: [PathCondition], _ join: ([ConditionPlan]) -> ConditionPlan
  ) -> Compiled? {
    queries.complete(parts.map(plan)).map { parts in
      Compiled(plan: join(parts.map(\.plan)), values: parts.flatMap(\.values))
    }
  }

  func exists(_ path: PathCondition.Path) -> Compiled? {
    guard checkDeclared(path, needsValue: false), let query = queries.plan(path.query) else {
      return nil
    }
    if let tokens = query.pointer, !path.isLength {
      // The query '$' finds a 'null' too, of which nothing is to hold (rule C9).
      let plan = tokens.isEmpty ? ConditionPlan.isPresent(context) : .exists(member(tokens))
      return Compiled(plan: plan, values: query.parts)
    }
    let nodes = NodesPlan(context: context, query: query, measure: path.measure, test: .exists)
    return Compiled(plan: .nodes(nodes), values: query.parts)
  }

  private func compare(
    _ comparison: ComparisonOperator, _ left: PathCondition.Operand,
    _ right: PathCondition.Operand
  ) -> Compiled? {
    switch (left, right) {
    case (.path(let path), .path(let other)): return compare(comparison, path, other)
    case (.path(let path), .value(let other)):
      return text.valueInQuery(other).flatMap { compare(comparison, path, $0, standing: true) }
    case (.value(let other), .path(let path)):
      return text.valueInQuery(other).flatMap {
        compare(comparison.mirrored, path, $0, standing: true)
      }
    case (.value(let left), .value(let right)):
      guard let left = text.valueInQuery(left), let right = text.valueInQuery(right) else {
        return nil
      }
      return Compiled(plan: .comparison(comparison, left, right, .strict), values: [left, right])
    }
  }

  /// - Parameter isWritten: Whether the value stands in the condition, and is not what a path
  ///   found.
  private func compare(
    _ comparison: ComparisonOperator, _ path: PathCondition.Path, _ value: ValuePlan,
    standing isWritten: Bool = false
  ) -> Compiled? {
    let needsValue = comparison != .notEqual && value.literal != .null
    guard checkDeclared(path, needsValue: needsValue), let query = queries.plan(path.query) else {
      return nil
    }
    let values = (isWritten ? [value] : []) + query.parts
    if let tokens = query.pointer {
      let kind: ConditionPlan.Comparison = path.isLength ? .strictLength : .strict
      return Compiled(plan: .comparison(comparison, member(tokens), value, kind), values: values)
    }
    let nodes = NodesPlan(
      context: context, query: query, measure: path.measure, test: .some(comparison, value))
    return Compiled(plan: .nodes(nodes), values: values)
  }

  /// Two paths; a path with a single value is compared as that value.
  private func compare(
    _ comparison: ComparisonOperator, _ left: PathCondition.Path, _ right: PathCondition.Path
  ) -> Compiled? {
    guard let leftQuery = queries.plan(left.query), let rightQuery = queries.plan(right.query)
    else { return nil }
    let values = leftQuery.parts + rightQuery.parts
    if let tokens = rightQuery.pointer, !right.isLength {
      let value = member(tokens)
      guard let compared = compare(comparison, left, value) else { return nil }
      let plan = comparison == .notEqual ? compared.plan : .and([.exists(value), compared.plan])
      return Compiled(plan: plan, values: values)
    }
    if let tokens = leftQuery.pointer, !left.isLength, comparison != .notEqual {
      let value = member(tokens)
      return compare(comparison.mirrored, right, value).map {
        Compiled(plan: .and([.exists(value), $0.plan]), values: values)
      }
    }
    let nodes = NodesPlan(
      context: context, query: leftQuery, measure: left.measure,
      test: .someNode(comparison, rightQuery, right.measure))
    return Compiled(plan: .nodes(nodes), values: values)
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

extension PathConditionCompiler {
  /// The condition, false where a value that stands in it is missing (rule C6), and where what it
  /// is asked of is missing, `null` (rule C9) or can't be read (rule C8).
  func guarded(_ condition: PathCondition) -> ConditionPlan? {
    guard let compiled = plan(condition) else { return nil }
    var needed: [ValuePlan] = []
    let holds = condition.truthForNoNodes(
      given: compiled.values.contains { $0.type == .json || $0.type.isNullable })
    let mayBeNothing = context.mayBeNothing || context.type == .json
    let guards = mayBeNothing && holds.sometimes ? [ConditionPlan.isPresent(context)] : []
    for value in compiled.values where value.isOptional && !needed.contains(value) {
      needed.append(value)
    }
    let all = guards + needed.map(ConditionPlan.exists)
    return all.isEmpty ? compiled.plan : .and(all + [compiled.plan])
  }

  func member(_ tokens: [PointerToken]) -> ValuePlan {
    if case .responseBody(let base) = context.kind {
      return ValuePlan(
        kind: .responseBody(pointer: base + tokens), type: .json, isOptional: true,
        expression: context.expression)
    }
    return context.member(tokens, expression: context.expression)
  }
}

extension PathCondition {
  /// Whether it holds where no path finds anything: in some case, and in any.
  ///
  /// - Parameter mayBeNull: Whether a value of the run in it can be `null`.
  fileprivate func truthForNoNodes(given mayBeNull: Bool) -> (sometimes: Bool, always: Bool) {
    switch self {
    case .or(let parts):
      let all = parts.map { $0.truthForNoNodes(given: mayBeNull) }
      return (all.contains(where: \.sometimes), all.contains(where: \.always))
    case .and(let parts):
      let all = parts.map { $0.truthForNoNodes(given: mayBeNull) }
      return (all.allSatisfy(\.sometimes), all.allSatisfy(\.always))
    case .not(let inner):
      let holds = inner.truthForNoNodes(given: mayBeNull)
      return (!holds.always, !holds.sometimes)
    case .comparison(let comparison, let left, let right) where left.isCount:
      let holds = comparison.holds(0, right)
      return (holds ?? true, holds ?? false)
    case .comparison(let comparison, let left, let right) where right.isCount:
      let holds = comparison.mirrored.holds(0, left)
      return (holds ?? true, holds ?? false)
    case .comparison(.equal, let left, let right):
      let isNull = left == .value(.literal(.null)) || right == .value(.literal(.null))
      return (isNull || mayBeNull && (left.isEmbedded || right.isEmbedded), isNull)
    case .comparison(.notEqual, let left, let right):
      let isNull = left == .value(.literal(.null)) || right == .value(.literal(.null))
      return (!isNull, !isNull && !left.isEmbedded && !right.isEmbedded)
    case .comparison, .exists: return (false, false)
    }
  }
}

extension PathCondition.Operand {
  fileprivate var isCount: Bool {
    if case .path(let path) = self { path.measure == .count } else { false }
  }

  fileprivate var isEmbedded: Bool {
    if case .value(.expression) = self { true } else { false }
  }
}

extension ComparisonOperator {
  /// Whether a number compares so with an operand; `nil` where that is not known.
  fileprivate func holds(_ left: Double, _ operand: PathCondition.Operand) -> Bool? {
    guard case .value(.literal(.number(let digits))) = operand, let right = Double(digits) else {
      return nil
    }
    return switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
