import ArazzoDocuments

/// Nodes in, configuration out, by the table of keys.
struct ConfigurationReader {
  /// The folder of the file, with a slash at its end, or nothing.
  let folder: String
  let diagnostics: Diagnostics

  func configuration(_ root: Node, path: String) -> Configuration {
    var configuration = Configuration(path: path)
    guard let mapping = mapping(root, "the configuration", keys: ConfigurationKey.all) else {
      return configuration
    }
    read(mapping, ConfigurationKey.all, into: &configuration.settings)
    configuration.documents = mapping["documents"].flatMap(documents)
    return configuration
  }

  /// Takes every key of the table that a mapping has.
  private func read(
    _ mapping: Node.Mapping, _ keys: [ConfigurationKey], into settings: inout Settings
  ) {
    for key in keys {
      if let node = mapping[key.name] { read(node, key, into: &settings) }
    }
  }

  private func read(_ node: Node, _ key: ConfigurationKey, into settings: inout Settings) {
    switch key.kind {
    case .flag(let path):
      settings[keyPath: path] = node.bool
      if node.bool == nil { mismatch(key, node, "true or false") }
    case .text(let path, let rule): settings[keyPath: path] = text(node, key, rule)?.value
    case .texts(let path, let rule):
      settings[keyPath: path] = texts(node, key, rule)?.map(\.value)
    case .names(let path):
      settings[keyPath: path] = texts(node, key, .any)?.map {
        Settings.Mention(name: $0.value, place: $0.location)
      }
    case .number(let path, let rule): settings[keyPath: path] = number(node, key, rule)
    case .choices(let path, let rule): settings[keyPath: path] = choices(node, key, rule)
    case .object(let keys):
      guard let mapping = mapping(node, "'\(key.name)'", keys: keys) else { return }
      read(mapping, keys, into: &settings)
    case .documents: break
    }
  }

  // MARK: documents

  private func documents(_ node: Node) -> [Configuration.Document]? {
    guard let nodes = node.sequence else {
      diagnostics.error(
        "'documents' must be a sequence, found \(node.kindName)", at: node.location,
        suggestion: "write each document on a line of its own, after '- '")
      return nil
    }
    var seen: [String: Location] = [:]
    return nodes.compactMap(document).filter { document in
      let path = document.path
      guard let first = seen.updateValue(path.location, forKey: path.value) else { return true }
      diagnostics.error(
        "the document '\(path.value)' stands here a second time", at: path.location,
        related: [Diagnostic.Related("the first time is here", at: first)])
      return false
    }
  }

  private func document(_ node: Node) -> Configuration.Document? {
    let pathKey = ConfigurationKey(
      name: "path", summary: "The Arazzo description.", kind: .text(\.output, .path))
    if node.string != nil {
      return text(node, pathKey, .path).map { Configuration.Document(path: $0) }
    }
    let keys = ConfigurationKey.all.filter(\.isForOneDocument)
    guard let mapping = mapping(node, "a document", keys: [pathKey] + keys) else { return nil }
    guard let place = mapping["path"] else {
      diagnostics.error("a document lacks the key 'path'", at: node.location)
      return nil
    }
    guard let path = text(place, pathKey, .path) else { return nil }
    var document = Configuration.Document(path: path)
    read(mapping, keys, into: &document.settings)
    return document
  }
}

extension ConfigurationReader {
  // MARK: values

  /// The mapping, after a look at its keys.
  private func mapping(
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
          ? "it holds for all documents: write it at the top of the file"
          : "there are \(known.map { "'\($0)'" }.joined(separator: ", "))")
      diagnostics.error(
        "\(subject) has no key '\(name)'", at: member.key.location, suggestion: advice)
    }
    return mapping
  }

  private func mismatch(_ key: ConfigurationKey, _ node: Node, _ wanted: String) {
    diagnostics.error(
      "'\(key.name)' must be \(wanted), found \(node.kindName)", at: node.location)
  }

  /// A text by its rule; a path is seen from the current folder.
  private func text(_ node: Node, _ key: ConfigurationKey, _ rule: TextRule) -> Located<String>? {
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

  private func texts(
    _ node: Node, _ key: ConfigurationKey, _ rule: TextRule
  ) -> [Located<String>]? {
    guard let nodes = node.sequence else {
      mismatch(key, node, "a sequence of texts")
      return nil
    }
    return nodes.compactMap { text($0, key, rule) }
  }

  private func number(_ node: Node, _ key: ConfigurationKey, _ rule: NumberRule) -> Double? {
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

  private func choices(
    _ node: Node, _ key: ConfigurationKey, _ rule: TextRule
  ) -> [Settings.Choice] {
    guard let mapping = node.mapping else {
      mismatch(key, node, "a mapping from names to texts")
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
    let least = "\(kind) from \(minimum.shortened)"
    return maximum.map { "\(least) to \($0.shortened)" } ?? "\(least) up"
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
