import ArazzoDocuments

/// A member of a Security Requirement Object.
package struct SecurityRequirement: Hashable {
  package var scheme: String
  /// The OAuth 2 scopes, or the roles, that the operation requires.
  package var scopes: [String] = []
}

/// A Security Scheme Object.
package struct SecurityScheme {
  package enum Kind: Hashable {
    case http(scheme: String)
    case apiKey(name: String, place: String)
    case oauth2(OAuthSources)
    case other(String)
  }

  package var name: String
  package var kind: Kind
}

/// Where an `oauth2` or `openIdConnect` scheme says that tokens come from.
package struct OAuthSources: Hashable {
  /// The OAuth Flow Objects by their names in OpenAPI 3.
  package var flows: [OAuthFlow] = []
  /// The `openIdConnectUrl`, or the `oauth2MetadataUrl`.
  package var discoveryURL: String?
}

/// An OAuth Flow Object.
package struct OAuthFlow: Hashable {
  package enum Kind: String {
    case clientCredentials, authorizationCode, password, deviceAuthorization
  }

  package var kind: Kind
  package var tokenURL: String?
  package var refreshURL: String?
}

extension OpenAPIDescription {
  /// A security scheme of `components` by its name.
  package func securityScheme(_ name: String) -> SecurityScheme? {
    let schemes = root[isSwagger ? "securityDefinitions" : "components"]
    guard let node = isSwagger ? schemes?[name] : schemes?["securitySchemes"]?[name],
      let scheme = try? resolve(node), let type = scheme["type"]?.string
    else { return nil }
    return SecurityScheme(name: name, kind: kind(type, scheme))
  }

  private func kind(_ type: String, _ scheme: Node) -> SecurityScheme.Kind {
    switch type {
    case "http":
      return .http(scheme: scheme["scheme"]?.string?.lowercased() ?? "")
    case "basic": return .http(scheme: "basic")
    case "apiKey":
      guard let name = scheme["name"]?.string, let place = scheme["in"]?.string else {
        return .other(type)
      }
      return .apiKey(name: name, place: place)
    case "oauth2":
      return .oauth2(
        OAuthSources(
          flows: isSwagger ? swaggerFlow(scheme) : flows(scheme["flows"]),
          discoveryURL: scheme["oauth2MetadataUrl"]?.string))
    case "openIdConnect":
      return .oauth2(OAuthSources(discoveryURL: scheme["openIdConnectUrl"]?.string))
    default: return .other(type)
    }
  }

  /// The flows that need no browser at the moment of the request; `implicit` always does.
  private func flows(_ node: Node?) -> [OAuthFlow] {
    node?.mapping?.members.compactMap { member in
      OAuthFlow.Kind(rawValue: member.key.value).map {
        OAuthFlow(
          kind: $0, tokenURL: member.value["tokenUrl"]?.string,
          refreshURL: member.value["refreshUrl"]?.string)
      }
    } ?? []
  }

  private func swaggerFlow(_ scheme: Node) -> [OAuthFlow] {
    let kind: OAuthFlow.Kind
    switch scheme["flow"]?.string {
    case "application": kind = .clientCredentials
    case "accessCode": kind = .authorizationCode
    case "password": kind = .password
    default: return []
    }
    return [OAuthFlow(kind: kind, tokenURL: scheme["tokenUrl"]?.string)]
  }
}
