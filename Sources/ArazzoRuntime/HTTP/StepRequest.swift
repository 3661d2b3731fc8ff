import HTTPTypes

/// The request of a step, set value by value; ``WorkflowRun/send(_:timeout:isolation:)`` sends it.
///
/// A value that is missing or `null` is left out (rule V3). Where that can't be, because it is part
/// of the path or `required`, setting it throws; the error names `expression`, where the value
/// would have come from. Setting a name again replaces its value.
public struct StepRequest: Sendable {
  let context: StepContext
  let server: Server
  let method: String
  let path: PathTemplate
  let redirects: RedirectPolicy
  /// What the operation asks for and the step does not set: alternatives, each of one or more schemes.
  public var security: [[SecurityScheme]] = []
  var parameters: [Parameter] = []
  /// What stands after the query parameters.
  package var queryString: String?
  var body: RequestBody?
  /// What makes the body out of parts; with any, there is no other body.
  package var parts: (any RequestParts)?

  /// A parameter as it is written, and the texts in it, more than one for an array.
  struct Parameter: Sendable {
    let name: String
    let place: ParameterPlace
    let written: String
    let texts: [String]
    let isSecret: Bool
  }

  /// Fills `{name}` in the path. The value is percent-encoded and stays within its segment (rule H2).
  public mutating func setPath(
    _ name: String, _ value: (any JSONRepresentable)?, from expression: String? = nil
  ) throws(WorkflowError) {
    try set(name, in: .path, to: value, required: true, from: expression)
  }

  /// Sets a query parameter; an array becomes `name=a&name=b`.
  public mutating func setQuery(
    _ name: String, _ value: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    try set(name, in: .query, to: value, required: required, from: expression)
  }

  /// Sets a header field; an array becomes `a,b`. A value that holds a line break is refused.
  public mutating func setHeader(
    _ name: String, _ value: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    try set(name, in: .header, to: value, required: required, from: expression)
  }

  /// Sets a header field to a bearer token (RFC 6750).
  public mutating func setHeader(
    _ name: String, bearer token: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    let token = try parameter(name, in: .header, token, required: required, from: expression)
    try setHeader(name, token.map { Secret("Bearer " + $0.written) })
  }

  /// Sets a cookie; all cookies travel in one `Cookie` field.
  public mutating func setCookie(
    _ name: String, _ value: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    try set(name, in: .cookie, to: value, required: required, from: expression)
  }

  /// Sets the `Accept` field.
  public mutating func accept(_ mediaTypes: String) throws(WorkflowError) {
    try setHeader("Accept", mediaTypes)
  }
}

extension StepRequest: CustomStringConvertible, CustomReflectable {
  /// Method and path template; no value (rule H8).
  public var description: String { "\(method) \(path.template)" }
  /// What `dump` shows: method and path template.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
