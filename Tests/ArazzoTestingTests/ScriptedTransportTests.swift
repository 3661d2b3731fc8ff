import ArazzoRuntime
import ArazzoTesting
import HTTPTypes
import Testing

@Suite("A scripted transport")
struct ScriptedTransportTests {
  private func send(
    _ transport: any HTTPTransport, _ method: HTTPRequest.Method, _ path: String,
    body: [UInt8]? = nil, limit: Int = 1000
  ) async throws -> HTTPTransportResponse {
    let request = HTTPRequest(method: method, scheme: "https", authority: "a.example", path: path)
    return try await transport.send(request, body: body, bodyLimit: limit)
  }

  @Test("answers in order, and remembers what was sent")
  func order() async throws {
    let transport = ScriptedTransport([
      .on("post", "/runs", .json(["id": 1], status: 201)),
      .on("GET", "/runs/*", .text("done")), .any(.status(404)),
    ])
    let first = try await send(transport, .post, "/runs?a=b", body: Array(#"{"x":1}"#.utf8))
    #expect(first.head.status == .created && first.head.headerFields[.contentType] != nil)
    #expect(String(decoding: first.body, as: UTF8.self) == #"{"id":1}"#)
    #expect(try await send(transport, .get, "/runs/1").body == Array("done".utf8))
    #expect(transport.remaining == 1)
    #expect(try await send(transport, .delete, "/x").head.status == .notFound)
    #expect(transport.requests.map(\.description) == ["POST /runs", "GET /runs/1", "DELETE /x"])
    #expect(transport.requests[0].query == "a=b")
    #expect(try transport.requests[0].json?["x"] == 1)
  }

  @Test("says what was expected and what was sent")
  func mismatch() async throws {
    let transport = ScriptedTransport([.on("GET", "/runs", .status(200))])
    await #expect {
      try await send(transport, .get, "/walks")
    } throws: {
      "\($0)" == "expected the request 'GET /runs', received 'GET /walks'"
    }
    #expect(transport.remaining == 1)
    _ = try await send(transport, .get, "/runs")
    await #expect {
      try await send(transport, .get, "/runs")
    } throws: {
      "\($0)" == "unexpected request 'GET /runs': the script has no more lines"
    }
  }

  @Test("responds to every later request with the line that repeats")
  func always() async throws {
    let transport = ScriptedTransport([.any(.status(202)), .always(.status(200))])
    for status in [202, 200, 200] {
      #expect(try await send(transport, .get, "/runs").head.status.code == status)
    }
    #expect(transport.remaining == 0)
    #expect(transport.requests.last?.url == "https://a.example/runs")
  }

  @Test("keeps to the bound of the body, and fails as a connection would")
  func failures() async throws {
    struct Refused: Error {}
    let transport = ScriptedTransport([.any(.text("too long")), .any(.failure(Refused()))])
    await #expect(throws: HTTPTransportError.bodyTooLarge) {
      try await send(transport, .get, "/", limit: 3)
    }
    await #expect(throws: Refused.self) { try await send(transport, .get, "/") }
  }
}
