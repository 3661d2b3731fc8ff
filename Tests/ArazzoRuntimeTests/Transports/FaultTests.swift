import ArazzoTesting
import LoopbackWire
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Faults of a server", .timeLimit(.minutes(5)))
struct FaultTests {
  /// Where a connection ends too soon.
  enum Break: String, CaseIterable, CustomTestStringConvertible {
    case beforeTheHead, inTheHead, afterHalfAHead, inTheBody, beforeTheEnd, inAChunk

    var testDescription: String { rawValue }

    /// What has arrived by then.
    var text: String {
      switch self {
      case .beforeTheHead: ""
      case .inTheHead, .afterHalfAHead: "HTTP/1.1 200 OK\r\nContent-Le"
      case .inTheBody, .beforeTheEnd: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":"
      case .inAChunk: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n{\"half\""
      }
    }

    var isReset: Bool { self == .inTheBody || self == .inTheHead }
  }

  @Test("A7: a refused connection fails the step", arguments: TransportKind.allCases)
  func a7_connectionRefused(kind: TransportKind) async throws {
    try await WireServer.refusing { url in
      let run = kind.run(url)
      let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
      #expect(error?.code == .transport)
      #expect(error?.reason == "the server can't be reached")
      let failure = try run.stepFailure(try #require(error))
      #expect(failure.response == nil)
    }
  }

  @Test(
    "a connection that is lost fails the step, wherever the response was",
    arguments: TransportKind.allCases, Break.allCases)
  func connectionLost(kind: TransportKind, end: Break) async throws {
    guard kind.bearsEveryResponse || end != .afterHalfAHead else { return }
    let script: WireServer.Script = { connection in
      _ = try await connection.request()
      try await connection.write(end.text)
      if end.isReset { try connection.resetAtEnd() }
    }
    try await WireServer.serve(script) { url in
      let run = kind.run(url)
      let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
      #expect(error?.code == .transport)
      #expect(
        error?.reason == "the connection was lost before the response was complete",
        "\(error?.underlyingError.debugDescription ?? "")")
      #expect(error?.response == nil)
    }
  }

  @Test("a head that comes byte by byte is read", arguments: TransportKind.allCases)
  func slowHead(kind: TransportKind) async throws {
    let script: WireServer.Script = { connection in
      _ = try await connection.request()
      for byte in "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".utf8 {
        try await connection.write([byte])
        await Task.yield()
      }
    }
    try await WireServer.serve(script) { url in
      let response = try await kind.run(url).get("fetch")
      #expect(response.body.json == [:])
    }
  }

  @Test(
    "a server that falls silent is left when the request's time is over",
    arguments: TransportKind.allCases, [Break.beforeTheHead, .inTheHead, .inTheBody])
  func silence(kind: TransportKind, end: Break) async throws {
    let clock = WorkflowTestClock()
    let (departures, departure) = AsyncStream<Void>.makeStream()
    let script: WireServer.Script = { connection in
      defer { departure.yield() }
      _ = try await connection.request()
      try await connection.write(end.text)
      clock.expireTimeLimits()
      try await connection.stall()
    }
    try await WireServer.serve(script) { url in
      let run = kind.run(url, clock: clock)
      let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
      #expect(error?.code == .timedOut)
      #expect(error?.reason == "the request took longer than 300 s")
      let failure = try run.stepFailure(try #require(error))
      #expect(failure.code == .timedOut)
      for await _ in departures { break }
    }
  }

  @Test("cancelling a task ends its request and its connection", arguments: TransportKind.allCases)
  func cancelDuringRequest(kind: TransportKind) async throws {
    let (arrivals, arrival) = AsyncStream<Void>.makeStream()
    let script: WireServer.Script = { connection in
      defer { arrival.yield() }
      _ = try await connection.request()
      arrival.yield()
      try await connection.stall()
    }
    try await WireServer.serve(script) { url in
      let task = Task { try await kind.run(url).get("fetch").statusCode }
      for await _ in arrivals { break }
      task.cancel()
      let error = await #expect(throws: WorkflowError.self) { try await task.value }
      #expect(error?.code == .cancelled)
      for await _ in arrivals { break }
    }
  }

  @Test("what is no HTTP response fails the step", arguments: TransportKind.allCases)
  func notHTTP(kind: TransportKind) async throws {
    let script: WireServer.Script = { connection in
      _ = try await connection.request()
      try await connection.write("SSH-2.0-OpenSSH_9.2\r\n\r\n")
    }
    try await WireServer.serve(script) { url in
      let run = kind.run(url)
      let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
      #expect(error?.code == .transport)
      #expect(error?.reason == "the server's response isn't valid HTTP")
    }
  }

  @Test("after a fault the next request is answered", arguments: TransportKind.allCases)
  func recovers(kind: TransportKind) async throws {
    let connections = Counter()
    let script: WireServer.Script = { connection in
      await connections.increment()
      _ = try await connection.request()
      if await connections.count == 1 { return try connection.resetAtEnd() }
      try await connection.answer("200 OK", [], "{}")
    }
    try await WireServer.serve(script) { url in
      let run = kind.run(url)
      await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
      let response = try await run.get("fetch")
      #expect(response.statusCode == 200)
    }
  }
}
