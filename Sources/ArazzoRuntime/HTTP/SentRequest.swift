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
  private let parameters: [Parameter]

  /// A parameter of the path or the query.
  private struct Parameter: Sendable {
    let name: String
    let value: JSONValue
    let isInPath: Bool
  }

  init(
    base: BaseURL, target: String, method: String, body: JSONValue?, headers: HTTPFields,
    parameters: [StepRequest.Parameter]
  ) {
    (self.base, self.target, self.method) = (base, target, method)
    (self.body, self.headers) = (body, headers)
    var kept: [Parameter] = []
    kept.reserveCapacity(parameters.count { $0.place == .path || $0.place == .query })
    for parameter in parameters where parameter.place == .path || parameter.place == .query {
      kept.append(
        Parameter(
          name: parameter.name, value: parameter.value, isInPath: parameter.place == .path))
    }
    self.parameters = kept
  }

  /// The URL, before any redirect.
  public var url: String { "\(base.scheme)://\(base.authority)\(target)" }

  /// The first value of a header field. Names are case-insensitive.
  public func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { headers[values: $0].first }
  }

  /// The first value of a query parameter, percent-decoded.
  public func query(_ name: String) -> String? {
    value(name, inPath: false)?.elementTexts.first
  }

  /// The value of a path parameter, percent-decoded.
  public func path(_ name: String) -> String? {
    value(name, inPath: true)?.elementTexts.joined(separator: ",")
  }

  private func value(_ name: String, inPath isInPath: Bool) -> JSONValue? {
    parameters.first { $0.isInPath == isInPath && $0.name == name }?.value
  }
}

extension SentRequest: CustomStringConvertible, CustomReflectable {
  /// The HTTP method, without any value (rule H8).
  public var description: String { "\(method) request" }
  /// What `dump` shows: the HTTP method.
  public var customMirror: Mirror { Mirror(self, children: ["method": method]) }
}
