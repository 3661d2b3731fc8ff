/// A security scheme for which the client can provide credentials.
package struct SchemePlan: Sendable, Encodable, Hashable {
  package enum Kind: Sendable, Encodable, Hashable {
    case bearer
    case basic
    case apiKey(name: String, place: Place)
  }

  package enum Place: String, Sendable, Encodable { case header, query, cookie }

  /// What tells a scheme from the others of a document.
  package struct ID: Sendable, Hashable {
    package var source: String
    package var name: String
  }

  /// The name of the source description.
  package var source: String
  package var name: String
  package var kind: Kind
  /// Where the client can request tokens; `nil` where the scheme has none or doesn't say.
  package var oauth2: OAuth2Plan?

  package var id: ID { ID(source: source, name: name) }
}

/// Where the tokens of a security scheme come from, and the scopes to ask for.
package struct OAuth2Plan: Sendable, Encodable, Hashable {
  /// Where a client gets a token with its own credentials.
  package var tokenURL: String?
  /// Where a client gets a token with a refresh token; `nil` where that is `tokenURL`.
  package var refreshURL: String?
  /// Where the metadata of the server are, one of which is the token URL.
  package var discoveryURL: String?
  /// In a call, those of its operation; in the document, those of all of its calls.
  package var scopes: [String]

  init(tokenURL: String?, refreshURL: String?, discoveryURL: String?, scopes: [String]) {
    self.tokenURL = tokenURL
    self.refreshURL = refreshURL == tokenURL ? nil : refreshURL
    self.discoveryURL = discoveryURL
    self.scopes = scopes
  }

  /// Whether the scheme says where tokens come from.
  var isKnown: Bool { tokenURL != nil || refreshURL != nil || discoveryURL != nil }

  /// The credential with which a client requests tokens.
  var credential: String {
    tokenURL == nil && discoveryURL == nil
      ? ".oauth2(clientID:refreshToken:)" : ".oauth2(clientID:clientSecret:)"
  }
}

extension [SchemePlan] {
  /// Adds the schemes that a call requires. Of alternatives with the same scheme, the scopes of the
  /// first are asked for.
  mutating func add(_ alternatives: [[SchemePlan]]) {
    var seen: Set<SchemePlan.ID> = []
    for scheme in alternatives.joined() where seen.insert(scheme.id).inserted {
      guard let index = firstIndex(where: { $0.id == scheme.id }) else {
        append(scheme)
        continue
      }
      let known = self[index].oauth2?.scopes ?? []
      let new = scheme.oauth2?.scopes.filter { !known.contains($0) } ?? []
      self[index].oauth2?.scopes += new
    }
  }
}
