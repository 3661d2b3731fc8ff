import Foundation

extension StepRequest {
  /// A body as a value, and as the bytes that are sent.
  struct Body: Sendable {
    let value: JSONValue
    let bytes: [UInt8]
  }

  /// Sets the body to a JSON value; without a value there is neither body nor `Content-Type`.
  public mutating func setJSON(
    _ value: JSONValue?, contentType: String = "application/json", required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    let body = value.map { Body(value: $0, bytes: $0.serialized()) }
    try set(body, contentType, required: required, from: expression)
  }

  /// Sets the body to a text in UTF-8, or to bytes; without a value there is neither body nor
  /// `Content-Type`.
  public mutating func setBody(
    _ value: (any JSONRepresentable)?, contentType: String, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    let body = value.map { Body(value: $0.jsonValue, bytes: $0.bytes) }
    try set(body, contentType, required: required, from: expression)
  }

  /// Sets the body to the fields of a form; without a value there is neither body nor `Content-Type`.
  ///
  /// - Parameter styles: How fields are written that are arrays or objects. The others are written
  ///   as OpenAPI says where it says nothing: an array as a pair for each element, an object as JSON.
  public mutating func setForm(
    _ fields: JSONValue?, styles: [String: FormStyle] = [:],
    contentType: String = "application/x-www-form-urlencoded", required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    var body: Body?
    if let fields {
      guard case .object(let members) = fields else {
        throw invalid("a form is made of the members of an object, found \(fields.kind)")
      }
      let pairs = members.flatMap { FormStyle.pairs($0, $1, styles[$0]) }
      body = Body(value: fields, bytes: Array(pairs.joined(separator: "&").utf8))
    }
    try set(body, contentType, required: required, from: expression)
  }

  private mutating func set(
    _ body: Body?, _ contentType: String, required: Bool, from expression: String?
  ) throws(WorkflowError) {
    if required, body == nil { throw missing("the request body", from: expression) }
    try checkHeader("Content-Type", contentType)
    self.body = body
    self.contentType = body == nil ? nil : contentType
  }
}

extension JSONRepresentable {
  /// Bytes as they are, everything else as it reads.
  var bytes: [UInt8] { (self as? Data).map(Array.init) ?? Array(jsonValue.text.utf8) }
}
