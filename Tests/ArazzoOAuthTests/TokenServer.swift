import ArazzoTesting
import HTTPTypes

@_spi(Generated) @testable import ArazzoRuntime

/// An API and its token server, which count what they receive.
final class TokenServer: HTTPTransport {
  struct Received: Sendable {
    let line: String
    let authorization: String?
    let body: String
  }

  typealias Script = @Sendable (_ request: Received, _ number: Int) async -> ScriptedResponse

  private let log = Locked<[Received]>([])
  private let answer: Script

  /// Creates a server. `number` counts the requests with the same method and path from 1.
  init(_ answer: @escaping Script) { self.answer = answer }

  /// The requests with a method and path.
  func requests(_ line: String) -> [Received] { log.withLock { $0 }.filter { $0.line == line } }

  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    let received = Received(
      line: "\(request.method.rawValue) \(request.path ?? "")",
      authorization: request.headerFields[.authorization],
      body: String(decoding: body ?? [], as: UTF8.self))
    let number = log.withLock { log in
      log.append(received)
      return log.count { $0.line == received.line }
    }
    return try await ScriptedTransport([.any(await answer(received, number))])
      .send(request, body: body, bodyLimit: bodyLimit)
  }
}

extension TokenServer {
  static let token = "POST /token"
  static let things = "GET /v1/things"

  /// Gives the tokens `t1`, `t2` and so on, and accepts all but some.
  static func numbered(
    expiresIn seconds: JSONValue = .null, rejecting rejected: Set<String> = []
  ) -> TokenServer {
    TokenServer { request, number in
      guard request.line == token else {
        let token = request.authorization?.split(separator: " ").last.map(String.init)
        return .status(rejected.contains(token ?? "") ? 401 : 200)
      }
      return .json([
        "access_token": .string("t\(number)"), "token_type": "bearer", "expires_in": seconds,
      ])
    }
  }

  func client(
    _ credential: APICredential, for scheme: SecurityScheme = .tokens,
    clock: some WorkflowClock = WorkflowTestClock(), observer: (any WorkflowObserver)? = nil
  ) -> WorkflowClient {
    WorkflowClient(
      credentials: [scheme: credential], transport: self, clock: clock, observer: observer)
  }
}

extension SecurityScheme {
  static let tokens = SecurityScheme(
    "api.tokens", .bearer,
    from: OAuth2Scheme(tokenURL: "https://login.example.com/token", scopes: ["read", "write:all"]))
}

extension WorkflowClient {
  /// Runs a workflow of one step that requires a scheme.
  func readThings(
    _ scheme: SecurityScheme = .tokens, timeout: Duration? = nil
  ) async throws(WorkflowError) -> StepResponse {
    let run = WorkflowRun("tidy", client: self)
    let request = run.request(
      step: "fetch", method: "GET", path: "/things",
      server: APIServer("api", url: "https://api.example.com/v1"))
    request.security = [[scheme]]
    return try await run.send(request, timeout: timeout)
  }
}
