import HTTPTypes

/// A request that was sent, for `$url`, `$method` and `$request`.
public struct SentRequest: Sendable {
  private let base: BaseURL
  private let target: String
  /// The HTTP method.
  public let method: String
  /// The body as a JSON value; `nil` if there was none.
  public let body: JSONValue?
  let headers: HTTPFields
  /// What was put into the path and the query, among others.
  private let parameters: [StepRequest.Parameter]

  init(
    base: BaseURL, target: String, method: String, body: JSONValue?, headers: HTTPFields,
    parameters: [StepRequest.Parameter]
  ) {
    (self.base, self.target, self.method) = (base, target, method)
    (self.body, self.headers, self.parameters) = (body, headers, parameters)
  }

  /// The URL, before any redirect.
  public var url: String { "\(base.scheme)://\(base.authority)\(target)" }

  /// The first value of a header field. Names are case-insensitive.
  public func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { headers[values: $0].first }
  }

  /// The first value of a query parameter, percent-decoded.
  public func query(_ name: String) -> String? {
    value(name, in: .query)?.elementTexts.first
  }

  /// The value of a path parameter, percent-decoded.
  public func path(_ name: String) -> String? {
    value(name, in: .path)?.elementTexts.joined(separator: ",")
  }

  private func value(_ name: String, in place: ParameterPlace) -> JSONValue? {
    parameters.first { $0.place == place && $0.name == name }?.value
  }
}

extension SentRequest: CustomStringConvertible, CustomReflectable {
  /// The HTTP method, without any value (rule H8).
  public var description: String { "\(method) request" }
  /// What `dump` shows: the HTTP method.
  public var customMirror: Mirror { Mirror(self, children: ["method": method]) }
}
