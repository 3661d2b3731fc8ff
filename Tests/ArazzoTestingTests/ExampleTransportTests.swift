import ArazzoRuntime
import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@Suite("A transport that answers with examples")
struct ExampleTransportTests {
  private static let api = """
    {
      "openapi": "3.1.0",
      "paths": {
        "/runs/{id}": {
          "get": {
            "operationId": "getRun",
            "responses": {
              "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Run" } } } },
              "404": { "content": { "application/json": { "example": { "error": "none" } } } }
            }
          }
        },
        "/runs/latest": {
          "get": { "responses": { "2XX": { "content": {
            "text/plain": { "examples": { "one": { "value": "latest" } } } } } } }
        },
        "/runs": { "post": { "responses": { "204": { "description": "None" } } } }
      },
      "components": { "schemas": {
        "Run": { "type": "object", "properties": {
          "id": { "type": "string", "format": "uuid" },
          "state": { "enum": ["running", "done"] },
          "count": { "type": ["null", "integer"] },
          "parent": { "$ref": "#/components/schemas/Run" },
          "tags": { "type": "array", "items": { "type": "string", "example": "new" } }
        } }
      } }
    }
    """

  private func send(
    _ method: HTTPRequest.Method, _ path: String, statuses: [String: Int] = [:]
  ) async throws -> (status: Int, body: String) {
    let transport = try ExampleTransport(openAPI: Data(Self.api.utf8), statuses: statuses)
    let request = HTTPRequest(method: method, scheme: "https", authority: "a.example", path: path)
    let response = try await transport.send(request, body: nil, bodyLimit: 10_000)
    #expect(transport.requests.count == 1)
    return (response.head.status.code, String(decoding: response.body, as: UTF8.self))
  }

  @Test("gives the example, of the template that fits best, under a server's prefix")
  func examples() async throws {
    #expect(try await send(.get, "/v1/runs/latest") == (200, "latest"))
    #expect(
      try await send(.get, "/runs/7", statuses: ["getRun": 404]) == (404, #"{"error":"none"}"#))
    #expect(try await send(.post, "/runs") == (204, ""))
  }

  @Test("makes a value up from the schema, however it holds itself")
  func schema() async throws {
    let (status, body) = try await send(.get, "/runs/7")
    #expect(status == 200)
    let run = try JSONValue(parsing: body)
    #expect(run["state"] == "running" && run["count"] == 1 && run["tags"] == ["new"])
    #expect(run["parent"]?["parent"]?["id"] == "00000000-0000-4000-8000-000000000000")
  }

  @Test("says when the description has no such operation")
  func unknown() async throws {
    await #expect(throws: ScriptError.self) { try await send(.delete, "/runs/7") }
  }
}
