import ArazzoDocuments
import ArazzoExpressions

/// Queries, patterns and XPath expressions in, the same with the values of the run in their places out
/// (rule C6).
struct QueryCompiler {
  let text: EmbeddingText

  /// - Returns: `nil` where a mistake was reported.
  func plan(_ query: JSONPathQuery) -> QueryPlan? {
    var steps: [QueryPlan.Step] = []
    for segment in query.segments {
      guard let chosen = complete(segment.selectors.map(step)) else { return nil }
      if segment.isDescendant { steps.append(.descendants) }
      steps.append(chosen.count == 1 ? chosen[0] : .either(chosen))
    }
    return QueryPlan(steps: steps)
  }

  private func step(_ selector: JSONPathQuery.Selector) -> QueryPlan.Step? {
    switch selector {
    case .name(let name): .name(name)
    case .wildcard: .wildcard
    case .index(let index): .index(index)
    case .slice(let start, let end, let step): .slice(start: start, end: end, step: step)
    case .filter(let filter): plan(filter).map { .filter($0) }
    case .embedded(let parsed, let offset):
      text.value(parsed, offset).map { .child($0) }
    case .template(let template, let offset): text.quoted(template, offset).map { .child($0) }
    }
  }

  /// A regular expression.
  func plan(_ pattern: ParsedPattern) -> PatternPlan? {
    let values = pattern.values.map { text.value($0.expression, $0.offset) }
    return complete(values).map { PatternPlan(tree: pattern.tree, values: $0) }
  }

  /// An XPath expression that is to be evaluated on a context.
  func plan(_ expression: XPathExpression, on context: ValuePlan) -> XPathPlan? {
    var values: [Int: ValuePlan] = [:]
    let embedded = expression.embedded
    for part in embedded {
      switch part {
      case .expression(let parsed, let offset): values[offset] = text.value(parsed, offset)
      case .template(let template, let offset): values[offset] = text.template(template, offset)
      }
    }
    guard values.count == embedded.count else { return nil }
    return XPathPlan(
      context: context, expression: expression, values: values, text: text.node.string ?? "")
  }

  func complete<Part>(_ parts: [Part?]) -> [Part]? {
    let present = parts.compactMap(\.self)
    return present.count == parts.count ? present : nil
  }
}
