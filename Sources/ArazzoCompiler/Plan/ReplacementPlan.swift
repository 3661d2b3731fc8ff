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
