import ArazzoDocuments

/// Parses one Arazzo document; the parts of the object model are in extensions.
final class ArazzoReader {
  let diagnostics: Diagnostics
  let fields: Fields
  let components: Fields?
  /// Components that were read, by what they are called in a reference.
  var parameters: [String: Component<Parameter>] = [:]
  var successActions: [String: Component<Action>] = [:]
  var failureActions: [String: Component<Action>] = [:]
  var nonconformingNames = NonconformingNames()
  var laterConstructs = LaterConstructs()

  init(_ fields: Fields, _ diagnostics: Diagnostics) {
    self.fields = fields
    self.diagnostics = diagnostics
    components = fields.optional("components").flatMap {
      Fields($0, "'components'", diagnostics)
    }
  }

  func description(_ root: Node, version: Located<String>) -> ArazzoDescription {
    fields.check(
      known: [
        "arazzo", "$schema", "$self", "info", "sourceDescriptions", "workflows", "components",
      ])
    let selfURL = selfURL()
    let info = fields.required("info").flatMap { Fields($0, "'info'", diagnostics) }
    let title = info.map(title) ?? ""
    let sources = sourceDescriptions()
    readComponents()
    let nodes = items("workflows", "workflow")
    defer {
      nonconformingNames.report(to: diagnostics)
      laterConstructs.report(in: version, to: diagnostics)
    }
    return ArazzoDescription(
      version: version, title: title, summary: info?.string("summary")?.value,
      description: info?.string("description")?.value, selfURL: selfURL,
      sourceDescriptions: sources, workflows: workflows(nodes),
      components: .init(inputs: inputs(), parameters: parameters.compactMapValues(\.value)),
      root: root,
      hasUnreadSources: sources.count < (root["sourceDescriptions"]?.sequence?.count ?? 1))
  }

  private func title(_ info: Fields) -> String {
    info.check(known: ["title", "summary", "description", "version"])
    _ = info.requiredString("version")
    return info.requiredString("title")?.value ?? ""
  }

  private func selfURL() -> Located<String>? {
    note(later: ["$self"], in: fields)
    guard let url = fields.string("$self") else { return nil }
    guard !url.value.contains("#") else {
      diagnostics.error(
        "'$self' must be a URI without a fragment, found \(url.value.quotedForMessage)",
        at: url.location, suggestion: "remove the fragment, from '#' on")
      return nil
    }
    return url
  }

  /// The items of a required list that may not be empty.
  private func items(_ name: String, _ item: String) -> [Node] {
    guard let node = fields.required(name) else { return [] }
    let items = fields.sequence(node, name, of: "\(item)s")
    if items.isEmpty, node.sequence != nil {
      diagnostics.error("'\(name)' must have at least one \(item)", at: node.location)
    }
    return items
  }

  private func sourceDescriptions() -> [SourceDescription] {
    var duplicates = Duplicates(diagnostics)
    return items("sourceDescriptions", "source description").enumerated().compactMap {
      number, node -> SourceDescription? in
      guard let source = sourceDescription(node, number: number + 1) else { return nil }
      duplicates.check(
        "source description '\(source.name.value)'", key: source.name.value,
        at: source.name.location)
      return source
    }
  }

  private func sourceDescription(_ node: Node, number: Int) -> SourceDescription? {
    let subject = node["name"]?.string.map { "source description '\($0)'" }
    guard let fields = Fields(node, subject ?? "source description \(number)", diagnostics)
    else { return nil }
    fields.check(known: ["name", "url", "type"])
    let name = fields.requiredString("name")
    let url = fields.requiredString("url")
    let kind = fields.choice(
      fields.string("type"), "type", among: [SourceDescription.Kind.openapi, .arazzo, .asyncapi])
    guard let name, let url else { return nil }
    nonconformingNames.check(name, "source description", .identifier)
    if kind == .asyncapi { laterConstructs.note("an AsyncAPI source", at: node.location) }
    return SourceDescription(
      name: name, url: url, kind: kind, node: node, location: node.location)
  }
}
