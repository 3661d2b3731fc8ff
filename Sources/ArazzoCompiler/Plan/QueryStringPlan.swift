/// A value that is the whole query string.
package struct QueryStringPlan: Sendable, Encodable {
  package var value: ValuePlan
  /// Whether it is encoded as one piece; else it is text that is a query already, or the fields of a
  /// form.
  package var isContent: Bool
  package var isRequired: Bool
}
