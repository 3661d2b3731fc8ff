import CLibYAML

extension YAMLReader {
  /// Puts the value of an anchor here again; it is shared and not copied.
  mutating func takeAlias(_ event: UnsafePointer<yaml_event_t>) throws(DocumentError) {
    let location = Location(source, at: event.pointee.start_mark)
    let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
    let built = try anchors.value(of: name, usedAt: location)
    if builder.expectsKey {
      guard let key = built.node.keyText else {
        throw DocumentError("\(built.node.kindName) can't be a key; a key is text", at: location)
      }
      builder.addKey(Located(key, at: location))
    } else {
      try builder.checkDepth(adding: built.height, at: location)
      try builder.add(built)
    }
  }
}

extension Node {
  /// The text of a scalar, as it would stand as a key.
  fileprivate var keyText: String? {
    switch value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let text), .string(let text): text
    case .sequence, .mapping: nil
    }
  }
}
