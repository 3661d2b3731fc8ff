import Foundation

extension WorkflowRun {
  /// Fills in what the operation asks for from the client's credentials (rule H7).
  ///
  /// - Parameter rejected: The token that the server did not accept, when it is asked again.
  /// - Parameter asksProviders: Whether providers of tokens are asked.
  /// - Parameter deadline: Until when the step waits for a token.
  /// - Returns: The token that a provider gave, where one was asked.
  func authorize(
    _ request: StepRequest, rejected: Secret? = nil, asksProviders: Bool = true,
    until deadline: Deadline? = nil, isolation: isolated (any Actor)?
  ) async throws(WorkflowError) -> Secret? {
    guard !request.security.isEmpty, !client.credentials.areHandledByTransport else { return nil }
    let chosen = request.security.first { schemes in
      schemes.allSatisfy { client.credentials[$0] != nil }
    }
    guard let chosen else { throw request.lacksCredentials() }
    var given: Secret?
    for scheme in chosen {
      guard let credential = client.credentials[scheme] else { continue }
      if let provide = credential.provider(
        for: TokenContext(request, scheme, rejected: rejected, client))
      {
        guard asksProviders else { continue }
        let token = try await self.token(
          request, scheme, until: deadline, isolation: isolation, provide)
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
    _ request: StepRequest, _ scheme: SecurityScheme, until deadline: Deadline?,
    isolation: isolated (any Actor)?, _ provide: @escaping @Sendable () async throws -> Secret
  ) async throws(WorkflowError) -> Secret {
    do {
      guard let deadline else { return try await provide() }
      return try await deadline.limit(client.clock, from: await now(isolation), provide)
    } catch {
      try checkCancellation(request.context)
      if let error = error as? TimeLimitReached {
        throw error.deadline.error(request.context, in: client)
      }
      let failure = error as? TokenFailure
      throw request.context.error(
        failure?.isTransient == true ? .tokenUnavailable : .missingCredential,
        "couldn't get a token for '\(scheme.name)'" + (failure.map { ": \($0.reason)" } ?? ""),
        underlyingError: failure == nil ? error : nil)
    }
  }
}

extension APICredential {
  /// What gets the token for a request; `nil` if the credential is none that is got.
  fileprivate func provider(
    for context: TokenContext
  ) -> (@Sendable () async throws -> Secret)? {
    switch self {
    case .token(let provide): { try await provide(context.rejected) }
    case .provider(let provider): { try await provider.token(for: context) }
    case .basic, .bearer, .apiKey: nil
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

  fileprivate func fill(
    _ scheme: SecurityScheme, _ credential: APICredential
  ) throws(WorkflowError) {
    switch (scheme.kind, credential) {
    case (.bearer, .bearer(let token)):
      setHeader("Authorization", bearer: token)
    case (.basic, .basic(let user, let password)):
      let pair = Data("\(user):\(password.revealed)".utf8).base64EncodedString()
      setHeader("Authorization", Secret("Basic " + pair))
    case (.apiKey(let name, let place), .apiKey(let key)):
      switch place {
      case .header: setHeader(name, key)
      case .query: setQuery(name, key)
      case .cookie:
        var writer = ParameterWriter(name, in: .cookie)
        writer.encode = ParameterWriter.cookieText
        set(name, in: .cookie, to: Argument(key), as: writer.written)
      }
    default:
      throw context.error(
        .missingCredential,
        "the client's credential for '\(scheme.name)' has the wrong kind: expected "
          + scheme.kind.words)
    }
    try check()
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
