import Foundation
import HTTPTypes
import LoopbackWire
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("One request arrives, whatever is among its fields: H2", .timeLimit(.minutes(5)))
struct FramingTests {
  /// A body that is a request of its own, where a server stops reading the first one too soon.
  private static let smuggled = "hiGET /admin HTTP/1.1\r\nHost: x\r\n\r\n"

  /// What framing fields would make of it.
  private static let values = ["2", "4000", "chunked", "close", "upgrade", "evil.example.com"]

  private actor Arrivals {
    private(set) var requests: [WireRequest] = []
    func add(_ request: WireRequest) { requests.append(request) }
  }

  private func arrivals(
    _ body: @escaping @Sendable (URL) async throws -> Void
  ) async throws -> [WireRequest] {
    let arrivals = Arrivals()
    let script = WireServer.answering { request, connection in
      await arrivals.add(request)
      try await connection.answer("200 OK", [], "{}")
    }
    try await WireServer.serve(script, body)
    return await arrivals.requests
  }

  /// Whether it is one request with the whole body in it, whose end only `Content-Length` says.
  private func expectOne(_ requests: [WireRequest], at url: String, _ comment: Comment) {
    #expect(requests.count == 1, comment)
    for request in requests {
      #expect(request.line == "POST /x", comment)
      #expect(request.text == Self.smuggled, comment)
      #expect(request.fields("Content-Length") == [String(Self.smuggled.utf8.count)], comment)
      #expect(request.fields("Host") == [url], comment)
      for name in ["Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect", "Content_Length"] {
        #expect(request.fields(name) == [], comment)
      }
      let connection = request.fields("Connection").map { $0.lowercased() }
      #expect(connection.allSatisfy { $0 == "keep-alive" }, comment)
    }
  }

  @Test(
    "H2: a transport sends none of the framing's fields that a request has",
    arguments: TransportKind.allCases, RequestSafetyTests.framingNames)
  func h2_transport(kind: TransportKind, name: String) async throws {
    for value in Self.values {
      let host = Locked("")
      let requests = try await arrivals { url in
        let authority = "127.0.0.1:\(url.port ?? 0)"
        host.withLock { $0 = authority }
        var request = HTTPRequest(method: .post, scheme: "http", authority: authority, path: "/x")
        request.headerFields[try #require(HTTPField.Name(name))] = value
        _ = try await kind.make().send(
          request, body: Array(Self.smuggled.utf8), bodyLimit: 1 << 16)
      }
      expectOne(requests, at: host.withLock { $0 }, "\(name): \(value)")
    }
  }

  @Test(
    "H2: a step that sets one sends nothing", arguments: TransportKind.allCases,
    RequestSafetyTests.framingNames + ["Content-Length ", "Transfer-Encoding:", ":path"])
  func h2_step(kind: TransportKind, name: String) async throws {
    let requests = try await arrivals { url in
      let run = kind.run(url)
      for isStyled in [false, true] {
        let request = run.request(step: "fetch", method: "POST", path: "/x", server: .api)
        request.setBody(Self.smuggled, contentType: "text/plain")
        if isStyled {
          request.setHeader(name, "2", style: .simple)
        } else {
          request.setHeader(name, "2")
        }
        let error = await #expect(throws: WorkflowError.self) { try await run.send(request) }
        #expect(error?.code == .invalidRequest)
      }
    }
    #expect(requests.isEmpty)
  }

  @Test("H2: a file is framed by its size", arguments: TransportKind.allCases)
  func h2_file(kind: TransportKind) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).bin")
    try Data(Self.smuggled.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let host = Locked("")
    let requests = try await arrivals { url in
      let authority = "127.0.0.1:\(url.port ?? 0)"
      host.withLock { $0 = authority }
      var request = HTTPRequest(method: .post, scheme: "http", authority: authority, path: "/x")
      for name in RequestSafetyTests.framingNames {
        request.headerFields[try #require(HTTPField.Name(name))] = "2"
      }
      let body = StreamedBody([.file(file, byteCount: Self.smuggled.utf8.count)])
      _ = try await kind.make().send(HTTPExchange(request, body: body, bodyLimit: 1 << 16))
    }
    expectOne(requests, at: host.withLock { $0 }, "a file")
  }
}
