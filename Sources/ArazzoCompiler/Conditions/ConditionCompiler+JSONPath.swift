import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criteria of type `jsonpath` (rules C4 to C6, dialect P4).
extension ConditionCompiler {
  func jsonPath(_ criterion: Criterion) -> ConditionPlan? {
    guard let written = criterion.context else {
      diagnostics.error("a 'jsonpath' criterion needs a 'context'", at: criterion.location)
      return nil
    }
    guard let text = criterion.condition.string else {
      diagnostics.error(
        "a 'jsonpath' condition must be a string, found \(criterion.condition.kindName)",
        at: criterion.condition.location)
      return nil
    }
    guard let context = context(written) else { return nil }
    do {
      let compiler = PathConditionCompiler(
        conditions: self, context: context, node: criterion.condition)
      switch try JSONPathCondition.parse(text) {
      case .query(let query):
        return compiler.exists(.init(query: query))
      case .dialect(let condition):
        diagnostics.dialect(
          .p04JSONPathComparison, at: criterion.condition.location,
          specSpelling: "write a filter, as '$[?@.status == \"done\"]', or a 'simple' condition")
        return compiler.plan(condition)
      }
    } catch {
      report(error, criterion.condition)
      return nil
    }
  }
}

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

  // MARK: selectors

  private func selectors(_ query: JSONPathQuery) -> [NodesPlan.Selector]? {
    var result: [NodesPlan.Selector] = []
    for segment in query.segments {
      guard segment.selectors.count == 1, let selector = segment.selectors.first else {
        _ = refuse("a list of selectors")
        return nil
      }
      if segment.isDescendant { result.append(.descendants) }
      switch selector {
      case .name(let name): result.append(.name(name))
      case .wildcard: result.append(.wildcard)
      case .index(let index): result.append(.index(index))
      case .slice(let start, let end, let step):
        result.append(.slice(start: start, end: end, step: step))
      case .filter:
        _ = refuse("a filter")
        return nil
      case .embedded, .template:
        _ = refuse("an expression as a selector")
        return nil
      }
    }
    return result
  }

  private func refuse(_ what: String) -> ConditionPlan? {
    conditions.diagnostics.error(
      "\(what) in a JSONPath condition is not supported yet", at: node.location)
    return nil
  }
}

extension [NodesPlan.Selector] {
  /// The JSON Pointer tokens that say the same, where the selectors find one value at most.
  fileprivate var pointer: [String]? {
    var tokens: [String] = []
    for selector in self {
      switch selector {
      case .name(let name): tokens.append(name)
      case .index(let index) where index >= 0: tokens.append(String(index))
      default: return nil
      }
    }
    return tokens
  }
}
