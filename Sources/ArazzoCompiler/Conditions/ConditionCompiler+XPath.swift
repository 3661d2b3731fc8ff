import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criteria of type `xpath` (rules C6 to C8).
extension ConditionCompiler {
  func xpath(_ criterion: Criterion) -> ConditionPlan? {
    guard let written = criterion.context else {
      diagnostics.error("an 'xpath' criterion needs a 'context'", at: criterion.location)
      return nil
    }
    guard let text = criterion.condition.string else {
      diagnostics.error(
        "an 'xpath' condition must be a string, found \(criterion.condition.kindName)",
        at: criterion.condition.location)
      return nil
    }
    guard let context = context(written)?.asDocument,
      let plan = xpath(text, context, criterion.condition)
    else { return nil }
    return .xpath(plan)
  }

  /// Compiles an XPath expression that is to be evaluated on a context.
  ///
  /// - Parameters:
  ///   - node: Where the expression stands.
  ///   - subject: What the expression is, for errors.
  func xpath(
    _ text: String, _ context: ValuePlan, _ node: Node, in subject: String = "the condition"
  ) -> XPathPlan? {
    do {
      let expression = try XPathExpression.parse(text)
      guard let values = values(of: expression, node) else { return nil }
      return XPathPlan(context: context, expression: expression, values: values, text: text)
    } catch {
      report(error, node, in: subject)
      return nil
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
