import ArazzoDocuments

/// Selector Objects of Arazzo 1.1, which are not compiled yet.
extension ArazzoReader {
  /// Reports a value that is a Selector Object.
  func checkSelector(_ node: Node, _ fields: Fields, as what: String) {
    guard isSelector(node) else { return }
    fields.unsupported("a selector object as \(what)", at: node.location)
  }

  /// Reports the Selector Objects anywhere in a payload.
  func checkSelectors(in payload: Node, _ fields: Fields) {
    var seen: Set<Location> = []
    var open = [payload]
    // Aliases share their nodes, so each place is looked at once.
    while let node = open.popLast() {
      guard node.mapping != nil || node.sequence != nil,
        seen.insert(node.location).inserted
      else { continue }
      if isSelector(node) {
        fields.unsupported("a selector object in 'payload'", at: node.location)
      } else {
        open += node.mapping?.members.reversed().map(\.value) ?? node.sequence?.reversed() ?? []
      }
    }
  }

  /// A mapping of exactly the three fields, whose context is an expression.
  private func isSelector(_ node: Node) -> Bool {
    guard let mapping = node.mapping, mapping.members.count == 3,
      mapping["selector"]?.string != nil, mapping["type"] != nil
    else { return false }
    return mapping["context"]?.string?.hasPrefix("$") == true
  }
}
