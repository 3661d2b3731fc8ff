import ArazzoDocuments

/// One object of a document while it is read: finds its fields and says what is wrong with them.
struct Fields {
  let mapping: Node.Mapping
  let location: Location
  /// What the object is called in diagnostics: "step 'createRun'".
  let subject: String
  let diagnostics: Diagnostics

  /// Reports a node that is no mapping.
  init?(_ node: Node, _ subject: String, _ diagnostics: Diagnostics) {
    guard let mapping = node.mapping else {
      diagnostics.error(
        "\(subject) must be a mapping, found \(node.kindName)", at: node.location)
      return nil
    }
    self.mapping = mapping
    self.location = node.location
    self.subject = subject
    self.diagnostics = diagnostics
  }

  /// The field's value; an empty field (`outputs:` with nothing after it) is as good as none.
  func optional(_ name: String) -> Node? {
    guard let node = mapping[name] else { return nil }
    guard node.isNull else { return node }
    diagnostics.warning(
      "\(subject): '\(name)' is empty and is read as if it was not there", at: node.location)
    return nil
  }

  /// The field's value; its absence is an error.
  func required(_ name: String) -> Node? {
    if let node = mapping[name] { return node }
    let unknown = mapping.members.map(\.key.value)
    let near = Suggestion.nearest(to: name, in: unknown)
    diagnostics.error(
      "\(subject) lacks the required field '\(name)'", at: location,
      suggestion: near.map { "it has '\($0)'; did you mean '\(name)'?" })
    return nil
  }

  /// Reports that the field holds the wrong kind of value.
  func mismatch(_ name: String, _ node: Node, expected: String) {
    diagnostics.error(
      "\(subject): '\(name)' must be \(expected), found \(node.kindName)", at: node.location,
      suggestion: node.unquotedExpressionError?.suggestion)
  }

  /// Reports fields that the specification does not have.
  func check(known: [String]) {
    for member in mapping.members where !member.key.value.hasPrefix("x-") {
      let name = member.key.value
      guard !known.contains(name) else { continue }
      diagnostics.warning(
        "\(subject): the field '\(name)' is unknown and is ignored", at: member.key.location,
        cause: "unknown field \(name) beside \(known.joined(separator: " "))",
        fix: Suggestion.nearest(to: name, in: known.filter { mapping[$0] == nil })
          .flatMap { Fix(member.key, with: $0) })
    }
  }
}
