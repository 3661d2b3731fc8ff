import ArazzoDocuments

extension Fields {
  /// The language of a condition, a selector or a target: a word, or an Expression Type Object.
  ///
  /// - Parameter kinds: The words that may stand here; only those with versions can be objects.
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
        suggestion: "where the versions differ, what 1.0 says holds")
    }
    return true
  }
}
