import Foundation
import LoopbackWire
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Bodies of responses", .timeLimit(.minutes(5)))
struct BodyTests {
  /// `{"zipped":"äöü"}` by gzip and by deflate.
  private static let compressed = [
    "gzip": "H4sIAAAAAAACA6tWqsosKEhNUbJSOrzk8LbDe5RqAZ5AEFUTAAAA",
    "deflate": "eJyrVqrKLChITVGyUjq85PC2w3uUagFOZAim",
  ]

  /// 300,000 bytes by gzip.
  private static let large =
    "H4sIAAAAAAACA+3BAQ0AAADCoNqPbw8HFA" + String(repeating: "A", count: 386) + "/BjNKsiz4JMEAA=="

  private func bytes(_ base64: String?) throws -> [UInt8] {
    Array(try #require(base64.flatMap { Data(base64Encoded: $0) }))
  }

  @Test("a body in chunks arrives as a whole", arguments: TransportKind.allCases)
  func chunks(kind: TransportKind) async throws {
    let script = WireServer.answering { _, connection in
      try await connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      for chunk in ["5\r\n{\"a\":\r\n", "1;extension=1\r\n1\r\n", "01\r\n}\r\n"] {
        try await connection.write(chunk)
      }
      try await connection.write("0\r\n\r\n")
    }
    try await WireServer.serve(script) { url in
      let run = kind.run(url)
      for _ in 1...2 {
        let response = try await run.get("fetch")
        #expect(response.body.json == ["a": 1])
      }
    }
  }

  @Test(
    "fields behind a body are not taken for those of the head",
    arguments: TransportKind.allCases.filter(\.bearsEveryResponse))
  func trailers(kind: TransportKind) async throws {
    let script = WireServer.answering { _, connection in
      try await connection.write(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
          + "2\r\n{}\r\n0\r\nX-Sum: 1\r\n\r\n")
    }
    try await WireServer.serve(script) { url in
      let run = kind.run(url)
      let response = try await run.get("fetch")
      #expect(response.body.json == [:])
      #expect(response.header("X-Sum") == nil)
    }
  }

  @Test(
    "a compressed body arrives as it was", arguments: TransportKind.allCases, ["gzip", "deflate"])
  func compressed(kind: TransportKind, coding: String) async throws {
    let body = try bytes(Self.compressed[coding])
    let script = WireServer.answering { request, connection in
      #expect(request.fields("Accept-Encoding").joined().contains(coding))
      try await connection.answer("200 OK", ["Content-Encoding: \(coding)"], bytes: body)
    }
    try await WireServer.serve(script) { url in
      let response = try await kind.run(url).get("fetch")
      #expect(response.body.json == ["zipped": "äöü"])
    }
  }

  @Test(
    "a compressed body that is cut short is not taken for a whole one",
    arguments: TransportKind.allCases)
  func cutShort(kind: TransportKind) async throws {
    let body = try bytes(Self.compressed["gzip"]).dropLast(12)
    let script = WireServer.answering { _, connection in
      try await connection.answer("200 OK", ["Content-Encoding: gzip"], bytes: Array(body))
    }
    try await WireServer.serve(script) { url in
      do throws(WorkflowError) {
        // libcurl does not say that something lacks.
        let response = try await kind.run(url).get("fetch")
        #expect(kind == .urlSession)
        #expect(response.body.json == nil)
      } catch {
        #expect(error.code == .transport)
      }
    }
  }

  @Test(
    "a compressed body that is broken fails the step", arguments: TransportKind.allCases)
  func broken(kind: TransportKind) async throws {
    let script = WireServer.answering { _, connection in
      try await connection.answer("200 OK", ["Content-Encoding: gzip"], "{}")
    }
    try await WireServer.serve(script) { url in
      let run = kind.run(url)
      let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
      #expect(error?.code == .transport)
      #expect(error?.reason == "the server's response isn't valid HTTP")
    }
  }

  @Test("H6: a body without an end is read up to its bound", arguments: TransportKind.allCases)
  func h6_bodyOverTheBound(kind: TransportKind) async throws {
    let (departures, departure) = AsyncStream<Void>.makeStream()
    let script: WireServer.Script = { connection in
      defer { departure.yield() }
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\n\r\n")
      while true { try await connection.write(Array(repeating: 120, count: 10_000)) }
    }
    try await WireServer.serve(script) { url in
      try await expectTooLarge(kind.run(url, limit: 100_000))
      for await _ in departures { break }
    }
  }

  @Test(
    "H6: the bound is for what a compressed body becomes", arguments: TransportKind.allCases)
  func h6_compressed(kind: TransportKind) async throws {
    let body = try bytes(Self.large)
    let script = WireServer.answering { _, connection in
      try await connection.answer("200 OK", ["Content-Encoding: gzip"], bytes: body)
    }
    try await WireServer.serve(script) { url in
      try await expectTooLarge(kind.run(url, limit: 100_000))
      let response = try await kind.run(url, limit: 300_000).get("fetch")
      #expect(response.body.bytes.count == 300_000)
    }
  }

  private func expectTooLarge(_ run: WorkflowRun) async throws {
    let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
    #expect(error?.code == .responseTooLarge)
    #expect(error?.reason == "the response body exceeds the limit of 100000 bytes")
  }
}
