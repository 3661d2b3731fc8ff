import ArazzoDocuments

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

  /// Headers that OpenAPI describes elsewhere: a parameter of such a name is to be ignored (rule H9).
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
      "\(message); it is left out", at: location, suggestion: suggestion)
  }

  private static func advice(_ place: String) -> String? {
    switch place {
    case "body", "formData": "OpenAPI 3 has 'requestBody' for what Swagger put there"
    default: Suggestion.question(about: place, in: ["path", "query", "header", "cookie"])
    }
  }
}
