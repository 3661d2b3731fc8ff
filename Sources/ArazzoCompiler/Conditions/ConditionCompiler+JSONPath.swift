import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criteria of type `jsonpath` (rules C4 to C6, dialects P4 and P5).
extension ConditionCompiler {
  func jsonPath(_ criterion: Criterion) -> ConditionPlan? {
    guard let text = conditionText(criterion),
      let context = criterion.context.flatMap(context)?.asDocument
    else {
      return nil
    }
    do {
      let condition = try JSONPathCondition.parse(text, language: criterion.pathLanguage)
      var conditions = self
      if case .query(let query) = condition {
        conditions.scalar = MendedScalar(
          location: criterion.condition.location, text: text,
          mended: query.spelled(values.spelled))
      }
      let compiler = PathConditionCompiler(
        conditions: conditions, context: context, node: criterion.condition)
      compiler.checkReadable()
      switch condition {
      case .query(let query):
        let plan = compiler.exists(.init(query: query))
        if plan != nil, query.beginsWithFilter, values.isObject(context) {
          diagnostics.dialect(
            .p05FilterOnObject, at: criterion.condition.location,
            specSpelling:
              "a filter chooses among the members of an object; write a 'simple' condition",
            fix: CriterionFix(criterion: criterion, values: values).fix(query))
        }
        return plan
      case .dialect(let condition):
        guard let plan = compiler.guarded(condition) else { return nil }
        diagnostics.dialect(
          .p04JSONPathComparison, at: criterion.condition.location,
          specSpelling: "write a 'simple' condition on pointers, or a query that finds a node",
          fix: CriterionFix(criterion: criterion, values: values).fix(condition))
        return plan
      }
    } catch {
      report(error, criterion.condition)
      return nil
    }
  }

  /// The condition's text, of a criterion that must have a context.
  func conditionText(_ criterion: Criterion) -> String? {
    let kind = criterion.kind.rawValue
    guard criterion.context != nil else {
      diagnostics.error("a '\(kind)' criterion needs a 'context'", at: criterion.location)
      return nil
    }
    if kind == "regex", let digits = criterion.condition.number { return digits }
    guard let text = criterion.condition.string else {
      diagnostics.error(
        "a '\(kind)' condition must be a string, found \(criterion.condition.kindName)",
        at: criterion.condition.location)
      return nil
    }
    return text
  }
}

extension Criterion {
  /// What the condition of a `jsonpath` criterion is written in.
  fileprivate var pathLanguage: JSONPathQuery.Language {
    version?.value == "draft-goessner-dispatch-jsonpath-00" ? .draft : .rfc9535
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
