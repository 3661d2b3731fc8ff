import ArazzoRuntime
import Foundation

/// Where one token comes from; requests for the same one share it.
struct TokenSource: Sendable, Hashable {
  /// The URL of the token endpoint or, if `isDiscovered`, of the metadata that have it.
  let url: String
  let isDiscovered: Bool
  let scopes: [String]

  /// Finds out where a credential gets its token for a request.
  init(_ context: TokenContext, for credential: OAuth2Credential) throws(TokenFailure) {
    let declared = context.scheme.oauth2
    let refreshes = credential.grant == .refreshToken
    // Without scopes, a refresh token gives what the user has granted.
    scopes = credential.scopes ?? (refreshes ? [] : declared?.scopes ?? [])
    let own = refreshes ? declared?.refreshURL ?? declared?.tokenURL : declared?.tokenURL
    isDiscovered = credential.tokenURL == nil && own == nil
    guard let url = credential.tokenURL ?? own ?? declared?.discoveryURL else {
      throw .refused(Self.lack(of: declared))
    }
    guard !url.contains("://") else {
      self.url = url
      return
    }
    guard let base = context.serverURL, let resolved = URL(string: url, relativeTo: base) else {
      throw .refused("its token URL is relative, and the client has no server for it")
    }
    self.url = resolved.absoluteString
  }

  private static func lack(of scheme: OAuth2Scheme?) -> String {
    scheme?.refreshURL == nil
      ? "the document has no URL that gives tokens without a browser; pass the tokenURL of '.oauth2', "
        + "or a token with '.bearer' or '.token'"
      : "the document has no client credentials flow; pass a refreshToken with '.oauth2', or a "
        + "token with '.bearer' or '.token'"
  }
}
