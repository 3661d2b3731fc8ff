/// Where the tokens of a security scheme come from, and the scopes to ask for.
///
/// Generated code declares it for each `oauth2` and `openIdConnect` scheme that names a server from
/// which a client can get tokens without a browser.
public struct OAuth2Scheme: Sendable, Hashable {
  /// Where a client gets a token with its own credentials: the `tokenUrl` of `clientCredentials`.
  public let tokenURL: String?
  /// Where a client gets a token with a refresh token; `nil` if that is ``tokenURL``.
  public let refreshURL: String?
  /// Where the server's metadata are, which have its token URL: the `openIdConnectUrl` or the
  /// `oauth2MetadataUrl`.
  public let discoveryURL: String?
  /// The scopes that the operations of the document require.
  public let scopes: [String]

  /// Creates what a document says of a scheme.
  @_spi(Generated) public init(
    tokenURL: String? = nil, refreshURL: String? = nil, discoveryURL: String? = nil,
    scopes: [String] = []
  ) {
    (self.tokenURL, self.refreshURL, self.discoveryURL) = (tokenURL, refreshURL, discoveryURL)
    self.scopes = scopes
  }
}
