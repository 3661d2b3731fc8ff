import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Targets that are JSONPath queries or XPath expressions.
extension ReplacementCompiler {
  func queried(
    _ query: JSONPathQuery, _ node: Node, _ replacement: PayloadReplacement, _ value: ValuePlan,
    in payload: ValuePlan
  ) -> ValuePlan? {
    guard let query = values.plan(query, node) else { return nil }
    if let tokens = query.pointer, payload.isWrittenOut(along: tokens[...]) {
      let place = ReplacementPlace(
        tokens: tokens, isInserted: false, value: value, target: replacement.target)
      return replaced(payload, at: place)
    }
    return payload.replacing(
      ReplacementPlan(
        target: .nodes(query), value: value, expression: replacement.target.value))
  }

  func onXML(
    _ expression: XPathExpression, _ node: Node, _ replacement: PayloadReplacement,
    _ value: ValuePlan, in payload: ValuePlan
  ) -> ValuePlan? {
    let queries = QueryCompiler(text: EmbeddingText(node, values))
    guard let plan = queries.plan(expression, on: .missing) else { return nil }
    var result = payload.replacing(
      ReplacementPlan(target: .xpath(plan), value: value, expression: replacement.target.value))
    result.type = .string
    return result
  }
}

extension ValuePlan {
  /// Whether all that is on the way is known when the code is generated.
  fileprivate func isWrittenOut(along tokens: ArraySlice<PointerToken>) -> Bool {
    guard let token = tokens.first else { return true }
    switch kind {
    case .literal: return true
    case .object(let members):
      return members.first { $0.name == token.memberName }?.value
        .isWrittenOut(along: tokens.dropFirst()) ?? true
    case .array(let elements):
      guard let index = token.place(in: elements.count), elements.indices.contains(index) else {
        return true
      }
      return elements[index].isWrittenOut(along: tokens.dropFirst())
    default: return false
    }
  }
}
