/// A place in a payload and the value that goes there when the request is made.
package struct ReplacementPlan: Sendable, Encodable, Hashable {
  package enum Target: Sendable, Encodable, Hashable {
    /// A JSON Pointer's tokens; the last is inserted when missing.
    case pointer([String])
    /// Every node that a JSONPath query finds.
    case nodes(QueryPlan)
    /// Every node that an XPath expression finds; its context is the payload.
    case xpath(XPathPlan)
  }

  package var target: Target
  package var value: ValuePlan
  /// The target as written, for error messages.
  package var expression: String
}

extension ReplacementPlan {
  /// The values of the run in it.
  var values: [ValuePlan] {
    switch target {
    case .pointer: [value]
    case .nodes(let query): [value] + query.values
    case .xpath(let plan): [value] + plan.values.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  func mapValues(_ map: (ValuePlan) -> ValuePlan) -> ReplacementPlan {
    var result = self
    result.value = map(value)
    switch target {
    case .pointer: break
    case .nodes(let query): result.target = .nodes(query.mapValues(map))
    case .xpath(let plan): result.target = .xpath(plan.mapValues(map))
    }
    return result
  }
}
