import ArazzoDocuments

/// Reads the fields of one object of a document, and reports what is wrong with them.
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
      "\(subject): '\(name)' is empty and is ignored", at: node.location)
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

extension Fields {
  /// The language of a condition, a selector or a target: a word, or an Expression Type Object.
  ///
  /// - Parameter kinds: The allowed values; only those with versions can be objects.
  func expressionType<Kind: RawRepresentable<String>>(
    _ node: Node, _ name: String, among kinds: [Kind]
  ) -> (kind: Kind, version: Located<String>?)? {
    guard node.mapping != nil else {
      return choice(string(node, name), name, among: kinds).map { ($0, nil) }
    }
    guard let type = Fields(node, "\(subject): '\(name)'", diagnostics) else { return nil }
    type.check(known: ["type", "version"])
    let versioned = kinds.filter { Self.versions[$0.rawValue] != nil }
    let kind = type.choice(type.requiredString("type"), "type", among: versioned)
    guard let version = type.requiredString("version"), let kind,
      type.check(version, of: kind.rawValue)
    else { return nil }
    return (kind, version)
  }

  private static let versions = [
    "jsonpath": ["rfc9535", "draft-goessner-dispatch-jsonpath-00"],
    "xpath": ["xpath-10", "xpath-20", "xpath-30", "xpath-31"],
    "jsonpointer": ["rfc6901"],
  ]

  private func check(_ version: Located<String>, of kind: String) -> Bool {
    let versions = Self.versions[kind] ?? []
    guard versions.contains(version.value) else {
      diagnostics.error(
        "\(subject): 'version' must be \(Self.list(versions)), found '\(version.value)'",
        at: version.location, suggestion: Suggestion.question(about: version.value, in: versions))
      return false
    }
    if kind == "xpath", version.value != "xpath-10" {
      diagnostics.warning(
        "\(subject): version '\(version.value)' is read as XPath 1.0", at: version.location,
        suggestion: "if the versions differ, the rules of 1.0 apply")
    }
    return true
  }
}

extension Fields {
  /// A number that is not negative.
  func number(_ name: String) -> Located<Double>? {
    guard let node = optional(name) else { return nil }
    guard let value = digits(node, name).flatMap(Double.init), value.isFinite, value >= 0 else {
      misnumbered(name, node, expected: "a non-negative number")
      return nil
    }
    return Located(value, at: node.location)
  }

  /// A whole number that is not negative.
  func count(_ name: String) -> Located<Int>? {
    guard let node = optional(name) else { return nil }
    guard let value = digits(node, name).flatMap(Self.integer), value >= 0 else {
      misnumbered(name, node, expected: "a non-negative whole number")
      return nil
    }
    return Located(value, at: node.location)
  }

  /// A number's digits, or those of a string that holds a number.
  private func digits(_ node: Node, _ name: String) -> String? {
    if let digits = node.number { return digits }
    guard let text = node.string, Double(text)?.isFinite == true else { return nil }
    diagnostics.warning(
      "\(subject): '\(name)' must be a number, found a string", at: node.location,
      suggestion: "write it without quotes: \(text)",
      fix: Fix(at: node.location, replacing: text, withSource: text))
    return text
  }

  private static func integer(_ digits: String) -> Int? {
    Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
  }

  private func misnumbered(_ name: String, _ node: Node, expected: String) {
    let found = node.number ?? node.string.map { "'\($0)'" } ?? node.kindName
    diagnostics.error(
      "\(subject): '\(name)' must be \(expected), found \(found)", at: node.location)
  }
}

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

  /// - Parameter items: The values of the mapping, for the error: "runtime expressions".
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
    words.listed(by: "or")
  }
}
