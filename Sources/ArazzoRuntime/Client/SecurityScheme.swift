/// How an API authenticates its clients: a Security Scheme Object of OpenAPI.
///
/// Generated code declares a constant for each scheme that its operations require. Use these
/// constants as the keys of ``WorkflowClient/credentials``. Two schemes are equal if they have the
/// same name and kind.
public struct SecurityScheme: Sendable, Hashable {
  /// The kinds of schemes that a client can fill in.
  public enum Kind: Sendable, Hashable {
    /// A token in the `Authorization` header field (RFC 6750), also from OAuth 2 or OpenID Connect.
    case bearer
    /// A user name and a password in the `Authorization` header field (RFC 7617).
    case basic
    /// A key in the header field, query parameter or cookie of that name.
    case apiKey(String, in: Location)
  }

  /// Where an API key is sent.
  public enum Location: Sendable, Hashable { case header, query, cookie }

  /// The names of the source description and of the scheme, as in `runs.bearerAuth`.
  public let name: String
  /// The kind of the scheme.
  public let kind: Kind

  /// Where the tokens come from; `nil` if the document doesn't say, or only with a browser.
  public let oauth2: OAuth2Scheme?

  /// Creates a scheme.
  @_spi(Generated) public init(_ name: String, _ kind: Kind, from oauth2: OAuth2Scheme? = nil) {
    self.name = name
    self.kind = kind
    self.oauth2 = oauth2
  }

  /// Whether name and kind are the same: another document can ask for other scopes.
  public static func == (one: SecurityScheme, other: SecurityScheme) -> Bool {
    one.name == other.name && one.kind == other.kind
  }

  /// Hashes the name and the kind.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(kind)
  }
}

/// A credential that authenticates a client.
public enum APICredential: Sendable {
  /// A bearer token.
  case bearer(Secret)
  /// A user name and a password.
  case basic(user: String, password: Secret)
  /// An API key.
  case apiKey(Secret)
  /// A function that returns a bearer token.
  ///
  /// It runs before each request, with `nil`. If the server responds with 401, it runs once more,
  /// with the token that the server rejected. It should cache the token between calls. If it
  /// throws, the workflow ends with ``WorkflowError/Code/missingCredential``, unless it throws
  /// ``TokenFailure/unavailable(_:)``.
  case token(@Sendable (_ rejected: Secret?) async throws -> Secret)
  /// A provider of bearer tokens that knows what each token is for, such as the OAuth 2 client of
  /// `ArazzoOAuth`.
  case provider(any TokenProvider)
}

/// Credentials for operations that require authentication, keyed by security scheme (rule H7).
///
/// An operation uses the first of its alternatives for which there are all credentials, unless the
/// step sets the credential itself. If there is none, the workflow ends with
/// ``WorkflowError/Code/missingCredential`` before the request is sent.
public struct APICredentials: Sendable, ExpressibleByDictionaryLiteral {
  private var values: [SecurityScheme: APICredential] = [:]
  private(set) var areHandledByTransport = false

  /// No credentials are filled in or required, because the transport adds them.
  public static var handledByTransport: APICredentials {
    var credentials = APICredentials()
    credentials.areHandledByTransport = true
    return credentials
  }

  /// Creates credentials. If a scheme occurs twice, the last credential is used.
  public init(dictionaryLiteral elements: (SecurityScheme, APICredential)...) {
    values = Dictionary(elements, uniquingKeysWith: { $1 })
  }

  /// The credential for a scheme.
  public subscript(scheme: SecurityScheme) -> APICredential? {
    get { values[scheme] }
    set { values[scheme] = newValue }
  }
}
