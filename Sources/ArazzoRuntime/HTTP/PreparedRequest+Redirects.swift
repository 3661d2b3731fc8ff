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
    var head = head
    head.scheme = target.base.scheme
    head.authority = target.base.authority
    head.path = target.path
    let staysHere = head.origin == self.head.origin
    if !staysHere {
      for name in credentials { head.headerFields[fields: name] = [] }
      head.headerFields[.contentType] = nil
    }
    return PreparedRequest(
      head, body: staysHere ? body : nil, credentials: credentials, redirects: redirects,
      context: context, sent: sent, deadline: deadline)
  }

  /// Whether scheme, host and port are those of another request.
  func isSameOrigin(as other: PreparedRequest) -> Bool {
    head.origin == other.head.origin
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

extension HTTPRequest {
  fileprivate var origin: String {
    let scheme = scheme ?? ""
    let authority = authority?.lowercased() ?? ""
    let standard = scheme == "https" ? ":443" : ":80"
    let host =
      authority.hasSuffix(standard) ? String(authority.dropLast(standard.count)) : authority
    return "\(scheme)://\(host)"
  }
}
