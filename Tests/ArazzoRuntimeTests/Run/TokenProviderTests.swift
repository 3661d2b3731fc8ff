import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Providers of tokens: H7")
struct TokenProviderTests {
  private static let scheme = SecurityScheme("api.user", .bearer)

  /// A provider whose token comes from a workflow.
  private struct SignIn: TokenProvider {
    func token(for context: TokenContext) async throws -> Secret {
      let run = WorkflowRun("sign-in", client: context.client)
      _ = try await run.send(
        run.request(step: "ask", method: "POST", path: "/sign-in", server: .api))
      return "t"
    }
  }

  private static func visit(_ client: WorkflowClient) async throws(WorkflowError) {
    let run = WorkflowRun("visit", client: client)
    for step in ["a", "b"] {
      let request = run.request(step: step, method: "GET", path: "/\(step)", server: .api)
      request.security = [[scheme]]
      _ = try await run.send(request)
    }
  }

  @Test("the workflow that gets a token is no part of the run that needs it")
  func signIn() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    let checkpoint = ScriptedCheckpoint()
    let client = WorkflowClient(
      credentials: [Self.scheme: .provider(SignIn())], transport: transport,
      clock: WorkflowTestClock(), checkpoint: checkpoint)
    try await Self.visit(client)
    #expect(!checkpoint.texts.joined().contains("sign-in"))
    let before = transport.requests.count
    try await Self.visit(client.resuming(try #require(try checkpoint.last)))
    #expect(transport.requests.dropFirst(before).map(\.path) == ["/v1/sign-in", "/v1/b"])
  }

  @Test("a 401 from another origin, which didn't get the token, rejects none")
  func otherOrigin() async throws {
    let asked = Locked(0)
    let elsewhere: HTTPFields = [.location: "https://other.example/x"]
    let client = WorkflowClient(
      credentials: [
        Self.scheme: .token { _ in
          asked.withLock { $0 += 1 }
          return "t"
        }
      ],
      transport: ScriptedTransport([
        .on("GET", "/v1/a", .status(302, headers: elsewhere)), .on("GET", "/x", .status(401)),
      ]),
      clock: WorkflowTestClock())
    let run = WorkflowRun("visit", client: client)
    let request = run.request(step: "a", method: "GET", path: "/a", server: .api)
    request.security = [[Self.scheme]]
    #expect(try await run.send(request).statusCode == 401)
    #expect(asked.withLock { $0 } == 1)
  }

  @Test("a request that was sent is not sent again without its values")
  func secondSend() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    let run = makeRun(transport)
    let request = run.request(step: "a", method: "POST", path: "/a", server: .api)
    request.setJSON(["n": 1])
    _ = try await run.send(request)
    let error = await #expect(throws: WorkflowError.self) { try await run.send(request) }
    #expect(error?.code == .invalidRequest)
    #expect(transport.requests.count == 1)
  }
}
