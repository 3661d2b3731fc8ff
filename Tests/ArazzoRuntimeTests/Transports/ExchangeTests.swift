import Foundation
import HTTPTypes
import LoopbackWire
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Exchanges over real sockets", .timeLimit(.minutes(5)))
struct ExchangeTests {
  @Test("a request arrives as it was set", arguments: TransportKind.allCases)
  func request(kind: TransportKind) async throws {
    let server = WireServer.answering { request, connection in
      #expect(request.line == "POST /things/a%2F%C3%BC?q=1%20%262")
      #expect(request.fields("Cookie") == ["c=x%20y; d=1"])
      #expect(request.fields("Authorization") == ["Bearer t"])
      #expect(request.fields("Content-Type") == ["application/json"])
      #expect(request.text == #"{"n":12345678901234567}"#)
      try await connection.answer("201 Created", ["Set-Cookie: stale=1"])
    }
    try await WireServer.serve(server) { url in
      let run = kind.run(url)
      for _ in 1...2 {
        let request = run.request(step: "make", method: "POST", path: "/things/{id}", server: .api)
        request.setPath("id", "a/ü")
        request.setQuery("q", "1 &2")
        request.setCookie("c", "x y")
        request.setCookie("d", 1)
        request.setHeader("Authorization", bearer: Secret("t"))
        request.setJSON(["n": 12_345_678_901_234_567])
        let response = try await run.send(request)
        #expect(response.statusCode == 201)
      }
    }
  }

  @Test("a response arrives as it was sent", arguments: TransportKind.allCases)
  func response(kind: TransportKind) async throws {
    let server = WireServer.answering { _, connection in
      try await connection.answer(
        "418 I'm a teapot", ["X-Page: 7", "Content-Type: application/json"], #"{"ä":[1,null]}"#)
    }
    try await WireServer.serve(server) { url in
      let response = try await kind.run(url).get("fetch")
      #expect(response.statusCode == 418)
      #expect(response.header("x-page") == "7")
      #expect(response.body.json == ["ä": [1, .null]])
    }
  }

  @Test(
    "every method travels, with and without a body, whatever the status",
    arguments: TransportKind.allCases,
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
  func methods(kind: TransportKind, method: String) async throws {
    let server = WireServer.answering { request, connection in
      let seen = "\(request.line) \(request.body.count)"
      try await connection.answer(
        "401 Unauthorized", ["X-Seen: \(seen)", "WWW-Authenticate: Basic realm=x"])
    }
    try await WireServer.serve(server) { url in
      let run = kind.run(url)
      for hasBody in [false, true] {
        if hasBody, ["GET", "HEAD", "OPTIONS"].contains(method) { continue }
        let request = run.request(step: "fetch", method: method, path: "/x", server: .api)
        if hasBody { request.setJSON("text") }
        let response = try await run.send(request)
        #expect(response.statusCode == 401)
        #expect(response.header("X-Seen") == "\(method) /x \(hasBody ? 6 : 0)")
      }
    }
  }

  @Test("a file is sent as it is", arguments: TransportKind.allCases)
  func file(kind: TransportKind) async throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let body = StreamedBody([
      .bytes([1, 2]), .file(file, byteCount: bytes.count), .bytes([3]),
    ])
    let server = WireServer.answering { request, connection in
      #expect(request.body == [1, 2] + bytes + [3])
      #expect(request.fields("Transfer-Encoding") == [])
      try await connection.answer("204 No Content")
    }
    try await WireServer.serve(server) { url in
      var request = HTTPRequest(
        method: .put, scheme: "http", authority: "127.0.0.1:\(url.port ?? 0)", path: "/file")
      request.headerFields[.contentLength] = "\(body.byteCount)"
      let exchange = HTTPExchange(request, body: body, bodyLimit: 100)
      let response = try await kind.make().send(exchange)
      #expect(response.head.status.code == 204)
    }
  }
}
