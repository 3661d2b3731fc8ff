import ArazzoDescriptions

extension StepTarget {
  /// Whether a value of this parameter is a credential: `Authorization`, a cookie, an API key, or an
  /// input of the called workflow that is one.
  func isCredential(_ parameter: Parameter) -> Bool {
    switch self {
    case .workflow(let plan):
      return plan.inputs.fields.contains {
        $0.name == parameter.name.value && $0.type.isSecret
      }
    case .operation(let found): return found.isCredential(parameter)
    }
  }
}

private let credentialHeaders: Set<String> = [
  "authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey",
  "x-auth-token",
]

extension FoundOperation {
  /// Whether a value of this parameter is a credential: `Authorization`, a cookie or an API key.
  func isCredential(_ parameter: Parameter) -> Bool {
    let name = parameter.name.value.lowercased()
    switch parameter.place {
    case .cookie: return true
    case .header where credentialHeaders.contains(name): return true
    case let place?:
      return apiKeys.contains { $0.name.lowercased() == name && $0.place == place.rawValue }
    case nil: return false
    }
  }

  /// Whether a credential of the client goes into the header.
  func fillsHeader(_ name: String) -> Bool {
    apiKeys.contains { $0.place == "header" && $0.name.lowercased() == name }
  }

  private var apiKeys: [(name: String, place: String)] {
    Set(operation.security.joined()).sorted().compactMap { name in
      guard case .apiKey(let key, let place)? = api.securityScheme(name)?.kind else { return nil }
      return (key, place)
    }
  }
}
