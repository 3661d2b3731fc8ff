import ArazzoDocuments

extension Fields {
  /// A string that may not be empty.
  func requiredString(_ name: String) -> Located<String>? {
    guard let text = required(name).flatMap({ string($0, name) }) else { return nil }
    guard text.value.isEmpty else { return text }
    diagnostics.error("\(subject): '\(name)' must not be empty", at: text.location)
    return nil
  }

  /// A string; an empty one is as good as none.
  func string(_ name: String) -> Located<String>? {
    guard let text = optional(name).flatMap({ string($0, name) }) else { return nil }
    return text.value.isEmpty ? nil : text
  }

  /// A number or a boolean in a string's place is taken by its spelling.
  func string(_ node: Node, _ name: String) -> Located<String>? {
    switch node.value {
    case .string(let text): return Located(text, at: node.location)
    case .number(let text): return spelled(text, node, name)
    case .bool(let bool): return spelled(bool ? "true" : "false", node, name)
    default:
      mismatch(name, node, expected: "a string")
      return nil
    }
  }

  private func spelled(_ text: String, _ node: Node, _ name: String) -> Located<String> {
    diagnostics.warning(
      "\(subject): '\(name)' must be a string, found \(node.kindName)", at: node.location,
      suggestion: "write it in quotes: '\(text)'", fix: Fix(quoting: text, at: node.location))
    return Located(text, at: node.location)
  }

  /// - Parameter items: What the sequence holds, for the error: "steps".
  func sequence(_ name: String, of items: String) -> [Node] {
    optional(name).map { sequence($0, name, of: items) } ?? []
  }

  func sequence(_ node: Node, _ name: String, of items: String) -> [Node] {
    if let nodes = node.sequence { return nodes }
    mismatch(name, node, expected: "a sequence of \(items)")
    return []
  }

  /// - Parameter items: What the mapping leads to, for the error: "runtime expressions".
  func map(_ name: String, of items: String) -> [Node.Mapping.Member] {
    guard let node = optional(name) else { return [] }
    if let mapping = node.mapping { return mapping.members }
    mismatch(name, node, expected: "a mapping of names to \(items)")
    return []
  }

  /// A field that holds one of a few words.
  func choice<Choice: RawRepresentable<String>>(
    _ word: Located<String>?, _ name: String, among choices: [Choice]
  ) -> Choice? {
    guard let word else { return nil }
    if let choice = choices.first(where: { $0.rawValue == word.value }) { return choice }
    let words = choices.map(\.rawValue)
    diagnostics.error(
      "\(subject): '\(name)' must be \(Self.list(words)), found '\(word.value)'",
      at: word.location,
      fix: Suggestion.nearest(to: word.value, in: words).flatMap { Fix(word, with: $0) })
    return nil
  }

  static func list(_ words: [String]) -> String {
    let quoted = words.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
