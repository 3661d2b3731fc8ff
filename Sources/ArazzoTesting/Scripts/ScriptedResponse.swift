public import ArazzoRuntime
public import HTTPTypes

/// The response of a scripted transport.
public struct ScriptedResponse: Sendable {
  private let result: Result<HTTPTransportResponse, any Error>?

  /// A response with a status, header fields and a body.
  public static func response(_ head: HTTPResponse, body: [UInt8] = []) -> Self {
    Self(result: .success(HTTPTransportResponse(head, body: body)))
  }

  /// A response without a body.
  public static func status(_ status: Int, headers: HTTPFields = [:]) -> Self {
    .response(HTTPResponse(status: .init(code: status), headerFields: headers))
  }

  /// A response with a JSON body: `.json(["state": "done"])`.
  public static func json(
    _ value: JSONValue, status: Int = 200, headers: HTTPFields = [:]
  ) -> Self {
    .text(value.description, type: "application/json", status: status, headers: headers)
  }

  /// A response with a text body.
  ///
  /// - Parameters:
  ///   - text: The body, encoded in UTF-8.
  ///   - type: The content type.
  ///   - status: The status code.
  ///   - headers: More header fields.
  public static func text(
    _ text: String, type: String = "text/plain", status: Int = 200, headers: HTTPFields = [:]
  ) -> Self {
    var headers = headers
    headers[.contentType] = type
    return .response(
      HTTPResponse(status: .init(code: status), headerFields: headers), body: Array(text.utf8))
  }

  /// No response but an error, as for a refused or lost connection.
  public static func failure(_ error: any Error) -> Self { Self(result: .failure(error)) }

  /// No response and no error. The request lasts until its time limit passes or its task is
  /// cancelled; see ``WorkflowTestClock/expireTimeLimits()``.
  public static let never = Self(result: nil)

  /// The response, once there is one.
  func get() async throws -> HTTPTransportResponse {
    if let result { return try result.get() }
    for await _ in AsyncStream<Never>.makeStream().stream {}
    throw CancellationError()
  }
}
