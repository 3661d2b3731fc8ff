/// What stands under YAML's merge key `<<`: the members of other mappings.
struct Merge {
  private let key: Location
  private let mappings: [Node.Mapping]
  /// The number of the mapping's own members before it.
  private let position: Int

  /// - Throws: When `node` is neither a mapping nor a sequence of mappings.
  init(of node: Node, key: Location, position: Int) throws(DocumentError) {
    self.key = key
    self.position = position
    var mappings: [Node.Mapping] = []
    for part in node.sequence ?? [node] {
      guard let mapping = part.mapping else {
        throw DocumentError(
          "the merge key '<<' wants a mapping or a sequence of mappings, not \(part.kindName)",
          at: key, related: [Diagnostic.Related("the value is here", at: part.location)])
      }
      mappings.append(mapping)
    }
    self.mappings = mappings
  }

  /// The mapping with the merged members at the place of the merge key; its own members win, then
  /// those of an earlier mapping.
  static func applied(
    _ merges: [Merge], to own: Node.Mapping
  ) throws(DocumentError) -> Node.Mapping {
    guard let merge = merges.first else { return own }
    if merges.count > 1 {
      throw DocumentError(
        "the merge key '<<' stands twice in this mapping", at: merges[1].key,
        suggestion: "write one, with a sequence: <<: [*first, *second]",
        related: [Diagnostic.Related("the first one is here", at: merge.key)])
    }
    var members = Array(own.members.prefix(merge.position))
    var seen: Set<String> = []
    for member in merge.mappings.flatMap(\.members)
    where own.member(member.key.value) == nil && seen.insert(member.key.value).inserted {
      members.append(member)
    }
    return Node.Mapping(members + own.members.dropFirst(merge.position))
  }
}
