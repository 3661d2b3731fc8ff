import ArazzoDocuments

extension Schema {
  /// The mappings whose keywords all apply at this place.
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
    while next < parts.nodes.count, next < Self.mostParts {
      for member in merged(parts.nodes[next]) {
        append(member, to: &parts, &seen)
      }
      next += 1
    }
    return parts
  }

  /// A bound on hostile input: no real schema has so many parts at one place.
  private static let mostParts = 1000

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

  /// Whether a schema admits `null` and nothing else.
  func isNullSchema(_ node: Node) -> Bool {
    guard let node = try? references.resolve(node) else { return false }
    if node["type"]?.string == "null" || node["type"]?.isNull == true { return true }
    if let types = node["type"]?.sequence { return types.map(\.string) == ["null"] }
    if let values = node["enum"]?.sequence { return !values.isEmpty && values.allSatisfy(\.isNull) }
    return node["const"]?.isNull == true
  }

  /// What the schema says under a keyword.
  package func keyword(_ name: String) -> Node? { first(name) }

  /// What the first part that has the keyword says.
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
