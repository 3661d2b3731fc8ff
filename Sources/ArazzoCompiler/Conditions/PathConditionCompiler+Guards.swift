import ArazzoExpressions

extension PathConditionCompiler {
  /// The condition, false where a value that stands in it is missing (rule C6), and where what it is
  /// asked of is missing, `null` (rule C9) or can't be read (rule C8).
  func guarded(_ condition: PathCondition) -> ConditionPlan? {
    guard let compiled = plan(condition) else { return nil }
    var needed: [ValuePlan] = []
    let holds = condition.ofNothing(
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
  /// - Parameter mayBeNull: Whether a value of the run that stands in it may be `null`.
  fileprivate func ofNothing(given mayBeNull: Bool) -> (sometimes: Bool, always: Bool) {
    switch self {
    case .or(let parts):
      let all = parts.map { $0.ofNothing(given: mayBeNull) }
      return (all.contains(where: \.sometimes), all.contains(where: \.always))
    case .and(let parts):
      let all = parts.map { $0.ofNothing(given: mayBeNull) }
      return (all.allSatisfy(\.sometimes), all.allSatisfy(\.always))
    case .not(let inner):
      let holds = inner.ofNothing(given: mayBeNull)
      return (!holds.always, !holds.sometimes)
    case .comparison(let comparison, let left, let right) where left.isCount:
      let holds = comparison.holds(0, right)
      return (holds ?? true, holds ?? false)
    case .comparison(let comparison, let left, let right) where right.isCount:
      let holds = comparison.mirrored.holds(0, left)
      return (holds ?? true, holds ?? false)
    case .comparison(.equal, let left, let right):
      let isNull = left == .literal(.null) || right == .literal(.null)
      return (isNull || mayBeNull && (left.isEmbedded || right.isEmbedded), isNull)
    case .comparison(.notEqual, let left, let right):
      let isNull = left == .literal(.null) || right == .literal(.null)
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
    if case .embedded = self { true } else { false }
  }
}

extension ComparisonOperator {
  /// Whether a number compares so with an operand; `nil` where that is not known.
  fileprivate func holds(_ left: Double, _ operand: PathCondition.Operand) -> Bool? {
    guard case .literal(.number(let digits)) = operand, let right = Double(digits) else {
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
