import HTTPTypes

@_spi(Generated) @testable import ArazzoRuntime

extension APIServer {
  static let api = APIServer("api", url: "https://api.example.com/v1")
}

/// For requests that are never sent.
struct NoTransport: HTTPTransport {
  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    throw HTTPTransportError.unsupportedRequest
  }
}

/// A request as it would be sent, set by a closure.
func prepared(
  _ path: String = "/things", _ set: (StepRequest) -> Void
) throws(WorkflowError) -> PreparedRequest {
  let run = WorkflowRun("tidy", client: WorkflowClient(transport: NoTransport()))
  let request = run.request(step: "fetch", method: "POST", path: path, server: .api)
  set(request)
  return try request.prepared(for: run.client)
}
