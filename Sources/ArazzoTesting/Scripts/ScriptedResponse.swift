public import ArazzoRuntime
public import HTTPTypes

/// What a scripted transport answers.
public struct ScriptedResponse: Sendable {
  private let result: Result<HTTPTransportResponse, any Error>?

  /// A response as it is.
  public static func response(_ head: HTTPResponse, body: [UInt8] = []) -> Self {
    Self(result: .success(HTTPTransportResponse(head, body: body)))
  }

  /// A status without a body.
  public static func status(_ status: Int, headers: HTTPFields = [:]) -> Self {
    .response(HTTPResponse(status: .init(code: status), headerFields: headers))
  }

  /// A body of JSON: `.json(["state": "done"])`.
  public static func json(
    _ value: JSONValue, status: Int = 200, headers: HTTPFields = [:]
  ) -> Self {
    .text(value.description, type: "application/json", status: status, headers: headers)
  }

  /// A body of text.
  ///
  /// - Parameters:
  ///   - text: The body, sent as UTF-8.
  ///   - type: The content type.
  ///   - status: The status.
  ///   - headers: Header fields besides the content type.
  public static func text(
    _ text: String, type: String = "text/plain", status: Int = 200, headers: HTTPFields = [:]
  ) -> Self {
    var headers = headers
    headers[.contentType] = type
    return .response(
      HTTPResponse(status: .init(code: status), headerFields: headers), body: Array(text.utf8))
  }

  /// No response: what a refused or broken connection looks like to the workflow.
  public static func failure(_ error: any Error) -> Self { Self(result: .failure(error)) }

  /// No response and no failure: the request lasts until its time limit ends or its task is
  /// cancelled. See ``WorkflowTestClock/expireTimeLimits()``.
  public static let never = Self(result: nil)

  /// The response, once there is one.
  func get() async throws -> HTTPTransportResponse {
    if let result { return try result.get() }
    for await _ in AsyncStream<Never>.makeStream().stream {}
    throw CancellationError()
  }
}
