import ArazzoDocuments

extension OpenAPIDescription {
  /// Recognises OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0.
  ///
  /// - Throws: ``DocumentError`` for any other document, with a suggestion.
  package static func read(
    _ root: Node, loader: any DocumentLoading
  ) throws(DocumentError) -> OpenAPIDescription {
    guard let mapping = root.mapping else {
      let found = root.isNull ? "the document is empty" : "found \(root.kindName)"
      throw refusal("an OpenAPI description must be a mapping: \(found)", at: root.location)
    }
    guard let field = mapping["openapi"] else {
      if let version = try swagger(mapping) {
        return OpenAPIDescription(root: root, version: version, loader: loader)
      }
      throw stranger(mapping, root.location)
    }
    guard let version = field.string ?? field.number else {
      throw refusal(
        "'openapi' must be the version as a string, found \(field.kindName)", at: field.location)
    }
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "3", ["0", "1", "2"].contains(parts[1]) else {
      throw refusal(
        "OpenAPI version '\(version)' isn't supported; 3.0.x, 3.1.x, 3.2.x and Swagger 2.0 are",
        at: field.location)
    }
    return OpenAPIDescription(root: root, version: version, loader: loader)
  }

  /// The version of a Swagger document, with or without quotes around it.
  private static func swagger(_ mapping: Node.Mapping) throws(DocumentError) -> String? {
    guard let field = mapping["swagger"] else { return nil }
    let version = field.string ?? field.number ?? ""
    guard ["2.0", "2"].contains(version) else {
      throw refusal(
        "Swagger version \(version.quotedForMessage) isn't supported; 2.0 is, and so are OpenAPI "
          + "3.0.x, 3.1.x and 3.2.x", at: field.location)
    }
    return "2.0"
  }

  private static func stranger(_ mapping: Node.Mapping, _ location: Location) -> DocumentError {
    if let arazzo = mapping.member("arazzo") {
      return refusal(
        "this is an Arazzo description, not an OpenAPI description", at: arazzo.key.location,
        "write type: arazzo in the source description")
    }
    if let asyncapi = mapping.member("asyncapi") {
      return refusal(
        "this is an AsyncAPI document: its channels are not supported yet",
        at: asyncapi.key.location, "write type: asyncapi in the source description")
    }
    let near = Suggestion.nearest(to: "openapi", in: mapping.members.map(\.key.value))
    return refusal(
      "this isn't an OpenAPI description: it lacks the field 'openapi'",
      at: near.flatMap { mapping.member($0)?.key.location } ?? location,
      near.map { "it has '\($0)'; did you mean 'openapi'?" })
  }

  private static func refusal(
    _ message: String, at location: Location, _ suggestion: String? = nil
  ) -> DocumentError {
    DocumentError(Diagnostic(.error, message, at: location, suggestion: suggestion))
  }
}
