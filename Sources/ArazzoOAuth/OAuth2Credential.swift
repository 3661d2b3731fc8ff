public import ArazzoRuntime
public import Foundation

/// An OAuth 2 client that requests tokens, with the tokens that it has received.
///
/// Copies share the tokens: however many workflows run at the same time, one request for a token is
/// sent. Create it with `.oauth2(clientID:clientSecret:)` or `.oauth2(clientID:refreshToken:)`.
public struct OAuth2Credential: TokenProvider {
  /// How the client authenticates at the token endpoint (RFC 6749, section 2.3.1).
  public enum Authentication: Sendable, Hashable {
    /// `client_secret_basic`: in the `Authorization` header field.
    case basic
    /// `client_secret_post`: in the body.
    case post
  }

  /// What a token is requested with.
  enum Grant: String, Sendable {
    case clientCredentials = "client_credentials"
    case refreshToken = "refresh_token"
  }

  let clientID: String
  /// `nil` for a public client.
  let clientSecret: Secret?
  let authentication: Authentication
  /// The scopes to ask for instead of those of the document.
  let scopes: [String]?
  /// Further parameters of the request, in order.
  let parameters: [(name: String, value: String)]
  /// The token endpoint, instead of the document's.
  let tokenURL: String?
  let grant: Grant
  /// Stores a new refresh token.
  let store: (@Sendable (Secret) async -> Void)?
  let tokens: OAuth2Tokens

  /// Returns the token for a scheme; a new one if there is none, if it expires, or if the server
  /// rejected it.
  public func token(for context: TokenContext) async throws -> Secret {
    let source = try TokenSource(context, for: self)
    let date = await context.client.clock.date
    if let token = tokens.token(of: source, insteadOf: context.rejected, at: date) { return token }
    let request = TokenRequest(credential: self, source: source, client: context.client)
    return try await tokens.newToken(of: source, insteadOf: context.rejected, at: date) {
      () async throws(TokenFailure) in try await request.token()
    }
  }
}

extension OAuth2Credential: CustomStringConvertible, CustomReflectable {
  /// No identifier and no secret.
  public var description: String { "OAuth 2 client" }
  /// What `dump` shows: the description.
  public var customMirror: Mirror { Mirror(self, children: ["kind": description]) }
}

extension APICredential {
  /// A client that requests tokens with its own credentials (the client credentials grant).
  ///
  /// The scheme says where, and which scopes the operations of the document require. A token is
  /// kept until shortly before it expires or until a server rejects it, and is shared by all
  /// copies of the credential.
  ///
  /// - Parameters:
  ///   - clientID: The client's identifier.
  ///   - clientSecret: The client's secret.
  ///   - authentication: How both are sent. Default: `client_secret_basic`.
  ///   - scopes: The scopes to ask for instead of those that the operations require.
  ///   - parameters: Further parameters of the request for a token, such as `audience` or
  ///     `resource`. A name can occur more than once.
  ///   - tokenURL: The token endpoint, instead of the document's.
  public static func oauth2(
    clientID: String, clientSecret: Secret,
    authentication: OAuth2Credential.Authentication = .basic,
    scopes: [String]? = nil, parameters: KeyValuePairs<String, String> = [:], tokenURL: URL? = nil
  ) -> APICredential {
    .provider(
      OAuth2Credential(
        clientID: clientID, clientSecret: clientSecret, authentication: authentication,
        scopes: scopes, parameters: parameters.map { ($0, $1) }, tokenURL: tokenURL?.absoluteString,
        grant: .clientCredentials, store: nil, tokens: OAuth2Tokens()))
  }

  /// A client that requests tokens with the refresh token of a user who has signed in.
  ///
  /// If the server sends a new refresh token, that one is used from then on.
  ///
  /// - Parameters:
  ///   - clientID: The client's identifier.
  ///   - clientSecret: The client's secret; `nil` for a public client, which has none.
  ///   - refreshToken: The refresh token.
  ///   - authentication: How identifier and secret are sent. Default: `client_secret_basic`.
  ///   - scopes: The scopes to ask for. Default: those that the user has granted.
  ///   - parameters: Further parameters of the request for a token, such as `audience` or
  ///     `resource`. A name can occur more than once.
  ///   - tokenURL: The token endpoint, instead of the document's.
  ///   - store: Stores a new refresh token. Workflows that need the access token that came with it
  ///     wait until it returns.
  public static func oauth2(
    clientID: String, clientSecret: Secret? = nil, refreshToken: Secret,
    authentication: OAuth2Credential.Authentication = .basic, scopes: [String]? = nil,
    parameters: KeyValuePairs<String, String> = [:], tokenURL: URL? = nil,
    store: (@Sendable (_ refreshToken: Secret) async -> Void)? = nil
  ) -> APICredential {
    .provider(
      OAuth2Credential(
        clientID: clientID, clientSecret: clientSecret, authentication: authentication,
        scopes: scopes, parameters: parameters.map { ($0, $1) }, tokenURL: tokenURL?.absoluteString,
        grant: .refreshToken, store: store, tokens: OAuth2Tokens(refreshToken)))
  }
}
