import HTTPTypes

/// The request of a step, which ``WorkflowRun/send(_:timeout:isolation:)`` sends.
///
/// A missing value and `null` are omitted (rule V3). If the value belongs to the path or is
/// `required`, it is refused instead, and the error names `expression`, the source of the value.
/// Setting a name again replaces its value. A request with a value that was refused isn't sent:
/// sending it throws the first error. A request can be sent once.
///
/// It is an object, and its setters are generic and don't throw, because an `async` function keeps
/// room for each copy of a structure and for each existential and error that a call needs, in every
/// workflow that waits.
@_spi(Generated) public final class StepRequest {
  var context: StepContext
  let redirects: RedirectPolicy
  /// The security schemes of the operation: alternatives, each with one or more schemes.
  public var security: [[SecurityScheme]] = []
  var parameters: [Parameter] = []
  var names = NamesInUse()
  var body: RequestBody?
  let call: OperationCall
  private var extras: Boxed<Extras>?
  /// Whether a value was refused.
  private var isRefused = false
  private var isSent = false

  init(_ context: StepContext, _ call: OperationCall, _ redirects: RedirectPolicy) {
    (self.context, self.call, self.redirects) = (context, call, redirects)
    parameters.reserveCapacity(8)
  }

  /// What few requests have.
  private struct Extras: Sendable {
    var queryString: String?
    var parts: (any RequestParts)?
    var refusal: WorkflowError?
  }

  private func change(_ change: (inout Extras) -> Void) {
    var value = extras?.value ?? Extras()
    change(&value)
    extras = Boxed(value)
  }

  /// The rest of the query, after the parameters.
  package var queryString: String? {
    get { extras?.value.queryString }
    set { change { $0.queryString = newValue } }
  }

  /// The parts of a multipart body, which replaces any other body.
  package var parts: (any RequestParts)? {
    get { extras?.value.parts }
    set { change { $0.parts = newValue } }
  }

  /// Sets something, unless something was refused before.
  @discardableResult
  package func attempt<Result>(_ set: () throws(WorkflowError) -> Result) -> Result? {
    guard !isRefused else { return nil }
    do throws(WorkflowError) {
      return try set()
    } catch {
      isRefused = true
      change { $0.refusal = error }
      return nil
    }
  }

  /// Forgets what was set. The function of a workflow keeps a request until the step ends, also
  /// while it waits.
  func clear() {
    (parameters, security, body, extras) = ([], [], nil, nil)
    (isRefused, isSent) = (false, true)
  }

  /// Throws the error of the first value that was refused, or if the request was sent before.
  @inline(never)
  package func check() throws(WorkflowError) {
    if isRefused, let refusal = extras?.value.refusal { throw refusal }
    if isSent { throw invalid("the request was sent before; create another one") }
  }

  /// A parameter as written, and its value.
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
  @inlinable
  public func setPath<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, from expression: String? = nil
  ) {
    set(name, in: .path, to: Argument(value), required: true, from: expression)
  }

  /// Sets a query parameter. An array becomes `name=a&name=b`.
  @inlinable
  public func setQuery<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, required: Bool = false,
    from expression: String? = nil
  ) {
    set(name, in: .query, to: Argument(value), required: required, from: expression)
  }

  /// Sets a header field. An array becomes `a,b`. A value with a line break is refused.
  @inlinable
  public func setHeader<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, required: Bool = false,
    from expression: String? = nil
  ) {
    set(name, in: .header, to: Argument(value), required: required, from: expression)
  }

  /// Sets a header field to a bearer token (RFC 6750).
  @inlinable
  public func setHeader<Value: JSONRepresentable>(
    _ name: String, bearer token: Value?, required: Bool = false,
    from expression: String? = nil
  ) {
    setBearer(name, Argument(token), required, expression)
  }

  /// Sets a cookie. All cookies are sent in one `Cookie` field.
  @inlinable
  public func setCookie<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, required: Bool = false,
    from expression: String? = nil
  ) {
    set(name, in: .cookie, to: Argument(value), required: required, from: expression)
  }

  /// Sets the `Accept` field.
  public func accept(_ mediaTypes: String) { setHeader("Accept", mediaTypes) }
}

extension StepRequest: CustomStringConvertible, CustomReflectable {
  /// The HTTP method and the path template; no value (rule H8).
  public var description: String { "\(call.method) \(call.path.template)" }
  /// What `dump` shows: the HTTP method and the path template.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
