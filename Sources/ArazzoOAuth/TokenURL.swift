import ArazzoRuntime
import Foundation
import HTTPTypes

/// A URL to which a client can send its secret: `https`, or a server on the same machine.
struct TokenURL: Sendable {
  private let scheme: String
  private let authority: String
  private let target: String

  /// Reads a URL, or says why no secret is sent there.
  init(_ text: String) throws(TokenFailure) {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Self.refused.contains($0) }
    guard isPlain, let parts = URLComponents(string: text), let host = parts.encodedHost,
      !host.isEmpty, parts.user == nil, parts.password == nil, parts.fragment == nil
    else { throw .refused("its token URL is not a URL; pass the tokenURL of '.oauth2'") }
    scheme = parts.scheme?.lowercased() ?? ""
    guard scheme == "https" || scheme == "http" && Self.isLoopback(host) else {
      throw .refused(
        "its token URL must begin with https, because the client's secret is sent there")
    }
    authority = parts.port.map { "\(host):\($0)" } ?? host
    let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    target = path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
  }

  /// The URL without its query.
  var text: String { "\(scheme)://\(authority)\(target.prefix { $0 != "?" })" }

  /// A request to the URL, without a body.
  func request(_ method: HTTPRequest.Method) -> HTTPRequest {
    HTTPRequest(
      method: method, scheme: scheme, authority: authority, path: target,
      headerFields: [.accept: "application/json"])
  }

  /// Characters that no URL has; braces are those of a template that nobody filled in.
  private static let refused = Set("{}<>\"\\^`|".utf8)

  private static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    if ["localhost", "[::1]", "::1"].contains(host) { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }
}
