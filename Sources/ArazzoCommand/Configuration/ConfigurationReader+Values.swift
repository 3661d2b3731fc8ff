import ArazzoDocuments

extension ConfigurationReader {
  /// The mapping, after a look at its keys.
  func mapping(
    _ node: Node, _ subject: String, keys: [ConfigurationKey]
  ) -> Node.Mapping? {
    guard let mapping = node.mapping else {
      diagnostics.error("\(subject) must be a mapping, found \(node.kindName)", at: node.location)
      return nil
    }
    let known = keys.map(\.name)
    for member in mapping.members where !known.contains(member.key.value) {
      let name = member.key.value
      let advice =
        Suggestion.question(about: name, in: known.filter { mapping[$0] == nil })
        ?? (ConfigurationKey.all.contains { $0.name == name }
          ? "it applies to all documents: move it to the top of the file"
          : "the keys are \(known.map { "'\($0)'" }.joined(separator: ", "))")
      diagnostics.error(
        "\(subject) has no key '\(name)'", at: member.key.location, suggestion: advice)
    }
    return mapping
  }

  func mismatch(_ key: ConfigurationKey, _ node: Node, _ wanted: String) {
    diagnostics.error(
      "'\(key.name)' must be \(wanted), found \(node.kindName)", at: node.location)
  }

  /// A text by its rule; a path is seen from the current folder.
  func text(_ node: Node, _ key: ConfigurationKey, _ rule: TextRule) -> Located<String>? {
    guard let text = node.string else {
      mismatch(key, node, rule.phrase)
      return nil
    }
    guard rule.allows(text) else {
      var suggestion: String?
      if case .oneOf(let values) = rule {
        suggestion = Suggestion.question(about: text, in: values)
      }
      diagnostics.error(
        "'\(key.name)' must be \(rule.phrase), found '\(text)'", at: node.location,
        suggestion: suggestion)
      return nil
    }
    if case .path = rule { return Located(text.seen(from: folder), at: node.location) }
    return Located(text, at: node.location)
  }

  func texts(
    _ node: Node, _ key: ConfigurationKey, _ rule: TextRule
  ) -> [Located<String>]? {
    guard let nodes = node.sequence else {
      mismatch(key, node, "a sequence of strings")
      return nil
    }
    return nodes.compactMap { text($0, key, rule) }
  }

  func number(_ node: Node, _ key: ConfigurationKey, _ rule: NumberRule) -> Double? {
    guard let number = node.number.flatMap(Double.init) else {
      mismatch(key, node, rule.phrase)
      return nil
    }
    guard rule.allows(number) else {
      diagnostics.error("'\(key.name)' must be \(rule.phrase)", at: node.location)
      return nil
    }
    return number
  }

  func choices(
    _ node: Node, _ key: ConfigurationKey, _ rule: TextRule
  ) -> [Settings.Choice] {
    guard let mapping = node.mapping else {
      mismatch(key, node, "a mapping from names to strings")
      return []
    }
    return mapping.members.compactMap { member in
      let mention = Settings.Mention(name: member.key.value, place: member.key.location)
      return text(member.value, key, rule).map {
        Settings.Choice(mention: mention, value: $0.value)
      }
    }
  }
}

extension NumberRule {
  fileprivate var phrase: String {
    let kind = isWhole ? "a whole number" : "a number"
    guard let maximum else { return "\(kind), \(minimum.shortened) or more" }
    return "\(kind) from \(minimum.shortened) to \(maximum.shortened)"
  }

  fileprivate func allows(_ number: Double) -> Bool {
    number.isFinite && number >= minimum && number <= maximum ?? .infinity
      && (!isWhole || number == number.rounded())
  }
}

extension Double {
  /// The number without a fraction of nothing.
  var shortened: String { Int(exactly: self).map(String.init) ?? String(self) }
}
