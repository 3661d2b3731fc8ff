import ArazzoDocuments
import ArazzoExpressions

/// A JSON Schema (OpenAPI 3.0's and 3.1's dialects, and 2020-12 for workflow inputs), read lazily:
/// a recursive schema is legal, so nothing here is expanded ahead of use.
package struct Schema {
  /// The schema with `$ref` followed; the reference itself if it's broken.
  package let node: Node
  /// What else applies at the same place: the fields beside each `$ref` that led here, and the
  /// schemas that other parts of an `allOf` have for the same property.
  let overlays: [Node]
  /// Where references in it are looked up.
  let references: References
  private let brokenChain: Diagnostic?
  /// The name of the last `$ref` that led here.
  let ownName: String?
  /// What was found out about it, so that each question is answered once.
  let facts = Facts()

  /// Facts about a schema that depend on all its parts; computed once.
  final class Facts {
    var parts: Parts?
    var properties: [Property]?
  }

  /// The JSON types that the schema allows, without `null`; empty if it doesn't restrict the type.
  package enum Kind: String, Sendable, Hashable {
    case string, integer, number, boolean, array, object
  }

  init(_ node: Node, _ references: References, overlays: [Node] = []) {
    var chain = References.Chain(node)
    var overlays = overlays
    var broken: Diagnostic?
    var name: String?
    do throws(DocumentError) {
      while true {
        let current = chain.node
        name = references.schemaName(in: current) ?? name
        guard try references.advance(&chain) else { break }
        if current.mapping?.members.count ?? 0 > 1 { overlays.append(current) }
      }
    } catch {
      broken = error.diagnostic
    }
    self.node = chain.node
    self.overlays = overlays
    self.references = references
    brokenChain = broken
    ownName = name
  }

  /// The problem of the first `$ref` here, or in an `allOf` here, that could not be followed:
  /// reading goes on without it.
  package var brokenReference: Diagnostic? { brokenChain ?? parts.broken }

  /// Whether ``brokenReference`` is circular, and not merely nowhere.
  package var isCircular: Bool { brokenReference?.message.hasPrefix(References.circle) ?? false }

  /// Reads the schema of a workflow's `inputs`: references lead into the Arazzo document itself, or
  /// to other files.
  ///
  /// - Throws: ``DocumentError`` where the schema itself is a broken reference.
  package static func inputs(
    _ node: Node, of description: ArazzoDescription, loader: any DocumentLoading
  ) throws(DocumentError) -> Schema {
    let schema = Schema(node, References(root: description.root, loader: loader))
    if let broken = schema.brokenChain { throw DocumentError(broken) }
    return schema
  }
}

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

  /// The `discriminator` of the alternatives.
  package var discriminator: (property: String, schemas: [String: String])? {
    guard let node = first("discriminator") else { return nil }
    // Swagger 2.0 has the name of the property alone.
    guard let property = node.string ?? node["propertyName"]?.string else { return nil }
    let members = node["mapping"]?.mapping?.members ?? []
    let pairs = members.compactMap { member in member.value.string.map { (member.key.value, $0) } }
    return (property, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }
}

extension Schema {
  /// The mappings whose keywords all apply to the value, such as those of `allOf`.
  struct Parts {
    var nodes: [Node] = []
    /// How many of `nodes` are the schema itself and not members of an `allOf`.
    var own = 0
    var broken: Diagnostic?
    /// What the references called the members of an `allOf` that they led to.
    var names: [Location: String] = [:]
  }

  /// The schema, what stands beside the references to it, every member of `allOf`, and the only
  /// alternative where all others are `null`.
  var parts: Parts {
    if let parts = facts.parts { return parts }
    let parts = gatheredParts()
    facts.parts = parts
    return parts
  }

  private func gatheredParts() -> Parts {
    var parts = Parts()
    var seen: Set<Location> = []
    let own = overlays + [node]
    for node in own where seen.insert(node.location).inserted { parts.nodes.append(node) }
    parts.own = parts.nodes.count
    var next = 0
    while next < parts.nodes.count, next < Self.maximumParts {
      for member in merged(parts.nodes[next]) {
        append(member, to: &parts, &seen)
      }
      next += 1
    }
    return parts
  }

  /// A bound on hostile input: no real schema has so many parts at one place.
  private static let maximumParts = 1000

  private func append(_ node: Node, to parts: inout Parts, _ seen: inout Set<Location>) {
    var chain = References.Chain(node)
    var name: String?
    do throws(DocumentError) {
      repeat {
        name = references.schemaName(in: chain.node) ?? name
        parts.names[chain.node.location] = name
        if chain.node.mapping != nil, seen.insert(chain.node.location).inserted {
          parts.nodes.append(chain.node)
        }
      } while try references.advance(&chain)
    } catch {
      if parts.broken == nil { parts.broken = error.diagnostic }
    }
  }

  /// The schemas that apply besides `node` wherever it does.
  private func merged(_ node: Node) -> [Node] {
    let all = node["allOf"]?.sequence ?? []
    for keyword in ["oneOf", "anyOf"] {
      guard let alternatives = node[keyword]?.sequence else { continue }
      let real = alternatives.filter { !isNullSchema($0) }
      if real.count == 1 { return all + real }
    }
    return all
  }

  /// Whether a schema allows only `null`.
  func isNullSchema(_ node: Node) -> Bool {
    guard let node = try? references.resolve(node) else { return false }
    if node["type"]?.string == "null" || node["type"]?.isNull == true { return true }
    if let types = node["type"]?.sequence { return types.map(\.string) == ["null"] }
    if let values = node["enum"]?.sequence { return !values.isEmpty && values.allSatisfy(\.isNull) }
    return node["const"]?.isNull == true
  }

  /// The value of a keyword.
  package func keyword(_ name: String) -> Node? { first(name) }

  /// The value in the first part that has the keyword.
  func first(_ keyword: String) -> Node? {
    parts.nodes.lazy.compactMap { $0[keyword] }.first
  }

  /// The text of the schema itself, or of the one schema that it wraps.
  func text(_ keyword: String) -> String? {
    let parts = parts
    let count = parts.nodes.count == parts.own + 1 ? parts.nodes.count : parts.own
    return parts.nodes.prefix(count).lazy.compactMap { $0[keyword]?.string }.first
  }
}
