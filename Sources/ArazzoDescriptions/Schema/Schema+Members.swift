import ArazzoDocuments

extension Schema {
  package struct Property {
    package let name: Located<String>
    package let schema: Schema
    package let isRequired: Bool
  }

  /// The properties in the document's order, those of `allOf` merged in.
  package var properties: [Property] {
    if let properties = facts.properties { return properties }
    let properties = gatheredProperties()
    facts.properties = properties
    return properties
  }

  private func gatheredProperties() -> [Property] {
    let nodes = parts.nodes
    let required = Self.requiredNames(nodes)
    var order: [Located<String>] = []
    var schemas: [String: [Node]] = [:]
    for member in nodes.flatMap({ $0["properties"]?.mapping?.members ?? [] }) {
      if schemas[member.key.value] == nil { order.append(member.key) }
      schemas[member.key.value, default: []].append(member.value)
    }
    return order.compactMap { name in
      merged(schemas[name.value] ?? []).map {
        Property(name: name, schema: $0, isRequired: required.contains(name.value))
      }
    }
  }

  /// One property, without reading the others.
  package func property(_ name: String) -> Property? {
    let nodes = parts.nodes
    let members = nodes.compactMap { $0["properties"]?.mapping?.member(name) }
    guard let first = members.first, let schema = merged(members.map(\.value)) else { return nil }
    return Property(
      name: first.key, schema: schema, isRequired: Self.requiredNames(nodes).contains(name))
  }

  package var propertyNames: [String] {
    var seen: Set<String> = []
    return parts.nodes.flatMap { $0["properties"]?.mapping?.members.map(\.key.value) ?? [] }
      .filter { seen.insert($0).inserted }
  }

  /// The names that are required and not declared, each once: any value may stand there that
  /// ``additionalProperties`` admits.
  package var undeclaredRequiredNames: [Located<String>] {
    var seen = Set(propertyNames)
    return parts.nodes.flatMap { $0["required"]?.sequence ?? [] }
      .compactMap { node in node.string.map { Located($0, at: node.location) } }
      .filter { seen.insert($0.value).inserted }
  }

  private static func requiredNames(_ nodes: [Node]) -> Set<String> {
    Set(nodes.flatMap { $0["required"]?.sequence?.compactMap(\.string) ?? [] })
  }

  /// The schema of a place for which several parts have one.
  private func merged(_ nodes: [Node]) -> Schema? {
    guard let first = nodes.first else { return nil }
    let others = nodes.dropFirst().map { Schema($0, references) }
    var seen: Set<Location> = []
    let overlays = others.flatMap { $0.overlays + [$0.node] }
      .filter { seen.insert($0.location).inserted }
    return Schema(first, references, overlays: overlays)
  }

  package var items: Schema? {
    merged(parts.nodes.compactMap { $0["items"] }.filter { $0.mapping != nil })
  }

  /// The schema of the item at `index` where `prefixItems` has it, else of any item.
  func item(at index: Int) -> Schema? {
    for nodes in parts.nodes.compactMap({ $0["prefixItems"]?.sequence })
    where nodes.indices.contains(index) {
      return Schema(nodes[index], references)
    }
    return items
  }

  /// The schema of members that are not declared; `nil` where any value may stand or none.
  package var additionalProperties: Schema? {
    merged(
      parts.nodes.compactMap { $0["additionalProperties"] }
        .filter { $0.mapping.map { !$0.members.isEmpty } ?? false })
  }

  package var additionalPropertiesAllowed: Bool {
    !parts.nodes.contains {
      $0["additionalProperties"]?.bool == false || $0["unevaluatedProperties"]?.bool == false
    }
  }

  /// Whether the schema itself allows undeclared members.
  package var isDeclaredOpen: Bool {
    parts.nodes.contains { node in
      node["patternProperties"] != nil || node["additionalProperties"]?.bool == true
        || node["additionalProperties"]?.mapping?.members.isEmpty == true
    }
  }

  /// `oneOf` or `anyOf`, `null` left out; empty where there are none. Where only one is left, its
  /// keywords are this schema's own, and there are no alternatives.
  package var alternatives: [Schema] {
    for node in parts.nodes {
      for keyword in ["oneOf", "anyOf"] {
        let real = (node[keyword]?.sequence ?? []).filter { !isNullSchema($0) }
        if real.count > 1 { return real.map { Schema($0, references) } }
      }
    }
    return []
  }
}
