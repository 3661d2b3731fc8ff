import ArazzoDocuments

/// Parameters, responses and servers.
extension SwaggerTranslation {
  /// The parameters that are in neither a body nor a form.
  func plain(_ parameters: [Node]) -> [Node] {
    parameters.filter { !["body", "formData"].contains($0["in"]?.string) }.map { parameter in
      let place = parameter.location
      var members = (parameter.mapping?.members ?? []).filter {
        ["name", "in", "required", "allowEmptyValue", "description"].contains($0.key.value)
      }
      members.append(.init("schema", parameter.without(Self.parameterFields)))
      for (name, value) in style(parameter) { members.append(.init(name, value, at: place)) }
      return Node(.mapping(.init(members)), at: place)
    }
  }

  /// `collectionFormat` as `style` and `explode`; a path and a header have no other format than commas.
  func style(_ parameter: Node) -> [(String, Node.Value)] {
    let hasFormats = ["query", "formData"].contains(parameter["in"]?.string)
    let format = parameter["collectionFormat"]?.string ?? "csv"
    guard parameter["type"]?.string == "array", hasFormats || format != "csv" else { return [] }
    return switch format {
    case "multi": [("style", .string("form")), ("explode", .bool(true))]
    case "ssv": [("style", .string("spaceDelimited")), ("explode", .bool(false))]
    case "tsv": [("style", .string("tabDelimited")), ("explode", .bool(false))]
    case "pipes": [("style", .string("pipeDelimited")), ("explode", .bool(false))]
    default: [("style", .string("form")), ("explode", .bool(false))]
    }
  }

  func translated(_ responses: Node, _ operation: Node) -> Node {
    let types = types("produces", operation)
    let members = (responses.mapping?.members ?? []).map { member in
      guard let response = reader.resolve(member.value, .warning) else { return member }
      return Node.Mapping.Member(key: member.key, value: self.response(response, types))
    }
    return Node(.mapping(.init(members)), at: responses.location)
  }

  private func response(_ response: Node, _ types: [String]) -> Node {
    let place = response.location
    let headers = (response["headers"]?.mapping?.members ?? []).map { header in
      Node.Mapping.Member(
        key: header.key,
        value: Node(.mapping(.init([.init("schema", header.value)])), at: header.value.location))
    }
    let body = response["schema"].map { content(types, $0, at: place) }
    return (body ?? Node(.mapping(.init([])), at: place))
      .adding([.init("headers", .mapping(.init(headers)), at: place)])
  }

  /// `schemes`, `host` and `basePath` as URLs; relative where there is no host.
  func servers(_ operation: Node) -> [Node] {
    let basePath = root["basePath"]?.string ?? "/"
    let place = (root["host"] ?? root["basePath"] ?? root).location
    let schemes = (operation["schemes"] ?? root["schemes"])?.sequence?.compactMap(\.string) ?? []
    let web = schemes.filter { ["http", "https"].contains($0) }
    let path = basePath.hasPrefix("/") ? basePath : "/" + basePath
    let urls = root["host"]?.string.map { host in
      (web.isEmpty ? ["https"] : web).map { "\($0)://\(host)\(path == "/" ? "" : path)" }
    }
    return (urls ?? [path]).map {
      Node(.mapping(.init([.init("url", .string($0), at: place)])), at: place)
    }
  }
}
