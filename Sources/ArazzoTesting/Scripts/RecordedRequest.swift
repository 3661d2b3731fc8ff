public import ArazzoRuntime
public import HTTPTypes

/// A request that a transport of this module received.
public struct RecordedRequest: Sendable {
  /// The request line and the header fields, including secrets: do not print it.
  public let head: HTTPRequest
  /// The body; `nil` if the request has none.
  public let body: [UInt8]?

  /// The HTTP method in upper case.
  public var method: String { head.method.rawValue }

  /// The URL with its query, which can contain secrets.
  public var url: String {
    "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")"
  }

  /// The path without the query.
  public var path: String {
    String((head.path ?? "").prefix { $0 != "?" })
  }

  /// The query without `?`; `nil` if there is none.
  public var query: String? {
    let parts = (head.path ?? "").split(separator: "?", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : nil
  }

  /// The body as JSON; `nil` if the request has none.
  ///
  /// - Throws: `JSONError` if the body isn't JSON.
  public var json: JSONValue? {
    get throws { try body.map { try JSONValue(parsing: $0) } }
  }

  /// The body as text; `nil` if the request has none.
  public var text: String? { body.map { String(decoding: $0, as: UTF8.self) } }
}

extension RecordedRequest: CustomStringConvertible {
  /// The HTTP method and the path; no header field, query or body.
  public var description: String { "\(method) \(path)" }
}
