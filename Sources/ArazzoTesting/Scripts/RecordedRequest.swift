public import ArazzoRuntime
public import HTTPTypes

/// A request that a workflow sent to a transport of this module.
public struct RecordedRequest: Sendable {
  /// The head, with every header field, secrets too: don't print it.
  public let head: HTTPRequest
  /// The body; `nil` for a request without one.
  public let body: [UInt8]?

  /// The method, in upper case.
  public var method: String { head.method.rawValue }

  /// The URL as it was sent, with its query, which may hold secrets.
  public var url: String {
    "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")"
  }

  /// The path without the query.
  public var path: String {
    String((head.path ?? "").prefix { $0 != "?" })
  }

  /// The query as it was sent, without its `?`; `nil` where there is none.
  public var query: String? {
    let parts = (head.path ?? "").split(separator: "?", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : nil
  }

  /// The body as JSON.
  ///
  /// - Throws: `JSONError` where it is none; `nil` where there is no body.
  public var json: JSONValue? {
    get throws { try body.map { try JSONValue(parsing: $0) } }
  }

  /// The body as text.
  public var text: String? { body.map { String(decoding: $0, as: UTF8.self) } }
}

extension RecordedRequest: CustomStringConvertible {
  /// Method and path; no header, no query and no body.
  public var description: String { "\(method) \(path)" }
}
