import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criteria with a context: what it names, and a JSON value that it is to equal (dialect P6).
extension ConditionCompiler {
  func literal(_ criterion: Criterion, _ context: Located<String>) -> ConditionPlan? {
    guard let left = self.context(context) else { return nil }
    guard let literal = literalCondition(criterion.condition) else {
      return simple(criterion.condition)
    }
    diagnostics.dialect(
      .p06JSONLiteral, at: criterion.condition.location,
      specSpelling: "write \("\(context.value) == …".quotedForMessage) without a context")
    return .comparison(.equal, left, .literal(literal), .strict)
  }

  /// The condition as JSON, where it is JSON.
  private func literalCondition(_ node: Node) -> LiteralPlan? {
    guard let text = node.string else { return LiteralPlan(node) }
    let json = try? DocumentReader.readJSON(SourceText(name: node.location.source.name, text: text))
    return json.map(LiteralPlan.init)
  }

  /// The value that a criterion's `context` names.
  func context(_ context: Located<String>) -> ValuePlan? { values.context(context) }
}
