import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criteria of type `jsonpath` (rules C4 to C6, dialects P4 and P5).
extension ConditionCompiler {
  func jsonPath(_ condition: JSONPathCondition, _ criterion: Criterion) -> ConditionPlan? {
    let node = criterion.condition
    guard let context = context(criterion)?.asDocument else { return nil }
    var text = EmbeddingText(node, values)
    if case .query(let query) = condition {
      text = EmbeddingText(node, values, mended: query.spelled(values.spelled))
    }
    let compiler = PathConditionCompiler(text: text, context: context)
    compiler.checkReadable()
    let fix = CriterionFix(criterion: criterion, values: values)
    switch condition {
    case .query(let query):
      guard let plan = compiler.exists(.init(query: query))?.plan else { return nil }
      if query.beginsWithFilter, values.isObject(context) {
        diagnostics.dialect(
          .p05FilterOnObject, at: node.location,
          specSpelling:
            "a filter chooses among the members of an object; write a 'simple' condition",
          fix: fix.fix(query))
      }
      return plan
    case .dialect(let condition):
      guard let plan = compiler.guarded(condition) else { return nil }
      diagnostics.dialect(
        .p04JSONPathComparison, at: node.location,
        specSpelling: "write a 'simple' condition on pointers, or a query that finds a node",
        fix: fix.fix(condition))
      return plan
    }
  }
}

extension JSONPathQuery {
  /// Whether its first step is a filter on what a node has, which on an object is tried on the object
  /// too (P5).
  fileprivate var beginsWithFilter: Bool {
    guard let first = segments.first, !first.isDescendant, first.selectors.count == 1,
      case .filter(let filter) = first.selectors[0]
    else { return false }
    return filter.asksOfNode
  }
}
