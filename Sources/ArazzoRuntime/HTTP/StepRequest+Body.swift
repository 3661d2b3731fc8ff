import Foundation

/// A body as a value, and as what is sent.
package final class RequestBody: Sendable {
  let value: JSONValue
  let content: StreamedBody
  let contentType: String

  package init(_ value: JSONValue, _ pieces: [StreamedBody.Piece], _ contentType: String) {
    (self.value, content, self.contentType) = (value, StreamedBody(pieces), contentType)
  }

  package convenience init(_ value: JSONValue, _ bytes: [UInt8], _ contentType: String) {
    self.init(value, [.bytes(bytes)], contentType)
  }
}

/// The parts of a multipart body.
package protocol RequestParts: Sendable {
  /// The body that they make; `boundary` gives what stands between them.
  func body(boundary: () -> String) -> RequestBody
}

extension StepRequest {
  /// Sets the body to a JSON value. Without a value, the request has neither body nor
  /// `Content-Type`.
  public func setJSON(
    _ value: JSONValue?, contentType: String = "application/json", required: Bool = false,
    from expression: String? = nil
  ) {
    attempt { () throws(WorkflowError) in
      let body = value.map { RequestBody($0, $0.serialized(), contentType) }
      try setBody(body, required: required, from: expression)
    }
  }

  /// Sets the body to text in UTF-8, or to bytes. Without a value, the request has neither body nor
  /// `Content-Type`.
  public func setBody<Value: JSONRepresentable>(
    _ value: Value?, contentType: String, required: Bool = false,
    from expression: String? = nil
  ) {
    attempt { () throws(WorkflowError) in
      let body: RequestBody?
      if let file = value as? any StreamedValue {
        let piece = try piece(of: file, for: "the request body")
        var json = JSONValue.null
        if case .bytes = piece { json = file.jsonValue }
        body = RequestBody(json, [piece], contentType)
      } else {
        body = value.map { RequestBody($0.jsonValue, $0.bytes, contentType) }
      }
      try setBody(body, required: required, from: expression)
    }
  }

  /// The content of a file. `use` names its purpose in the error if the file cannot be read.
  package func piece(
    of file: any StreamedValue, for use: String
  ) throws(WorkflowError) -> StreamedBody.Piece {
    do {
      return try file.piece()
    } catch {
      throw context.error(
        .invalidRequest, "the file for \(use) can't be read", underlyingError: error)
    }
  }

  package func setBody(
    _ body: RequestBody?, required: Bool, from expression: String?
  ) throws(WorkflowError) {
    if required, body == nil { throw missing("the request body", from: expression) }
    try checkHeader("Content-Type", body?.contentType ?? "")
    self.body = body
  }
}

extension JSONRepresentable {
  /// Bytes as they are, everything else as it reads.
  package var bytes: [UInt8] { (self as? Data).map(Array.init) ?? Array(jsonValue.text.utf8) }
}
