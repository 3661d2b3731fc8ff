import HTTPTypes

/// A request as it was sent, for `$url`, `$method` and `$request.…`.
public struct SentRequest: Sendable {
  /// The URL that the step asked for, before any redirect.
  public let url: String
  /// The method.
  public let method: String
  /// The body, where there was one.
  public let body: JSONValue?
  let headers: HTTPFields
  let queries: [(name: String, text: String)]
  let paths: [String: String]

  /// The first value of a header field, whatever the case of its name.
  public func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { headers[values: $0].first }
  }

  /// The first value of a query parameter, not encoded.
  public func query(_ name: String) -> String? {
    queries.first { $0.name == name }?.text
  }

  /// The value of a path parameter, not encoded.
  public func path(_ name: String) -> String? {
    paths[name]
  }
}

extension SentRequest: CustomStringConvertible, CustomReflectable {
  /// The method; no value (rule H8).
  public var description: String { "\(method) request" }
  /// What `dump` shows: the method.
  public var customMirror: Mirror { Mirror(self, children: ["method": method]) }
}
