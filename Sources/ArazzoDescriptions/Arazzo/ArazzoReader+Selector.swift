import ArazzoDocuments

/// Selector Objects (Arazzo 1.1).
extension ArazzoReader {
  /// Checks a value that may be a Selector Object or plain data.
  func checkSelector(_ node: Node, _ fields: Fields, as what: String) {
    guard SelectorObject.isMeant(by: node) else { return }
    checkRequiredSelector(node, fields, as: what)
  }

  /// Checks a mapping that can't be anything but a Selector Object.
  func checkRequiredSelector(_ node: Node, _ fields: Fields, as what: String) {
    if let error = node.unquotedExpressionError { return diagnostics.add(error) }
    laterConstructs.note("a selector object", at: node.location)
    guard let selector = Fields(node, "\(fields.subject): \(what)", diagnostics) else { return }
    selector.check(known: ["context", "selector", "type"])
    _ = SelectorObject(selector)
  }

  /// Checks the Selector Objects anywhere in a payload.
  func checkSelectors(in payload: Node, _ fields: Fields) {
    var seen: Set<Location> = []
    var open = [payload]
    // Aliases share their nodes, so each place is looked at once.
    while let node = open.popLast() {
      guard node.mapping != nil || node.sequence != nil,
        seen.insert(node.location).inserted
      else { continue }
      if SelectorObject.isMeant(by: node) {
        checkRequiredSelector(node, fields, as: "'payload'")
      } else {
        open += node.mapping?.members.reversed().map(\.value) ?? node.sequence?.reversed() ?? []
      }
    }
  }
}
