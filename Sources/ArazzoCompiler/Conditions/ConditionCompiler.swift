import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criterion Objects in, conditions out (rules C1 to C8).
struct ConditionCompiler {
  let values: ValueCompiler
  /// The condition that is compiled, with what the specification would have in its place.
  var scalar: MendedScalar?

  var diagnostics: Diagnostics { values.diagnostics }

  /// The same for what is read when the step has failed.
  var afterFailure: ConditionCompiler {
    var values = values
    values.isAfterFailure = true
    return ConditionCompiler(values: values)
  }

  /// - Returns: `nil` where a mistake was reported.
  func criterion(_ criterion: Criterion) -> CriterionPlan? {
    guard let condition = condition(criterion) else { return nil }
    let plan = CriterionPlan(condition: condition, text: criterion.text)
    ConditionChecker(values: values).check(plan, at: criterion.condition.location)
    return plan
  }

  func criteria(_ criteria: [Criterion]) -> [CriterionPlan]? {
    let plans = criteria.map(criterion)
    let present = plans.compactMap(\.self)
    guard present.count == plans.count else { return nil }
    ConditionChecker(values: values).check(
      together: zip(present, criteria).map { ($0, $1.condition.location) })
    return present
  }

  private func condition(_ criterion: Criterion) -> ConditionPlan? {
    switch criterion.kind {
    case .simple:
      guard let context = criterion.context else { return simple(criterion.condition) }
      return literal(criterion, context)
    case .jsonpath: return jsonPath(criterion)
    case .regex: return regex(criterion)
    case .xpath: return xpath(criterion)
    }
  }
}

extension Criterion {
  /// The condition on one line, for comments and error messages.
  var text: String {
    let text =
      condition.string ?? condition.number ?? condition.bool.map(String.init(describing:)) ?? "…"
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return kind == .simple && context != nil && literalCondition != nil
      ? "\(context?.value ?? "") is \(line)" : line
  }
}
