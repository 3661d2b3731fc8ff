import ArazzoTesting
import LoopbackWire
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Connections", .timeLimit(.minutes(5)))
struct ConnectionTests {
  /// Answers with the path, on as many connections as the client opens.
  private func echo(_ connections: Counter, closing: Bool = false) -> WireServer.Script {
    { connection in
      await connections.increment()
      repeat {
        let path = try await connection.request().line
        try await connection.answer(
          "200 OK", ["Content-Type: application/json"] + (closing ? ["Connection: close"] : []),
          "\"\(path)\"")
      } while !closing
    }
  }

  @Test("requests one after the other share a connection", arguments: TransportKind.allCases)
  func keptAlive(kind: TransportKind) async throws {
    let connections = Counter()
    try await WireServer.serve(echo(connections)) { url in
      let run = kind.run(url)
      for step in ["a", "b", "c"] {
        let response = try await run.get(step)
        #expect(response.body.json == .string("GET /\(step)"))
      }
    }
    #expect(await connections.count == 1)
  }

  @Test("a connection that the server closes is not used again", arguments: TransportKind.allCases)
  func closed(kind: TransportKind) async throws {
    let connections = Counter()
    try await WireServer.serve(echo(connections, closing: true)) { url in
      let run = kind.run(url)
      for _ in 1...3 {
        let response = try await run.get("a")
        #expect(response.statusCode == 200)
      }
    }
    #expect(await connections.count == 3)
  }

  @Test(
    "a hundred workflows that poll at the same time get their own answers",
    arguments: TransportKind.allCases)
  func hundred(kind: TransportKind) async throws {
    let connections = Counter()
    try await WireServer.serve(echo(connections)) { url in
      let client = kind.run(url, clock: WorkflowTestClock()).client
      let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for number in 1...100 {
          group.addTask {
            let run = WorkflowRun("tidy", client: client)
            var answers: Set<String> = []
            for _ in 1...3 {
              let response = try await run.get("\(number)")
              answers.insert(response.body.text ?? "")
              try await run.waitToPoll("\(number)", after: response)
            }
            return answers.joined()
          }
        }
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(answers == Set((1...100).map { "\"GET /\($0)\"" }))
    }
    #expect(await connections.count <= 100)
  }
}
