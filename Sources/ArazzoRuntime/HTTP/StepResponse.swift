import HTTPTypes

/// The response that a step received.
public struct StepResponse: Sendable {
  let context: StepContext
  /// The request as it was sent.
  public let request: SentRequest
  /// The status.
  public let statusCode: Int
  /// The header fields.
  public let headerFields: HTTPFields
  /// The body.
  public let body: ResponseBody

  init(_ response: HTTPTransportResponse, to request: PreparedRequest) {
    context = request.context
    self.request = request.sent
    statusCode = response.head.status.code
    headerFields = response.head.headerFields
    body = ResponseBody(response.body, contentType: headerFields[.contentType])
  }

  /// Whether the status is a 2xx.
  public var isSuccess: Bool { (200..<300).contains(statusCode) }

  /// The first value of a header field, whatever the case of its name (rule V5); of `Set-Cookie`,
  /// which repeats for each cookie, all of them, joined by commas.
  public func header(_ name: String) -> String? {
    guard let name = HTTPField.Name(name) else { return nil }
    let values = headerFields[values: name]
    return name == .setCookie && !values.isEmpty ? values.joined(separator: ", ") : values.first
  }

  /// The value of a cookie that the response sets, without its attributes.
  public func cookie(_ name: String) -> String? {
    header("Set-Cookie").flatMap { SetCookies($0)[name] }
  }
}

extension StepResponse {
  /// The value that a pointer finds in the body.
  ///
  /// A scalar of another type is converted where nothing is lost. Throws where there is no value, or
  /// one of another type; the step fails then.
  public func required<T: JSONDecodable>(_ pointer: JSONPointer) throws(WorkflowError) -> T {
    if let value: T = try optional(pointer) { return value }
    let found = body.json == nil ? "the body is \(body.fault)" : "there is no value"
    throw unexpected("\(Self.place(pointer)): expected \(T.expected), but \(found)")
  }

  /// The value that a pointer finds in the body, `nil` where it finds none, or `null` that the type
  /// does not admit.
  public func optional<T: JSONDecodable>(_ pointer: JSONPointer) throws(WorkflowError) -> T? {
    guard let json = body.json?.value(at: pointer) else { return nil }
    if let value = T(lossless: json) {
      if let value = value as? any JSONRepresentable, value.isSecret { context.secrets.hide(value) }
      return value
    }
    if json == .null { return nil }
    throw unexpected(
      "\(Self.place(pointer)): expected \(T.expected), found \(json.kind)")
  }

  /// The scalar that the text of the body is; throws where it is none.
  public func requiredScalar<Value: JSONDecodable>() throws(WorkflowError) -> Value {
    if let value: Value = try optionalScalar() { return value }
    throw unexpected("the response: expected \(Value.expected), but the body is \(body.textFault)")
  }

  /// The scalar that the text of the body is, `nil` where there is no text; throws where the text is
  /// another one.
  public func optionalScalar<Value: JSONDecodable>() throws(WorkflowError) -> Value? {
    guard body.text != nil else { return nil }
    if let value: Value = body.scalar() { return value }
    throw unexpected("the response: expected \(Value.expected), found another text")
  }

  private static func place(_ pointer: JSONPointer) -> String {
    pointer.tokens.isEmpty ? "the response" : "\(pointer) in the response"
  }

  func unexpected(_ reason: String) -> WorkflowError {
    context.failure(context.error(.unexpectedValue, reason, response: self))
  }
}

extension StepResponse: CustomStringConvertible, CustomReflectable {
  /// Status and size; no header and no body (rule H8).
  public var description: String { "status \(statusCode), \(body)" }
  /// What `dump` shows: status and size.
  public var customMirror: Mirror { Mirror(self, children: ["response": description]) }
}
