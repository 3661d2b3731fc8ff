import ArazzoDocuments
import ArazzoExpressions

/// A value of a parameter, an output or a payload, with each string in it parsed.
package struct DocumentValue: Sendable {
  package enum Content: Sendable {
    /// `null`, a boolean or a number.
    case scalar
    case text(StringReading)
    /// A text that holds JSON, with what it is where its place takes JSON.
    indirect case jsonText(StringReading, Result<DocumentValue, JSONTextError>)
    case sequence([DocumentValue])
    case mapping([Member])
    /// A part of an expression's value (Arazzo 1.1).
    case selector(SelectorObject)
    /// An expression in braces without quotes, which YAML reads as a mapping.
    case unquotedExpression(Diagnostic)
  }

  package struct Member: Sendable {
    package let key: Located<String>
    package let value: DocumentValue
  }

  /// The value as it is written.
  package let node: Node
  package let content: Content

  package init(_ node: Node) { self.init(node, readsJSON: true) }

  /// - Parameter readsJSON: Whether a text may hold JSON: only a whole value is ever read so.
  init(_ node: Node, readsJSON: Bool) {
    self.node = node
    content =
      switch node.value {
      case .null, .bool, .number: .scalar
      case .string(let text): Self.read(text, node, readsJSON: readsJSON)
      case .sequence(let nodes): .sequence(nodes.map { DocumentValue($0, readsJSON: false) })
      case .mapping(let mapping): Self.read(mapping, node)
      }
  }

  private static func read(_ text: String, _ node: Node, readsJSON: Bool) -> Content {
    let reading = StringReading(text)
    guard readsJSON, let json = reading.json(at: node.location) else { return .text(reading) }
    return .jsonText(reading, json)
  }

  private static func read(_ mapping: Node.Mapping, _ node: Node) -> Content {
    if let error = node.unquotedExpressionError { return .unquotedExpression(error) }
    if let selector = SelectorObject(node) { return .selector(selector) }
    return .mapping(
      mapping.members.map { Member(key: $0.key, value: DocumentValue($0.value, readsJSON: false)) })
  }
}

extension DocumentValue {
  package var location: Location { node.location }

  package var text: StringReading? {
    switch content {
    case .text(let reading), .jsonText(let reading, _): reading
    default: nil
    }
  }

  /// The value where its place takes JSON.
  package var json: Result<DocumentValue, JSONTextError> {
    if case .jsonText(_, let json) = content { json } else { .success(self) }
  }

  package var elements: [DocumentValue]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  package var members: [Member]? {
    if case .mapping(let members) = content { members } else { nil }
  }

  package var selector: SelectorObject? {
    if case .selector(let selector) = content { selector } else { nil }
  }

  package subscript(name: String) -> DocumentValue? {
    members?.first { $0.key.value == name }?.value
  }

  /// Whether the string is exactly one expression.
  package var isOneExpression: Bool { text?.isOneExpression == true }

  /// The expressions that the value itself is or holds, those inside its members aside.
  package var expressions: [ParsedExpression] {
    (try? text?.template.get().expressions) ?? []
  }
}

extension Node {
  /// The error where `{$inputs.x}` stands without quotes: YAML reads a mapping whose only key is
  /// the expression, without a value. `nil` where this is nothing of the kind.
  package var unquotedExpressionError: Diagnostic? {
    guard let members = mapping?.members, let only = members.first, members.count == 1,
      only.value.isNull, only.key.value.hasPrefix("$"),
      (try? RuntimeExpression.parse(only.key.value)) != nil
    else { return nil }
    let expression = only.key.value
    return Diagnostic(
      .error, "'{\(expression)}' without quotes is a YAML mapping, not an expression",
      at: location, suggestion: "put it in quotes: \(expression.inSingleQuotes)")
  }
}
