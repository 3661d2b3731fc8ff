public import ArazzoRuntime
import Foundation
public import HTTPTypes

/// A transport that responds with the examples of an OpenAPI description, or with values generated
/// from its schemas.
///
/// The description is OpenAPI 3 or Swagger 2.0 as JSON, with references inside the document. To
/// convert YAML, run `arazzo-gen convert api.yaml`.
///
/// ```swift
/// let transport = try ExampleTransport(openAPI: Data(contentsOf: url), statuses: ["getRun": 404])
/// ```
public final class ExampleTransport: HTTPTransport {
  private let examples: OpenAPIExamples
  private let statuses: [String: Int]
  private let recorded = Locked<[RecordedRequest]>([])

  /// Creates a transport for an API description.
  ///
  /// - Parameters:
  ///   - openAPI: The description as JSON.
  ///   - statuses: Status codes by `operationId`. Default: the lowest declared 2xx.
  /// - Throws: `JSONError` if the data is not JSON.
  public init(openAPI: Data, statuses: [String: Int] = [:]) throws {
    examples = OpenAPIExamples(document: try JSONValue(parsing: Array(openAPI)))
    self.statuses = statuses
  }

  /// All requests so far, in order.
  public var requests: [RecordedRequest] { recorded.withLock { $0 } }

  /// Responds with the example of the operation.
  ///
  /// - Throws: ``ScriptError`` if the description has no operation for the request.
  public func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    try Task.checkCancellation()
    let request = RecordedRequest(head: request, body: body)
    recorded.withLock { $0.append(request) }
    guard let operation = examples.operation(request.method, request.path) else {
      throw ScriptError("the description has no operation for '\(request)'")
    }
    return examples.response(of: operation) { self.statuses[$0] }
  }
}
