import HTTPTypes

/// A request that was sent, for `$url`, `$method` and `$request`.
public struct SentRequest: Sendable {
  /// The URL, before any redirect.
  public let url: String
  /// The HTTP method.
  public let method: String
  /// The body as a JSON value; `nil` if there was none.
  public let body: JSONValue?
  let headers: HTTPFields
  let queries: [(name: String, text: String)]
  let paths: [String: String]

  /// The first value of a header field. Names are case-insensitive.
  public func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { headers[values: $0].first }
  }

  /// The first value of a query parameter, percent-decoded.
  public func query(_ name: String) -> String? {
    queries.first { $0.name == name }?.text
  }

  /// The value of a path parameter, percent-decoded.
  public func path(_ name: String) -> String? {
    paths[name]
  }
}

extension SentRequest: CustomStringConvertible, CustomReflectable {
  /// The HTTP method, without any value (rule H8).
  public var description: String { "\(method) request" }
  /// What `dump` shows: the HTTP method.
  public var customMirror: Mirror { Mirror(self, children: ["method": method]) }
}
