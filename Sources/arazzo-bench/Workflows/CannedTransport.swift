import ArazzoRuntime
import HTTPTypes

/// Answers at once what Dust would: a new run to a POST, a run that has succeeded to a GET.
struct CannedTransport: HTTPTransport {
  /// The benchmark could not be set up.
  struct Failure: Error {}

  private let created = response(status: "running", results: "null")
  private let succeeded = response(
    status: "succeeded", results: #"[[{"value": {"answer": "35"}, "error": null}]]"#)

  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    request.method == .post ? created : succeeded
  }

  private static func response(status: String, results: String) -> HTTPTransportResponse {
    let body =
      #"{"run": {"run_id": "7be1c0ffee", "status": {"run": "\#(status)"}, "#
      + #""results": \#(results)}}"#
    return HTTPTransportResponse(
      HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
      body: Array(body.utf8))
  }
}
