import Foundation
import HTTPTypes

extension PreparedRequest {
  /// How many redirects are followed.
  static var redirectLimit: Int { 5 }

  /// The request that a redirect leads to; `nil` where it is not to be followed (rule H4).
  func redirected(by response: HTTPResponse) -> PreparedRequest? {
    guard redirects == .follow, head.method == .get || head.method == .head,
      [301, 302, 303, 307, 308].contains(response.status.code),
      let target = location(in: response)
    else { return nil }
    var next = self
    next.head.scheme = target.base.scheme
    next.head.authority = target.base.authority
    next.head.path = target.path
    if !next.isSameOrigin(as: self) {
      for name in credentials { next.head.headerFields[fields: name] = [] }
      next.head.headerFields[.contentType] = nil
      next.body = nil
    }
    return next
  }

  /// Whether scheme, host and port are those of another request.
  func isSameOrigin(as other: PreparedRequest) -> Bool {
    origin == other.origin
  }

  private var origin: String {
    let scheme = head.scheme ?? ""
    let authority = head.authority?.lowercased() ?? ""
    let standard = scheme == "https" ? ":443" : ":80"
    let host =
      authority.hasSuffix(standard) ? String(authority.dropLast(standard.count)) : authority
    return "\(scheme)://\(host)"
  }

  private func location(in response: HTTPResponse) -> (base: BaseURL, path: String)? {
    guard let text = response.headerFields[.location],
      let current = URL(string: sentURL),
      let url = URL(string: text, relativeTo: current)?.absoluteURL,
      var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
    else { return nil }
    let query = parts.percentEncodedQuery.map { "?\($0)" } ?? ""
    let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    parts.percentEncodedQuery = nil
    parts.fragment = nil
    guard let text = parts.string, let base = try? BaseURL(text),
      base.scheme == "https" || head.scheme != "https"
    else { return nil }
    return (base, path + query)
  }

  private var sentURL: String {
    "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "/")"
  }
}
