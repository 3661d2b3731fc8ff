import ArazzoTesting
import LoopbackWire
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Streams of events over real sockets", .timeLimit(.minutes(5)))
struct EventStreamTransportTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"

  /// Tells a test of each event of a stream.
  private struct Listener: WorkflowObserver {
    let heard: @Sendable (ServerEvent) -> Void

    func observe(_ event: WorkflowEvent) {
      if case .received(_, let event) = event.kind { heard(event) }
    }
  }

  @Test(
    "the observer has an event before the server sends the next one",
    arguments: TransportKind.allCases)
  func eventByEvent(kind: TransportKind) async throws {
    let (answers, answer) = AsyncStream<String>.makeStream()
    let script: WireServer.Script = { connection in
      _ = try await connection.request()
      try await connection.write(Self.head)
      var heard = answers.makeAsyncIterator()
      for data in ["first", "second", "last"] {
        try await connection.write("data: \(data)\n\n")
        // Nothing more is sent until the observer has this one.
        guard await heard.next() == data else { return }
      }
    }
    try await WireServer.serve(script) { url in
      let response = try await kind.run(url, observer: Listener { answer.yield($0.data) })
        .get("listen")
      let data: [JSONValue?] = (0...3).map { response.body[$0]?["data"] }
      #expect(data == ["first", "second", "last", nil])
    }
  }

  @Test(
    "H6: a stream without an end is read up to the bound, and its events are told of",
    arguments: TransportKind.allCases)
  func h6_withoutEnd(kind: TransportKind) async throws {
    let script: WireServer.Script = { connection in
      _ = try await connection.request()
      try await connection.write(Self.head)
      let events = String(repeating: "data: again\n\n", count: 100)
      while true { try await connection.write(events) }
    }
    let (heard, listener) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingOldest(1))
    try await WireServer.serve(script) { url in
      let run = kind.run(url, limit: 100_000, observer: Listener { listener.yield($0.data) })
      let error = await #expect(throws: WorkflowError.self) { try await run.get("listen") }
      #expect(error?.code == .responseTooLarge)
    }
    #expect(await heard.first { _ in true } == "again")
  }

  @Test(
    "A11: a stream that goes silent ends with the time that its request has",
    arguments: TransportKind.allCases)
  func a11_silent(kind: TransportKind) async throws {
    let script: WireServer.Script = { connection in
      _ = try await connection.request()
      try await connection.write(Self.head + "data: first\n\n")
      try await connection.stall()
    }
    let clock = WorkflowTestClock()
    try await WireServer.serve(script) { url in
      let run = kind.run(url, clock: clock, observer: Listener { _ in clock.expireTimeLimits() })
      let error = await #expect(throws: WorkflowError.self) { try await run.get("listen") }
      #expect(error?.code == .timedOut)
    }
  }
}
