import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criterion Objects in, conditions out (rules C1 to C8).
struct ConditionCompiler {
  let values: ValueCompiler

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
    switch criterion.test {
    case .success(let test):
      return condition(criterion, test)
    case .failure(let error):
      // What is wrong with the context is told beside it.
      if criterion.kind == .simple { reportIgnored(criterion) } else { _ = context(criterion) }
      EmbeddingText(criterion.condition, values).report(error)
      return nil
    }
  }

  private func condition(_ criterion: Criterion, _ test: CriterionTest) -> ConditionPlan? {
    switch test {
    case .constant(let bool): return .constant(bool)
    case .simple(let parsed): return simple(parsed, criterion)
    case .equals(let json): return equality(criterion, LiteralPlan(json))
    case .jsonPath(let parsed): return jsonPath(parsed, criterion)
    case .regex(let parsed): return regex(parsed, criterion)
    case .xpath(let expression):
      guard let context = context(criterion)?.asDocument else { return nil }
      let text = EmbeddingText(criterion.condition, values)
      return QueryCompiler(text: text).plan(expression, on: context).map { .xpath($0) }
    case .notText:
      let what = criterion.kind == .simple ? "condition" : "'\(criterion.kind.rawValue)' condition"
      diagnostics.error(
        "a \(what) must be a string, found \(criterion.condition.kindName)",
        at: criterion.condition.location)
      return nil
    }
  }

  /// What a criterion's `context` names.
  func context(_ criterion: Criterion) -> ValuePlan? {
    criterion.context.flatMap(values.context)
  }
}

extension Criterion {
  /// The condition on one line, for comments and error messages.
  var text: String {
    let text =
      condition.string ?? condition.number ?? condition.bool.map(String.init(describing:)) ?? "…"
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if case .success(.equals) = test, let context { return "\(context.value) is \(line)" }
    return line
  }
}
