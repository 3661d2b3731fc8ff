import ArazzoDocuments

/// Translates an operation of Swagger 2.0 to OpenAPI 3: the same nodes under other names, each
/// with its original location, so that the other stages only know OpenAPI 3.
struct SwaggerTranslation {
  let reader: OperationReader

  var root: Node { reader.description.root }

  func entry(_ entry: OpenAPIDescription.OperationEntry) -> OpenAPIDescription.OperationEntry {
    let parameters = parameters(entry)
    let replaced = ["parameters", "responses", "servers", "requestBody"]
    var members = (entry.node.mapping?.members ?? []).filter { !replaced.contains($0.key.value) }
    let place = entry.node.location
    members.append(.init("parameters", .sequence(plain(parameters)), at: place))
    members.append(.init("servers", .sequence(servers(entry.node)), at: place))
    if let body = body(parameters, entry.node) { members.append(.init("requestBody", body)) }
    if let responses = entry.node["responses"] {
      members.append(.init("responses", translated(responses, entry.node)))
    }
    return .init(
      id: entry.id, method: entry.method, path: entry.path,
      node: Node(.mapping(.init(members)), at: place),
      pathItem: Node(.mapping(.init([])), at: entry.pathItem.location))
  }

  /// The operation's parameters and those of the path that it does not replace.
  private func parameters(_ entry: OpenAPIDescription.OperationEntry) -> [Node] {
    let own = list(entry.node)
    let inherited = list(entry.pathItem).filter { parameter in
      !own.contains {
        $0["name"]?.string == parameter["name"]?.string
          && $0["in"]?.string == parameter["in"]?.string
      }
    }
    return inherited + own
  }

  private func list(_ node: Node) -> [Node] {
    node["parameters"]?.sequence?.compactMap { reader.resolve($0, .warning) } ?? []
  }

  /// The media types of the operation, else the document's, else JSON.
  func types(_ field: String, _ operation: Node) -> [String] {
    let names = (operation[field] ?? root[field])?.sequence?.compactMap(\.string) ?? []
    return names.isEmpty ? ["application/json"] : names
  }

  func content(
    _ types: [String], _ schema: Node, encoding: [Node.Mapping.Member] = [], at place: Location
  ) -> Node {
    let encodings = Node.Mapping.Member("encoding", .mapping(.init(encoding)), at: place)
    let media = Node(
      .mapping(.init([.init("schema", schema)] + (encoding.isEmpty ? [] : [encodings]))), at: place)
    let members = types.map { Node.Mapping.Member(key: Located($0, at: place), value: media) }
    return Node(.mapping(.init([.init("content", .mapping(.init(members)), at: place)])), at: place)
  }
}

// MARK: bodies

extension SwaggerTranslation {
  private func body(_ parameters: [Node], _ operation: Node) -> Node? {
    if let body = parameters.first(where: { $0["in"]?.string == "body" }) {
      let schema = body["schema"] ?? Node(.mapping(.init([])), at: body.location)
      let content = content(types("consumes", operation), schema, at: body.location)
      return content.adding([body.mapping?.member("required")].compactMap(\.self))
    }
    let fields = parameters.filter { $0["in"]?.string == "formData" }
    return fields.isEmpty ? nil : form(fields, operation)
  }

  /// A form of the `formData` parameters, in the types that can hold it.
  private func form(_ fields: [Node], _ operation: Node) -> Node {
    let place = operation.location
    let hasFile = fields.contains { $0["type"]?.string == "file" }
    let forms = ["multipart/form-data"] + (hasFile ? [] : ["application/x-www-form-urlencoded"])
    let declared = types("consumes", operation).filter { type in forms.contains { $0 == type } }
    let required = fields.filter { $0["required"]?.bool == true }.compactMap { $0["name"] }
    let properties = fields.compactMap { field in
      field["name"]?.string.map { Node.Mapping.Member($0, property(field)) }
    }
    let schema = Node(
      .mapping(
        .init([
          .init("type", .string("object"), at: place),
          .init("properties", .mapping(.init(properties)), at: place),
          .init("required", .sequence(required), at: place),
        ])), at: place)
    return content(
      declared.isEmpty ? forms.suffix(1) : declared, schema,
      encoding: fields.compactMap(encoding), at: place
    )
    .adding([.init("required", .bool(!required.isEmpty), at: place)])
  }

  /// How an array among the fields is written.
  private func encoding(_ field: Node) -> Node.Mapping.Member? {
    let style = style(field).map { Node.Mapping.Member($0.0, $0.1, at: field.location) }
    guard let name = field["name"]?.string, !style.isEmpty else { return nil }
    return Node.Mapping.Member(name, .mapping(.init(style)), at: field.location)
  }

  /// A field's schema; a file is a string of format `binary`.
  private func property(_ field: Node) -> Node {
    let schema = field.without(Self.parameterFields)
    guard field["type"]?.string == "file" else { return schema }
    return schema.without(["type", "format"]).adding([
      .init("type", .string("string"), at: field.location),
      .init("format", .string("binary"), at: field.location),
    ])
  }

  static let parameterFields: Set<String> = [
    "name", "in", "required", "collectionFormat", "allowEmptyValue",
  ]
}

extension Node {
  func without(_ names: Set<String>) -> Node {
    let members = (mapping?.members ?? []).filter { !names.contains($0.key.value) }
    return Node(.mapping(.init(members)), at: location)
  }

  func adding(_ members: [Node.Mapping.Member]) -> Node {
    Node(.mapping(.init((mapping?.members ?? []) + members)), at: location)
  }
}

extension Node.Mapping.Member {
  init(_ name: String, _ value: Node) {
    self.init(key: Located(name, at: value.location), value: value)
  }

  init(_ name: String, _ value: Node.Value, at place: Location) {
    self.init(name, Node(value, at: place))
  }
}
