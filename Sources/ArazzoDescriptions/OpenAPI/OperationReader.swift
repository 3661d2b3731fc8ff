import ArazzoDocuments

/// Parses the parts of one operation.
///
/// Parameters and the request body must be valid. An invalid part that only describes responses is
/// left out with a warning.
struct OperationReader {
  let description: OpenAPIDescription
  let diagnostics: Diagnostics

  init(_ description: OpenAPIDescription, _ diagnostics: Diagnostics) {
    self.description = description
    self.diagnostics = diagnostics
  }

  func operation(_ written: OpenAPIDescription.OperationEntry) -> Operation {
    let entry = description.isSwagger ? SwaggerTranslation(reader: self).entry(written) : written
    let node = entry.node
    let parameters = parameters(entry)
    return Operation(
      id: entry.id, method: entry.method, path: entry.path,
      template: PathTemplate(entry.path, declared: Set(parameters.map(\.name))),
      summary: node["summary"]?.string ?? entry.pathItem["summary"]?.string,
      isDeprecated: node["deprecated"]?.bool ?? false, parameters: parameters,
      requestBody: node["requestBody"].flatMap(requestBody), responses: responses(node),
      servers: servers(entry), security: security(node), location: node.location)
  }

  /// The node that `node` refers to; a broken reference is reported.
  func resolve(_ node: Node, _ severity: Diagnostic.Severity = .error) -> Node? {
    do throws(DocumentError) {
      return try description.resolve(node)
    } catch {
      let found = error.diagnostic
      diagnostics.add(
        Diagnostic(
          severity, found.message, at: found.location, suggestion: found.suggestion,
          related: found.related))
      return nil
    }
  }

  func schema(_ node: Node?) -> Schema? {
    guard let node, node.mapping != nil else { return nil }
    return Schema(node, description.references)
  }

  private func requestBody(_ node: Node) -> OperationBody? {
    guard let body = resolve(node) else { return nil }
    return OperationBody(
      isRequired: body["required"]?.bool ?? false, content: content(body))
  }

  func content(_ node: Node) -> [MediaType] {
    node["content"]?.mapping?.members.map {
      // Only OpenAPI 3.2 has references here; following one costs nothing.
      let media = resolve($0.value, .warning) ?? $0.value
      return MediaType(
        name: $0.key.value, schema: schema(media["schema"]), encodings: encodings(media))
    } ?? []
  }

  private func encodings(_ media: Node) -> [String: FieldEncoding] {
    let members = media["encoding"]?.mapping?.members ?? []
    let encodings = members.map { member in
      let node = member.value
      let encoding = FieldEncoding(
        contentType: node["contentType"]?.string, style: node["style"]?.string,
        explode: node["explode"]?.bool, allowReserved: node["allowReserved"]?.bool ?? false,
        headers: headers(node).filter { $0.name.lowercased() != "content-type" },
        location: node.location)
      return (member.key.value, encoding)
    }
    return Dictionary(encodings, uniquingKeysWith: { first, _ in first })
  }

  private func responses(_ operation: Node) -> [OperationResponse] {
    guard let responses = operation["responses"]?.mapping else { return [] }
    return responses.members.compactMap { member in
      guard !member.key.value.hasPrefix("x-"), let node = resolve(member.value, .warning) else {
        return nil
      }
      return OperationResponse(
        status: member.key.value, content: content(node), headers: headers(node))
    }
  }

  private func headers(_ response: Node) -> [ResponseHeader] {
    response["headers"]?.mapping?.members.compactMap { member in
      guard let header = resolve(member.value, .warning) else { return nil }
      let content = content(header).first
      return ResponseHeader(
        name: member.key.value, schema: schema(header["schema"]) ?? content?.schema,
        isRequired: header["required"]?.bool ?? false)
    } ?? []
  }

  /// The operation's `security` replaces the document's, also where it is empty.
  private func security(_ operation: Node) -> [[SecurityRequirement]] {
    let alternatives = operation["security"] ?? description.root["security"]
    return alternatives?.sequence?.compactMap { alternative in
      alternative.mapping?.members.map { member in
        SecurityRequirement(
          scheme: member.key.value, scopes: member.value.sequence?.compactMap(\.string) ?? [])
      }
    } ?? []
  }
}

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

extension OperationReader {
  /// The path's parameters, then the operation's, which replace those of the same name and place.
  func parameters(_ entry: OpenAPIDescription.OperationEntry) -> [OperationParameter] {
    let own = list(entry.node)
    let inherited = list(entry.pathItem).filter { parameter in
      !own.contains { $0.name == parameter.name && $0.place == parameter.place }
    }
    return inherited + own
  }

  private func list(_ node: Node) -> [OperationParameter] {
    guard let list = node["parameters"] else { return [] }
    guard let nodes = list.sequence else {
      if !list.isNull {
        diagnostics.error(
          "'parameters' must be a sequence, found \(list.kindName)", at: list.location)
      }
      return []
    }
    return nodes.compactMap { resolve($0, .warning).flatMap(parameter) }
      .filter { !($0.place == .header && Self.ownHeaders.contains($0.name.lowercased())) }
  }

  /// Headers that OpenAPI describes elsewhere: a parameter of such a name is to be ignored (rule
  /// H9).
  private static let ownHeaders: Set<String> = ["accept", "content-type", "authorization"]

  private func parameter(_ node: Node) -> OperationParameter? {
    guard let name = node["name"]?.string else {
      leaveOut("a parameter must have a 'name' that is a string", at: node.location)
      return nil
    }
    guard let place = place(of: name, node) else { return nil }
    let content = content(node).first
    return OperationParameter(
      name: name, place: place,
      isRequired: place == .path || node["required"]?.bool == true,
      style: node["style"]?.string, explode: node["explode"]?.bool,
      allowReserved: node["allowReserved"]?.bool ?? false,
      allowEmptyValue: node["allowEmptyValue"]?.bool ?? false, contentType: content?.name,
      schema: schema(node["schema"]) ?? content?.schema, location: node.location)
  }

  private func place(of name: String, _ node: Node) -> OperationParameter.Place? {
    let places = ["path", "query", "querystring", "header", "cookie"]
    guard let field = node["in"] else {
      leaveOut(
        "parameter '\(name)' lacks the required field 'in'", at: node.location,
        suggestion: "write in: \(places.joined(separator: ", "))")
      return nil
    }
    if let place = field.string.flatMap(OperationParameter.Place.init(rawValue:)) { return place }
    let found = field.string.map { "'\($0)'" } ?? field.kindName
    leaveOut(
      "parameter '\(name)': 'in' must be \(Fields.list(places)), found \(found)",
      at: field.location, suggestion: field.string.flatMap(Self.advice))
    return nil
  }

  /// Warns of a parameter that can't be read: what a step sends is sent as it is written there.
  private func leaveOut(_ message: String, at location: Location, suggestion: String? = nil) {
    diagnostics.warning(
      "\(message); it is ignored", at: location, suggestion: suggestion)
  }

  private static func advice(_ place: String) -> String? {
    switch place {
    case "body", "formData": "use 'requestBody' instead: only Swagger 2.0 has this"
    default: Suggestion.question(about: place, in: ["path", "query", "header", "cookie"])
    }
  }
}
