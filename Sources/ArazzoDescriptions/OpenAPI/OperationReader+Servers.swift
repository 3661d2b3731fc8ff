import ArazzoDocuments

extension OperationReader {
  /// The operation's servers, else the path's, else the document's, else the one that OpenAPI has
  /// where none is written: the root of wherever the document came from.
  func servers(_ entry: OpenAPIDescription.OperationEntry) -> [Server] {
    let root = description.root
    for node in [entry.node, entry.pathItem, root] {
      let servers = node["servers"]?.sequence?.compactMap(server) ?? []
      if !servers.isEmpty { return servers }
    }
    return [Server(url: Located("/", at: root.location), variables: [])]
  }

  private func server(_ node: Node) -> Server? {
    guard let field = node["url"], let url = field.string else {
      diagnostics.warning("a server must have a 'url' that is a string", at: node.location)
      return nil
    }
    return Server(
      url: Located(url, at: field.location), name: node["name"]?.string,
      description: node["description"]?.string,
      variables: node["variables"]?.mapping?.members.compactMap(variable) ?? [])
  }

  /// Values that YAML reads as numbers or booleans are taken by their spelling.
  private func variable(_ member: Node.Mapping.Member) -> ServerVariable? {
    guard let value = member.value["default"] else {
      diagnostics.warning(
        "server variable '\(member.key.value)' lacks the required field 'default'",
        at: member.value.location)
      return nil
    }
    let values = member.value["enum"]?.sequence?.compactMap(Self.spelling) ?? []
    return Self.spelling(value).map {
      ServerVariable(
        name: member.key.value, defaultValue: $0, values: values,
        description: member.value["description"]?.string)
    }
  }

  private static func spelling(_ node: Node) -> String? {
    node.string ?? node.number ?? node.bool.map { $0 ? "true" : "false" }
  }
}
