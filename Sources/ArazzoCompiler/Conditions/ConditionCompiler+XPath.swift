import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criteria of type `xpath` (rules C6 to C8).
extension ConditionCompiler {
  func xpath(_ expression: XPathExpression, _ criterion: Criterion) -> ConditionPlan? {
    guard let context = context(criterion)?.asDocument else { return nil }
    return xpath(expression, context, criterion.condition).map { .xpath($0) }
  }

  /// Compiles an XPath expression that is to be evaluated on a context.
  ///
  /// - Parameter node: Where the expression stands.
  func xpath(_ expression: XPathExpression, _ context: ValuePlan, _ node: Node) -> XPathPlan? {
    values(of: expression, node).map {
      XPathPlan(context: context, expression: expression, values: $0, text: node.string ?? "")
    }
  }

  private func values(of expression: XPathExpression, _ node: Node) -> [Int: ValuePlan]? {
    var values: [Int: ValuePlan] = [:]
    let embedded = expression.embedded
    for part in embedded {
      switch part {
      case .expression(let parsed, let offset):
        values[offset] = self.embedded(parsed, offset, node)
      case .template(let template, let offset):
        values[offset] = self.template(template, offset, node)
      }
    }
    return values.count == embedded.count ? values : nil
  }
}
