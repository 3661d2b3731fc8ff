import ArazzoDescriptions

extension ServerChoicePlan {
  /// The server with the variables that its URL has a place for, in the order of those.
  init(_ server: Server) {
    let declared = Dictionary(
      server.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = Self.parts(of: server.url.value, names: Set(declared.keys))
    var seen: Set<String> = []
    let variables = parts.compactMap { part -> ServerVariablePlan? in
      guard case .variable(let name) = part, seen.insert(name).inserted else { return nil }
      return declared[name].map(ServerVariablePlan.init)
    }
    self.init(
      name: server.name, description: server.description, url: parts, variables: variables)
  }

  /// Braces around no variable that is declared are text.
  private static func parts(of url: String, names: Set<String>) -> [Part] {
    var parts: [Part] = []
    var text = ""
    for piece in PlaceholderText(url).pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .placeholder(let name) where names.contains(name):
        if !text.isEmpty { parts.append(.text(text)) }
        parts.append(.variable(name))
        text = ""
      case .placeholder(let name): text += "{\(name)}"
      }
    }
    return text.isEmpty ? parts : parts + [.text(text)]
  }
}

extension ServerVariablePlan {
  init(_ variable: ServerVariable) {
    var values: [String] = []
    for value in variable.values where !values.contains(value) { values.append(value) }
    if !values.isEmpty, !values.contains(variable.defaultValue) {
      values.insert(variable.defaultValue, at: 0)
    }
    self.init(
      name: variable.name, defaultValue: variable.defaultValue, values: values,
      description: variable.description)
  }
}
