import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension PathConditionCompiler {
  /// Warns about a path that the response's schema does not have. To ask whether there is something,
  /// or that it is not, needs no declaration.
  func warnIfUndeclared(
    _ path: PathCondition.Path, _ comparison: ComparisonOperator, _ value: ValuePlan
  ) {
    guard comparison != .notEqual, value.literal != .null,
      var schema = conditions.values.schema(of: context)
    else { return }
    for segment in path.query.segments {
      guard !segment.isDescendant, segment.selectors.count == 1,
        let token = segment.selectors.first.flatMap({ token($0, schema) })
      else { return }
      switch schema.lookup(JSONPointer(tokens: [token])) {
      case .found(let inner, _): schema = inner
      case .undescribed: return
      case .absent(let absence): return warn(absence.token, absence.declared)
      }
    }
  }

  /// The pointer token that leads on: any item stands for all of them.
  private func token(_ selector: JSONPathQuery.Selector, _ schema: Schema) -> String? {
    switch selector {
    case .name(let name): name
    case .index, .slice: "0"
    case .wildcard: schema.kinds == [.array] ? "0" : nil
    default: nil
    }
  }

  private func warn(_ token: String, _ declared: [String]) {
    conditions.diagnostics.warning(
      "the response declares no \(token.quotedForMessage), which the condition looks for",
      at: node.location, suggestion: didYouMean(token, in: declared))
  }
}
