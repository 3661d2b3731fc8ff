import Foundation

/// The part of a URL that a server gives: scheme, authority and a path prefix without a slash at
/// its end.
struct BaseURL: Sendable, Hashable {
  let scheme: String
  let authority: String
  let path: String

  /// Reads a base URL, or says why it can't be one.
  init(_ text: String) throws(Refusal) {
    if let plain = BaseURL(plain: text) {
      self = plain
      return
    }
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

  /// Reads a URL such as `https://api.example.com:8443/v1`, in which nothing is encoded and no
  /// letter of the host is a capital.
  private init?(plain text: String) {
    var rest = text.utf8[...]
    guard rest.starts(with: "http".utf8) else { return nil }
    rest = rest.dropFirst(4)
    let isSecure = rest.first == UInt8(ascii: "s")
    if isSecure { rest = rest.dropFirst() }
    guard rest.starts(with: "://".utf8) else { return nil }
    rest = rest.dropFirst(3)
    let host = rest.prefix {
      PercentEncoding.isUnreserved($0) && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    }
    let port = rest[host.endIndex...].prefix { $0 != UInt8(ascii: "/") }
    var path = rest[port.endIndex...]
    guard !host.isEmpty, port.isEmpty || Self.isPort(port),
      path.allSatisfy({ PercentEncoding.isUnreserved($0) || $0 == UInt8(ascii: "/") })
    else { return nil }
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    scheme = isSecure ? "https" : "http"
    authority = String(text[host.startIndex..<port.endIndex])
    self.path = String(Substring(path))
  }

  /// Whether a text is `:` and a number as it is written without zeros in front.
  private static func isPort(_ text: Substring.UTF8View) -> Bool {
    let digits = text.dropFirst()
    return text.first == UInt8(ascii: ":") && (1...5).contains(digits.count)
      && digits.first != UInt8(ascii: "0")
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Why a text is no base URL; never shows the text itself.
  struct Refusal: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }
}

extension WorkflowClient.Settings {
  /// The base URL of a server: the caller's for this source, else the caller's for all, else the
  /// document's (rule H3). It is read once a client.
  func base(of server: APIServer) throws(BaseURL.Refusal) -> BaseURL {
    if let known = bases.base(of: server) { return known }
    let base = try BaseURL(text(of: server))
    bases.add(base, of: server)
    return base
  }

  /// The URL of a server as the caller or the document writes it.
  func text(of server: APIServer) throws(BaseURL.Refusal) -> String {
    let server = choices[server] ?? server
    if let own = servers[server.name] { return own.absoluteString }
    let isAbsolute = server.isAbsolute
    guard let baseURL else {
      guard isAbsolute else { throw BaseURL.Refusal("it is relative") }
      return server.url
    }
    if isAbsolute || server.url.isEmpty || server.url == "/" { return baseURL.absoluteString }
    guard let resolved = URL(string: server.url, relativeTo: baseURL) else {
      throw BaseURL.Refusal("it is not a URL")
    }
    return resolved.absoluteString
  }
}

/// The base URLs that a client has read.
final class KnownBaseURLs: Sendable {
  private let known = Locked<[(server: APIServer, base: BaseURL)]>([])

  func base(of server: APIServer) -> BaseURL? {
    known.withLock { known in known.first { $0.server == server }?.base }
  }

  func add(_ base: BaseURL, of server: APIServer) {
    known.withLock { $0.append((server, base)) }
  }
}
