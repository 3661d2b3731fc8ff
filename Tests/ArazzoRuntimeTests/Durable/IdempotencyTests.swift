import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Keys of idempotency")
struct IdempotencyTests {
  private func client(_ transport: some HTTPTransport, runID: String? = "r1") -> WorkflowClient {
    WorkflowClient(
      transport: transport, polling: .exact, clock: WorkflowTestClock(),
      idempotencyKey: .header("Idempotency-Key"), runID: runID)
  }

  private func key(_ request: RecordedRequest) -> String? {
    request.head.headerFields[.idempotencyKey]
  }

  private func post(
    _ run: WorkflowRun, _ step: String = "a", method: String = "POST", key: Secret? = nil
  ) async throws(WorkflowError) {
    let request = run.request(step: step, method: method, path: "/a", server: .api)
    request.setHeader("idempotency-key", key)
    _ = try await run.send(request)
  }

  @Test("no key is sent unless the client says so")
  func off() async throws {
    let transport = ScriptedTransport([.always(.json(["n": 1]))])
    var client = client(transport)
    client.idempotencyKey = nil
    try await post(WorkflowRun("tidy", client: client))
    #expect(transport.requests.map(key) == [nil])
  }

  @Test(
    "a request that changes something has a key, one that reads has none",
    arguments: [
      ("POST", true), ("PUT", true), ("PATCH", true), ("DELETE", true), ("QUERY", true),
      ("GET", false), ("HEAD", false), ("OPTIONS", false), ("TRACE", false),
    ])
  func methods(method: String, hasKey: Bool) async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    try await post(WorkflowRun("tidy", client: client(transport)), method: method)
    #expect(transport.requests.allSatisfy { (key($0) != nil) == hasKey })
  }

  @Test("a name that no header field can have is an error, and nothing is sent without a key")
  func unusableName() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    var client = client(transport)
    client.idempotencyKey = .header("Idempotency Key")
    let run = WorkflowRun("tidy", client: client)
    let error = await #expect(throws: WorkflowError.self) { try await post(run) }
    #expect(error?.code == .invalidRequest && transport.requests.isEmpty)
  }

  @Test("the document's own value wins")
  func ownValue() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    try await post(WorkflowRun("tidy", client: client(transport)), key: "mine")
    #expect(transport.requests.map(key) == ["mine"])
  }

  @Test("another response means another key, no response means the same")
  func visits() async throws {
    let lost = ScriptedResponse.failure(HTTPTransportError.connectionLost)
    let transport = ScriptedTransport([
      .any(lost), .any(.status(503)), .any(.status(200)), .any(lost), .any(.status(200)),
    ])
    let run = WorkflowRun("tidy", client: client(transport))
    for _ in 1...5 { try? await post(run) }
    let keys = transport.requests.map(key)
    #expect(keys[0] == keys[1])
    #expect(keys[3] == keys[4])
    #expect(Set(keys).count == 3)
  }

  @Test("another run, step, workflow or call has another key")
  func places() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    try await post(WorkflowRun("tidy", client: client(transport)))
    try await post(WorkflowRun("tidy", client: client(transport)))
    try await post(WorkflowRun("tidy", client: client(transport, runID: "r2")))
    try await post(WorkflowRun("tidy", client: client(transport)), "b")
    try await post(WorkflowRun("other", client: client(transport)))
    let run = WorkflowRun("tidy", client: client(transport))
    for _ in 1...2 {
      run.enter(Place("again"))
      try await post(WorkflowRun("tidy", client: run.client(from: "a")))
    }
    let keys = transport.requests.map(key)
    #expect(keys[0] == keys[1])
    #expect(Set(keys).count == keys.count - 1)
  }

  @Test("runs without an identifier have random keys")
  func random() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    for _ in 1...2 { try await post(WorkflowRun("tidy", client: client(transport, runID: nil))) }
    #expect(Set(transport.requests.map(key)).count == 2)
  }

  /// A run that one version has saved goes on in another one.
  @Test("a key is a UUID that doesn't change from version to version")
  func form() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    try await post(WorkflowRun("tidy", client: client(transport)))
    let key = try #require(transport.requests.first.flatMap(key))
    #expect(UUID(uuidString: key) != nil)
    #expect(key == "ca76b175-40ca-8c71-aa44-e739424ddf87")
  }
}
