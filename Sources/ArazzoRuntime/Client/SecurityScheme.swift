/// How an API wants to be told who asks: a Security Scheme Object of OpenAPI. Generated code has one
/// for each scheme that its operations ask for.
public struct SecurityScheme: Sendable, Hashable {
  /// The ways that a client can fill.
  public enum Kind: Sendable, Hashable {
    /// A token in `Authorization` (RFC 6750); OAuth 2 and OpenID Connect too.
    case bearer
    /// A user and a password in `Authorization` (RFC 7617).
    case basic
    /// A key in a header field, a query parameter or a cookie of that name.
    case apiKey(String, in: Place)
  }

  /// Where a key goes.
  public enum Place: Sendable, Hashable { case header, query, cookie }

  /// The name of its source description and its own, as `runs.bearerAuth`.
  public let name: String
  /// How it is filled.
  public let kind: Kind

  /// A scheme of a source description.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// What a client shows to an API.
public enum Credential: Sendable {
  /// A token that stays the same.
  case bearer(Secret)
  /// A user with a password.
  case basic(user: String, password: Secret)
  /// An API key.
  case apiKey(Secret)
  /// A token that is asked for before each request, without an argument, and once more when the
  /// server answers 401, with the token that it did not accept. Keep the token between the calls.
  case token(@Sendable (_ rejected: Secret?) async throws -> Secret)
}

/// The credentials of a client by the scheme that they are for (rule H7).
///
/// An operation gets those that its description asks for, and only where the step sets none itself:
/// the first alternative for which there are all. Where there is none the step throws before
/// anything is sent.
public struct Credentials: Sendable, ExpressibleByDictionaryLiteral {
  private var values: [SecurityScheme: Credential] = [:]
  private(set) var areHandledByTransport = false

  /// Nothing is filled in and nothing is missed: the transport sees to it.
  public static var handledByTransport: Credentials {
    var credentials = Credentials()
    credentials.areHandledByTransport = true
    return credentials
  }

  /// Credentials for some schemes; the last one counts where a scheme is named twice.
  public init(dictionaryLiteral elements: (SecurityScheme, Credential)...) {
    values = Dictionary(elements, uniquingKeysWith: { $1 })
  }

  /// The credential for a scheme.
  public subscript(scheme: SecurityScheme) -> Credential? {
    get { values[scheme] }
    set { values[scheme] = newValue }
  }
}
