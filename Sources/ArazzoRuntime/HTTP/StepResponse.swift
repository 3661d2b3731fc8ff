import HTTPTypes

/// The response to the request of a step.
public struct StepResponse: Sendable {
  private let details: Details

  /// What a response holds.
  private final class Details: Sendable {
    let context: StepContext
    let request: SentRequest
    let statusCode: Int
    let headerFields: HTTPFields
    let body: ResponseBody

    init(_ response: HTTPTransportResponse, to request: PreparedRequest) {
      (context, self.request) = (request.context, request.sent)
      (statusCode, headerFields) = (response.head.status.code, response.head.headerFields)
      body = ResponseBody(
        response.body, contentType: headerFields.first { $0.name == .contentType }?.value)
    }
  }

  init(_ response: HTTPTransportResponse, to request: PreparedRequest) {
    details = Details(response, to: request)
  }

  var context: StepContext { details.context }
  /// The request that was sent.
  public var request: SentRequest { details.request }
  /// The HTTP status code.
  public var statusCode: Int { details.statusCode }
  /// The header fields.
  public var headerFields: HTTPFields { details.headerFields }
  /// The body.
  public var body: ResponseBody { details.body }

  /// Whether the status code is in the range 200–299.
  public var isSuccess: Bool { (200..<300).contains(statusCode) }

  /// The first value of a header field. Names are case-insensitive (rule V5). For `Set-Cookie`, all
  /// values, separated by commas.
  public func header(_ name: String) -> String? {
    guard let name = HTTPField.Name(name) else { return nil }
    let values = headerFields[values: name]
    return name == .setCookie && !values.isEmpty ? values.joined(separator: ", ") : values.first
  }

  /// The value of a cookie that the response sets, without attributes.
  public func cookie(_ name: String) -> String? {
    header("Set-Cookie").flatMap { SetCookies($0)[name] }
  }
}

@_spi(Generated) extension StepResponse {
  /// The value at a pointer in the body.
  ///
  /// A scalar of another type is converted if nothing is lost.
  ///
  /// - Throws: ``WorkflowError/Code/unexpectedValue`` if there is no value or it has another type.
  public func required<T: JSONDecodable>(_ pointer: JSONPointer) throws(WorkflowError) -> T {
    if let value: T = try optional(pointer) { return value }
    let found = body.json == nil ? "the body is \(body.fault)" : "there is no value"
    throw unexpected("\(Self.place(pointer)): expected \(T.expected), but \(found)")
  }

  /// The value at a pointer in the body; `nil` if there is none, or if it is `null` and the type
  /// has no `null`.
  ///
  /// - Throws: ``WorkflowError/Code/unexpectedValue`` if the value has another type.
  public func optional<T: JSONDecodable>(_ pointer: JSONPointer) throws(WorkflowError) -> T? {
    guard let json = body.json?.value(at: pointer) else { return nil }
    if let value = T(lossless: json) {
      hideSecret(value)
      return value
    }
    if json == .null { return nil }
    throw unexpected(
      "\(Self.place(pointer)): expected \(T.expected), found \(json.kind)")
  }

  /// The whole body.
  ///
  /// - Throws: ``WorkflowError/Code/unexpectedValue`` if there is no body or it has another type.
  public func requiredBody<T: JSONDecodable>() throws(WorkflowError) -> T { try required("") }

  /// The whole body; `nil` if there is none, or if it is `null` and the type has no `null`.
  ///
  /// - Throws: ``WorkflowError/Code/unexpectedValue`` if it has another type.
  public func optionalBody<T: JSONDecodable>() throws(WorkflowError) -> T? { try optional("") }

  /// The text of the body as a scalar.
  ///
  /// - Throws: ``WorkflowError/Code/unexpectedValue`` if the text is missing or isn't such a value.
  public func requiredScalar<Value: JSONDecodable>() throws(WorkflowError) -> Value {
    if let value: Value = try optionalScalar() { return value }
    throw unexpected("the response: expected \(Value.expected), but the body is \(body.textFault)")
  }

  /// The text of the body as a scalar; `nil` if there is no text.
  ///
  /// - Throws: ``WorkflowError/Code/unexpectedValue`` if the text isn't such a value.
  public func optionalScalar<Value: JSONDecodable>() throws(WorkflowError) -> Value? {
    guard body.text != nil else { return nil }
    if let value: Value = body.scalar() { return value }
    throw unexpected("the response: expected \(Value.expected), found text that isn't one")
  }

  /// Masks a value if it is a secret.
  func hideSecret<T: JSONDecodable>(_ value: T) {
    // For most values the type says no, and to ask takes longer than to read them.
    if T.self == String.self || T.self == Int.self || T.self == Double.self || T.self == Bool.self
      || T.self == JSONValue.self
    {
      return
    }
    if let value = value as? any JSONRepresentable, value.isSecret { context.secrets.hide(value) }
  }

  private static func place(_ pointer: JSONPointer) -> String {
    pointer.tokens.isEmpty ? "the response" : "\(pointer) in the response"
  }

  func unexpected(_ reason: String) -> WorkflowError {
    context.failure(context.error(.unexpectedValue, reason, response: self))
  }
}

extension StepResponse: CustomStringConvertible, CustomReflectable {
  /// The status code and the size; no header field and no body (rule H8).
  public var description: String { "status \(statusCode), \(body)" }
  /// What `dump` shows: the status code and the size.
  public var customMirror: Mirror { Mirror(self, children: ["response": description]) }
}
