import ArazzoDescriptions
import ArazzoDocuments

/// The credentials that the operation requires and the step leaves to the client (rule H7).
extension OperationCompiler {
  /// Alternatives, each of the schemes that the step does not fill itself; none where there is
  /// nothing to fill. Where the step sets a credential of another kind, the last is empty: what the
  /// client has is sent, and it need not have any.
  func security(_ written: [Parameter]) -> [[SchemePlan]] {
    guard !operation.security.isEmpty, !operation.security.contains([]) else { return [] }
    let alternatives = operation.security.compactMap(schemes)
    let open = alternatives.map { schemes in
      schemes.filter { scheme in !written.contains { scheme.isSet(by: $0) } }
    }
    guard !open.contains([]) else { return [] }
    let begun = zip(alternatives, open).filter { $0.count > $1.count }.map(\.1)
    guard begun.isEmpty else {
      noteCredentials()
      return begun
    }
    if written.contains(where: { $0.place != .cookie && isCredential($0) }) { return open + [[]] }
    noteCredentials()
    return open
  }

  /// Whether a parameter is the credential of a security scheme of the operation.
  func fillsScheme(_ parameter: Parameter) -> Bool {
    Set(operation.security.joined()).contains { scheme($0)?.isSet(by: parameter) == true }
  }

  /// The schemes of an alternative; `nil` where a client can't fill it.
  private func schemes(_ requirements: [SecurityRequirement]) -> [SchemePlan]? {
    let plans = requirements.compactMap(scheme)
    return plans.count == requirements.count ? plans : nil
  }

  private func scheme(_ requirement: SecurityRequirement) -> SchemePlan? {
    let name = requirement.scheme
    guard let scheme = found.api.securityScheme(name)?.kind, let kind = scheme.plan else {
      return nil
    }
    return SchemePlan(
      source: found.source.name.value, name: name, kind: kind,
      oauth2: scheme.oauth2(scopes: requirement.scopes))
  }

  private func noteCredentials() {
    let schemes = operation.security.map { $0.map(\.scheme).listed(by: "and") }
    let source = found.source.name
    let fillable = operation.security.compactMap(self.schemes).first
    let credentials = fillable?.map { "\($0.credential) for \($0.name.quotedForMessage)" }
    diagnostics.note(
      "the steps set no credentials for \(source.value.quotedForMessage), which requires "
        + schemes.joined(separator: ", or "), at: source.location,
      suggestion: credentials.map {
        "pass them in the client's 'credentials': \($0.joined(separator: " and "))"
      } ?? "generated code can't send these credentials; add them in the client's transport")
  }
}

extension SchemePlan {
  /// What a caller passes.
  fileprivate var credential: String {
    switch kind {
    case .bearer:
      oauth2.map { "'\($0.credential)' of ArazzoOAuth, '.bearer(token)' or '.token { … }'" }
        ?? "'.bearer(token)' or '.token { … }'"
    case .basic: "'.basic(user:password:)'"
    case .apiKey: "'.apiKey(key)'"
    }
  }
}

extension SecurityScheme.Kind {
  /// How a client fills it; `nil` where it can't.
  fileprivate var plan: SchemePlan.Kind? {
    switch self {
    case .http("bearer"), .oauth2: .bearer
    case .http("basic"): .basic
    case .apiKey(let name, "header") where !name.isHTTPToken || name.isFramingField: nil
    case .apiKey(let name, let place):
      SchemePlan.Place(rawValue: place).map { .apiKey(name: name, place: $0) }
    case .http, .other: nil
    }
  }

  /// Where tokens come from without a browser; `nil` where the scheme doesn't say.
  ///
  /// A refresh token is sent where the user's sign-in ended: to the `refreshUrl`, else to the
  /// `tokenUrl` of that flow.
  fileprivate func oauth2(scopes: [String]) -> OAuth2Plan? {
    guard case .oauth2(let sources) = self else { return nil }
    let own = sources.flows.first { $0.kind == .clientCredentials }
    let signIns = sources.flows.filter { $0.kind != .clientCredentials }
    let refresh = (signIns + [own].compactMap(\.self)).lazy.compactMap {
      $0.refreshURL ?? $0.tokenURL
    }
    let plan = OAuth2Plan(
      tokenURL: own?.tokenURL, refreshURL: refresh.first { _ in true },
      discoveryURL: sources.discoveryURL, scopes: scopes)
    return plan.isKnown ? plan : nil
  }
}

extension SchemePlan {
  fileprivate func isSet(by parameter: Parameter) -> Bool {
    let name = parameter.name.value.lowercased()
    return switch kind {
    case .bearer, .basic: parameter.place == .header && name == "authorization"
    case .apiKey(let key, let place):
      parameter.place?.rawValue == place.rawValue && name == key.lowercased()
    }
  }
}
