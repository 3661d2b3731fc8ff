import ArazzoRuntime
import HTTPTypes

/// Answers every request with 200 and no body, and notes its head.
actor RecordingTransport: HTTPTransport {
  private(set) var requests: [HTTPRequest] = []

  /// Scheme, authority and path of the requests, in order.
  var urls: [String] {
    requests.map { "\($0.scheme ?? "")://\($0.authority ?? "")\($0.path ?? "")" }
  }

  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    requests.append(request)
    return HTTPTransportResponse(HTTPResponse(status: .ok))
  }
}
