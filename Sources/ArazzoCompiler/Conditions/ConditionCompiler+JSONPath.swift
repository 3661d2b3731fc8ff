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
