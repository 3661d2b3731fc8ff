import ArazzoExpressions

/// An XPath expression on a document, with the values of the workflow in it (rules C6 and C7).
package struct XPathPlan: Sendable, Hashable {
  /// The syntax tree is what is written in Swift, but for the values in it, which are resolved here.
  package typealias Expression = XPathExpression

  /// The response's body, or a string that holds a document.
  package var context: ValuePlan
  package var expression: Expression
  /// What each `{$…}` stands for, by its offset in the expression.
  package var values: [Int: ValuePlan]
  /// The expression as written.
  package var text: String
}

extension XPathPlan: Encodable {
  private enum CodingKeys: String, CodingKey {
    case context, values
    case text = "xpath"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(context, forKey: .context)
    try container.encode(text, forKey: .text)
    try container.encode(values.sorted { $0.key < $1.key }.map(\.value), forKey: .values)
  }
}
