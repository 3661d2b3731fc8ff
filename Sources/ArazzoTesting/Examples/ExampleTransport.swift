public import ArazzoRuntime
import Foundation
public import HTTPTypes

/// Answers every request with the example in an OpenAPI description, or with a value made up from
/// the schema where there is none.
///
/// The description is JSON; `arazzo-gen convert api.yaml` prints a YAML one as JSON. OpenAPI 3 and
/// Swagger 2.0 are read, with references inside the document.
///
/// ```swift
/// let transport = try ExampleTransport(openAPI: Data(contentsOf: url), statuses: ["getRun": 404])
/// ```
public final class ExampleTransport: HTTPTransport {
  private let examples: OpenAPIExamples
  private let statuses: [String: Int]
  private let recorded = Locked<[RecordedRequest]>([])

  /// A transport for one description.
  ///
  /// - Parameters:
  ///   - openAPI: The description, as JSON.
  ///   - statuses: Which status an operation answers with, by `operationId`; the lowest 2xx that it
  ///     declares unless set.
  /// - Throws: `JSONError` for what is no JSON.
  public init(openAPI: Data, statuses: [String: Int] = [:]) throws {
    examples = OpenAPIExamples(document: try JSONValue(parsing: Array(openAPI)))
    self.statuses = statuses
  }

  /// Every request so far, in order.
  public var requests: [RecordedRequest] { recorded.withLock { $0 } }

  /// Answers with the operation's example.
  ///
  /// - Throws: ``ScriptError`` where the description has no operation for the request.
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
