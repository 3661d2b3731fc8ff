import Foundation

/// The part of a URL that a server gives: scheme, authority and a path prefix without a slash at
/// its end.
struct BaseURL: Sendable, Hashable {
  let scheme: String
  let authority: String
  let path: String

  /// Reads a base URL, or says why it can't be one.
  init(_ text: String) throws(Refusal) {
    guard let parts = URLComponents(string: text) else { throw Refusal("it is not a URL") }
    let scheme = parts.scheme?.lowercased() ?? ""
    guard scheme == "http" || scheme == "https" else {
      throw Refusal("its scheme is neither http nor https")
    }
    guard parts.user == nil, parts.password == nil else {
      throw Refusal("it holds a user or a password")
    }
    guard parts.query == nil, parts.fragment == nil else {
      throw Refusal("it has a query or a fragment")
    }
    guard let host = parts.encodedHost, !host.isEmpty else { throw Refusal("it has no host") }
    self.scheme = scheme
    authority = parts.port.map { "\(host):\($0)" } ?? host
    var path = parts.percentEncodedPath
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Why a text is no base URL; never shows the text itself.
  struct Refusal: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }
}

extension WorkflowClient {
  /// The base URL of a server: the caller's for this source, else the caller's for all, else the
  /// document's (rule H3).
  func base(of server: APIServer) throws(BaseURL.Refusal) -> BaseURL {
    let server = choices[server] ?? server
    if let own = servers[server.name] { return try BaseURL(own.absoluteString) }
    let isAbsolute = server.url.contains("://")
    guard let baseURL else {
      guard isAbsolute else { throw BaseURL.Refusal("it is relative") }
      return try BaseURL(server.url)
    }
    if isAbsolute || server.url.isEmpty || server.url == "/" {
      return try BaseURL(baseURL.absoluteString)
    }
    guard let resolved = URL(string: server.url, relativeTo: baseURL) else {
      throw BaseURL.Refusal("it is not a URL")
    }
    return try BaseURL(resolved.absoluteString)
  }
}
