import HTTPTypes

@testable import ArazzoRuntime

/// Answers requests from a list; the last answer is given again and again.
actor ScriptedTransport: HTTPTransport {
  private var answers: [Result<HTTPTransportResponse, any Error>]
  private(set) var requests: [HTTPRequest] = []

  init(_ answers: Result<HTTPTransportResponse, any Error>...) { self.answers = answers }

  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    requests.append(request)
    return try (answers.count > 1 ? answers.removeFirst() : answers[0]).get()
  }
}

extension Result where Success == HTTPTransportResponse, Failure == any Error {
  /// A response with a body of JSON.
  static func status(
    _ status: Int, _ body: String = "", _ fields: HTTPFields = [:]
  ) -> Self {
    var head = HTTPResponse(status: .init(code: status), headerFields: fields)
    if !body.isEmpty, head.headerFields[.contentType] == nil {
      head.headerFields[.contentType] = "application/json"
    }
    return .success(HTTPTransportResponse(head, body: Array(body.utf8)))
  }
}

extension HTTPField.Name {
  static let retryAfter = HTTPField.Name("Retry-After") ?? .ifRange
}
