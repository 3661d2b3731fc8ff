import Foundation

extension WorkflowRun {
  /// Fills in what the operation asks for from the client's credentials (rule H7).
  ///
  /// - Parameter rejected: The token that the server did not accept, when it is asked again.
  /// - Parameter asksProviders: Whether providers of tokens are asked.
  /// - Returns: The token that a provider gave, where one was asked.
  func authorize(
    _ request: inout StepRequest, rejected: Secret? = nil, asksProviders: Bool = true,
    isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> Secret? {
    guard !request.security.isEmpty, !client.credentials.areHandledByTransport else { return nil }
    let chosen = request.security.first { schemes in
      schemes.allSatisfy { client.credentials[$0] != nil }
    }
    guard let chosen else { throw request.lacksCredentials() }
    var given: Secret?
    for scheme in chosen {
      guard let credential = client.credentials[scheme] else { continue }
      if case .token(let provide) = credential {
        guard asksProviders else { continue }
        let token = try await self.token(request, scheme, isolation: isolation) {
          try await provide(rejected)
        }
        given = token
        try request.fill(scheme, .bearer(token))
      } else {
        if case .basic(_, let password) = credential { secrets.hide(password) }
        try request.fill(scheme, credential)
      }
    }
    return given
  }

  private func token(
    _ request: StepRequest, _ scheme: SecurityScheme, isolation: isolated (any Actor)?,
    _ provide: () async throws -> Secret
  ) async throws(WorkflowError) -> Secret {
    do {
      return try await provide()
    } catch {
      try checkCancellation(request.context)
      throw request.context.error(
        .missingCredential, "couldn't get a token for '\(scheme.name)'", underlyingError: error)
    }
  }
}

extension StepRequest {
  fileprivate func lacksCredentials() -> WorkflowError {
    let wanted = security.map { $0.map { "'\($0.name)'" }.joined(separator: " and ") }
    let or = security.contains { $0.count > 1 } ? ", or for " : " or "
    return context.error(
      .missingCredential, "the client has no credentials for \(wanted.joined(separator: or))")
  }

  fileprivate mutating func fill(
    _ scheme: SecurityScheme, _ credential: APICredential
  ) throws(WorkflowError) {
    switch (scheme.kind, credential) {
    case (.bearer, .bearer(let token)):
      try setHeader("Authorization", bearer: token)
    case (.basic, .basic(let user, let password)):
      let pair = Data("\(user):\(password.revealed)".utf8).base64EncodedString()
      try setHeader("Authorization", Secret("Basic " + pair))
    case (.apiKey(let name, let place), .apiKey(let key)):
      switch place {
      case .header: try setHeader(name, key)
      case .query: try setQuery(name, key)
      case .cookie:
        var writer = ParameterWriter(name, in: .cookie)
        writer.encode = ParameterWriter.cookieText
        try set(name, in: .cookie, to: key, as: writer.written)
      }
    default:
      throw context.error(
        .missingCredential,
        "the client's credential for '\(scheme.name)' has the wrong kind: expected "
          + scheme.kind.words)
    }
  }
}

extension SecurityScheme.Kind {
  /// The credential that the scheme requires.
  fileprivate var words: String {
    switch self {
    case .bearer: "a bearer token"
    case .basic: "a user name and a password"
    case .apiKey: "an API key"
    }
  }
}
