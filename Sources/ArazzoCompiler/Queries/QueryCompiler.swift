import ArazzoDocuments
import ArazzoExpressions

/// Queries and patterns in, the same with the values of the run in their places out (rule C6).
///
/// Mistakes are reported in `node`, which holds the text.
struct QueryCompiler {
  let conditions: ConditionCompiler
  let node: Node

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
      conditions.embedded(parsed, offset, node).map { .child($0) }
    case .template(let template, let offset): text(template, offset).map { .child($0) }
    }
  }

  /// A quoted string with values in it: always text.
  func text(_ template: StringTemplate, _ offset: Int) -> ValuePlan? {
    guard let value = conditions.template(template, offset, node) else { return nil }
    if case .text(let parts) = value.kind, parts.count == 1, parts[0].type == .string {
      return parts[0]
    }
    guard case .expression = template, value.type != .string else { return value }
    return ValuePlan(
      kind: .text([value]), type: .string, isOptional: value.isOptional,
      expression: value.expression)
  }

  /// A regular expression.
  func plan(_ pattern: ParsedPattern) -> PatternPlan? {
    let values = pattern.values.map { conditions.embedded($0.expression, $0.offset, node) }
    return complete(values).map { PatternPlan(tree: pattern.tree, values: $0) }
  }

  func complete<Part>(_ parts: [Part?]) -> [Part]? {
    let present = parts.compactMap(\.self)
    return present.count == parts.count ? present : nil
  }
}
