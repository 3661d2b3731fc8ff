import ArazzoDocuments

/// Reads a configuration from nodes, by the table of keys.
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
        "the document '\(path.value)' is listed twice", at: path.location,
        related: [Diagnostic.Related("it is first listed here", at: first)])
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
