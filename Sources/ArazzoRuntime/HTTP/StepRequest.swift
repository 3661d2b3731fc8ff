import HTTPTypes

/// The request of a step, which ``WorkflowRun/send(_:timeout:isolation:)`` sends.
///
/// A missing value and `null` are omitted (rule V3). If the value belongs to the path or is
/// `required`, the setter throws instead, and the error names `expression`, the source of the
/// value. Setting a name again replaces its value.
@_spi(Generated) public struct StepRequest: Sendable {
  var context: StepContext
  let redirects: RedirectPolicy
  /// The security schemes of the operation: alternatives, each with one or more schemes.
  public var security: [[SecurityScheme]] = []
  var parameters: [Parameter] = []
  var body: RequestBody?
  let callBox: Boxed<OperationCall>
  private var extras: Boxed<Extras>?

  init(_ context: StepContext, _ call: Boxed<OperationCall>, _ redirects: RedirectPolicy) {
    self.context = context
    callBox = call
    self.redirects = redirects
    parameters.reserveCapacity(8)
  }

  var call: OperationCall { callBox.value }

  /// What few requests have.
  struct Extras: Sendable {
    var queryString: String?
    var parts: (any RequestParts)?
  }

  /// The rest of the query, after the parameters.
  package var queryString: String? {
    get { extras?.value.queryString }
    set { extras = Boxed(Extras(queryString: newValue, parts: parts)) }
  }

  /// The parts of a multipart body, which replaces any other body.
  package var parts: (any RequestParts)? {
    get { extras?.value.parts }
    set { extras = Boxed(Extras(queryString: queryString, parts: newValue)) }
  }

  /// A parameter as written, and its value.
  ///
  /// An object, because the request that was sent keeps the parameters of a step that waits.
  final class Parameter: Sendable {
    let name: String
    let place: ParameterPlace
    let written: String
    let value: JSONValue
    let isSecret: Bool
    /// The name of a header field.
    let field: HTTPField.Name?

    init(
      name: String, place: ParameterPlace, written: String, value: JSONValue, isSecret: Bool,
      field: HTTPField.Name?
    ) {
      (self.name, self.place, self.written) = (name, place, written)
      (self.value, self.isSecret, self.field) = (value, isSecret, field)
    }

    /// Whether it is a secret, or in a field that always holds credentials.
    var isCredential: Bool {
      isSecret || field.map(PreparedRequest.credentials.contains) ?? false
    }
  }

  /// Sets the value of `{name}` in the path. The value is percent-encoded and stays within its
  /// segment (rule H2).
  public mutating func setPath(
    _ name: String, _ value: (any JSONRepresentable)?, from expression: String? = nil
  ) throws(WorkflowError) {
    try set(name, in: .path, to: value, required: true, from: expression)
  }

  /// Sets a query parameter. An array becomes `name=a&name=b`.
  public mutating func setQuery(
    _ name: String, _ value: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    try set(name, in: .query, to: value, required: required, from: expression)
  }

  /// Sets a header field. An array becomes `a,b`. Throws if the value contains a line break.
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

  /// Sets a cookie. All cookies are sent in one `Cookie` field.
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
  /// The HTTP method and the path template; no value (rule H8).
  public var description: String { "\(call.method) \(call.path.template)" }
  /// What `dump` shows: the HTTP method and the path template.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
