import ArazzoDocuments

/// A JSON Schema (OpenAPI 3.0's and 3.1's dialects, and 2020-12 for workflow inputs), read lazily:
/// a recursive schema is legal, so nothing here is expanded ahead of use.
package struct Schema {
  /// The schema with `$ref` followed; the reference itself where it leads nowhere.
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

  /// Answers that take a walk through every part of a schema.
  final class Facts {
    var parts: Parts?
    var properties: [Property]?
  }

  /// The JSON types that the schema admits, `null` left out; empty where it says nothing.
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

  /// The problem of the first `$ref` here, or in an `allOf` here, that could not be followed: reading
  /// goes on without it.
  package var brokenReference: Diagnostic? { brokenChain ?? parts.broken }

  /// Whether ``brokenReference`` leads in a circle, and not merely nowhere.
  package var isCircular: Bool { brokenReference?.message.hasPrefix(References.circle) ?? false }

  /// Reads the schema of a workflow's `inputs`: references lead into the Arazzo document itself, or
  /// to other files.
  ///
  /// - Throws: ``DocumentError`` where the schema itself is a reference that leads nowhere.
  package static func inputs(
    _ node: Node, of description: ArazzoDescription, loader: any DocumentLoading
  ) throws(DocumentError) -> Schema {
    let schema = Schema(node, References(root: description.root, loader: loader))
    if let broken = schema.brokenChain { throw DocumentError(broken) }
    return schema
  }
}
