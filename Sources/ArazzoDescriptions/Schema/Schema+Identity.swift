import ArazzoDocuments
import ArazzoExpressions

/// Telling schemas apart, and what they are called.
extension Schema {
  /// Where what makes up the type is written: two schemas with the same places describe the same
  /// type, whatever they say about it (a description, a default, whether it can be `null`).
  package var identity: [Location] {
    parts.nodes.filter(Self.shapesType).map(\.location) + alternatives.map(\.location)
  }

  /// The name of the schema among those of its document, where a `$ref` to it led here and nothing
  /// was added to it.
  package var name: String? {
    if let ownName { return ownName }
    let parts = parts
    let shaping = parts.nodes.filter(Self.shapesType)
    guard shaping.count == 1, let only = shaping.first else { return nil }
    return parts.names[only.location]
  }

  private static func shapesType(_ node: Node) -> Bool {
    ["properties", "items", "additionalProperties", "enum"].contains { node[$0] != nil }
  }

  /// `Pet` of a reference to `#/components/schemas/Pet`.
  static func name(in reference: Node) -> String? {
    guard let text = reference["$ref"]?.string, let hash = text.firstIndex(of: "#"),
      let pointer = try? JSONPointer(parsingFragment: String(text[text.index(after: hash)...])),
      let name = pointer.tokens.last,
      ["schemas", "definitions", "$defs"].contains(pointer.tokens.dropLast().last)
    else { return nil }
    return name
  }

  /// What tells the alternatives apart: `discriminator`.
  package var discriminator: (property: String, schemas: [String: String])? {
    guard let node = first("discriminator") else { return nil }
    // Swagger 2.0 has the name of the property alone.
    guard let property = node.string ?? node["propertyName"]?.string else { return nil }
    let members = node["mapping"]?.mapping?.members ?? []
    let pairs = members.compactMap { member in member.value.string.map { (member.key.value, $0) } }
    return (property, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }
}
