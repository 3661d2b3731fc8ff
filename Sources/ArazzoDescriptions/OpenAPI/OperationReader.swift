import ArazzoDocuments

/// Reads the parts of one operation.
///
/// What a call is made of (parameters, the request body) must be readable. What only describes what
/// comes back is left out with a warning where it is not.
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
    return Operation(
      id: entry.id, method: entry.method, path: entry.path,
      summary: node["summary"]?.string ?? entry.pathItem["summary"]?.string,
      isDeprecated: node["deprecated"]?.bool ?? false, parameters: parameters(entry),
      requestBody: node["requestBody"].flatMap(requestBody), responses: responses(node),
      servers: servers(entry), security: security(node), location: node.location)
  }

  /// The node that `node` refers to; a reference that leads nowhere is reported.
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
  private func security(_ operation: Node) -> [[String]] {
    let alternatives = operation["security"] ?? description.root["security"]
    return alternatives?.sequence?.compactMap { $0.mapping?.members.map(\.key.value) } ?? []
  }
}
