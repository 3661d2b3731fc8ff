import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criteria with a context: what it names, and a JSON value that it is to equal (dialect P6).
extension ConditionCompiler {
  func literal(_ criterion: Criterion, _ context: Located<String>) -> ConditionPlan? {
    guard let literal = criterion.literalCondition else {
      diagnostics.dialect(
        .p18LooseForm, at: context.location,
        specSpelling: "leave 'context' out: a condition of type 'simple' has none",
        fix: criterion.node?.removal(of: ["context"]).flatMap {
          Fix($0, text: "the criterion without 'context'")
        })
      return simple(criterion.condition)
    }
    guard let left = self.context(context) else { return nil }
    diagnostics.dialect(
      .p06JSONLiteral, at: criterion.condition.location,
      specSpelling:
        "compare what is in it, each with its pointer, in a condition without a context",
      fix: CriterionFix(criterion: criterion, values: values).fix(literal))
    return .comparison(.equal, left, .literal(literal), .strict)
  }

  /// The value that a criterion's `context` names.
  func context(_ context: Located<String>) -> ValuePlan? { values.context(context) }
}

extension Criterion {
  /// The condition as JSON, where it is JSON.
  var literalCondition: LiteralPlan? {
    guard let text = condition.string else { return LiteralPlan(condition) }
    let source = SourceText(name: condition.location.source.name, text: text)
    return (try? DocumentReader.readJSON(source)).map { LiteralPlan($0) }
  }
}
