import ArazzoDocuments
import Foundation

/// The schemas of one document that have an `$id`, and where it counts (JSON Schema 2020-12, section
/// 8.2).
struct SchemaIdentifiers {
  /// By the `$id` as an absolute URL, or as far as it can be resolved.
  private var schemas: [String: Node] = [:]
  /// The `$id` that a reference is seen from, by the reference's place.
  private var bases: [Location: String] = [:]

  init(in root: Node) {
    var seen: Set<Location> = []
    var open: [(node: Node, base: String?)] = [(root, nil)]
    while let (node, outer) = open.popLast() {
      guard node.mapping != nil || node.sequence != nil, seen.insert(node.location).inserted else {
        continue
      }
      var base = outer
      if let id = node["$id"]?.string, !id.hasPrefix("#") {
        let url = Self.resolved(id, from: outer)
        if schemas[url] == nil { schemas[url] = node }
        base = url
      }
      if let base, let reference = node["$ref"] { bases[reference.location] = base }
      open += (node.mapping?.members ?? []).map { ($0.value, base) }
      open += (node.sequence ?? []).map { ($0, base) }
    }
  }

  /// The schema that a reference without its fragment names; `nil` where that is none of this
  /// document's.
  func schema(_ reference: String, at location: Location) -> Node? {
    schemas.isEmpty ? nil : schemas[Self.resolved(reference, from: bases[location])]
  }

  /// The schema with an `$id` that encloses a reference.
  func schema(around location: Location) -> Node? { bases[location].flatMap { schemas[$0] } }

  private static func resolved(_ reference: String, from base: String?) -> String {
    let text = reference.hasSuffix("#") ? String(reference.dropLast()) : reference
    guard let base = base.flatMap({ URL(string: $0) }) else { return text }
    return URL(string: text, relativeTo: base)?.absoluteString ?? text
  }
}
