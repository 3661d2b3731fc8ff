import App
import ArazzoRuntime
import HTTPTypes
import Testing

/// Takes every order.
struct Barista: HTTPTransport {
  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    let type: HTTPFields = [.contentType: "application/json"]
    return HTTPTransportResponse(
      HTTPResponse(status: .created, headerFields: type),
      body: Array(#"{"name": "flat white"}"#.utf8))
  }
}

@Test("The generated function takes an order")
func order() async throws {
  let counter = Counter(client: WorkflowClient(transport: Barista()))
  #expect(try await counter.order("white") == "flat white")
}
