import ArazzoTesting
import HTTPTypes
import Testing

@testable import ArazzoOAuth
@_spi(Generated) @testable import ArazzoRuntime

@Suite("Requests for tokens that workflows share", .timeLimit(.minutes(5)))
struct TokenRequestTests {
  /// A credential whose waiting workflows can be counted.
  private func credential(refreshToken: Secret? = nil) -> OAuth2Credential {
    OAuth2Credential(
      clientID: "shop", clientSecret: "hush", authentication: .basic, scopes: nil, parameters: [],
      tokenURL: nil, grant: refreshToken == nil ? .clientCredentials : .refreshToken, store: nil,
      tokens: OAuth2Tokens(refreshToken))
  }

  /// Returns when a number of workflows wait for tokens.
  private func wait(for count: Int, _ credential: OAuth2Credential) async {
    while credential.tokens.waiterCount != count { await Task.yield() }
  }

  @Test("a request for which no workflow waits any more is cancelled, and the next one begins anew")
  func abandoned() async throws {
    let server = TokenServer { request, number in
      guard request.line == TokenServer.token else { return .status(200) }
      return number == 1 ? .never : .json(["access_token": "t2"])
    }
    let credential = credential()
    let client = server.client(.provider(credential))
    let first = Task { try await client.readThings() }
    await wait(for: 1, credential)
    first.cancel()
    await #expect(throws: WorkflowError.self) { try await first.value }
    #expect(try await client.readThings().statusCode == 200)
    #expect(server.requests(TokenServer.things).map(\.authorization) == ["Bearer t2"])
  }

  @Test("an abandoned request that ends late changes nothing for the next one")
  func endsLate() async throws {
    let (opened, open) = AsyncStream<Never>.makeStream()
    let (ended, end) = AsyncStream<Never>.makeStream()
    let credential = credential()
    let client = TokenServer.numbered().client(.provider(credential))
    let context = TokenContext(
      WorkflowRun("tidy", client: client).request(
        step: "fetch", method: "GET", path: "/things",
        server: APIServer("api", url: "https://api.example.com/v1")),
      .tokens, rejected: nil, client)
    let source = try TokenSource(context, for: credential)
    let date = await client.clock.date
    func token(_ request: @escaping OAuth2Tokens.Request) -> Task<Secret, any Error> {
      Task {
        try await credential.tokens.newToken(of: source, insteadOf: nil, at: date, request)
      }
    }
    let first = token { () async throws(TokenFailure) in
      await Task { for await _ in opened {} }.value
      defer { end.finish() }
      throw TokenFailure.refused("late")
    }
    await wait(for: 1, credential)
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    let (answered, answer) = AsyncStream<Never>.makeStream()
    let second = token { () async throws(TokenFailure) in
      for await _ in answered {}
      return AccessToken(secret: "t2", end: nil)
    }
    await wait(for: 1, credential)
    open.finish()
    for await _ in ended {}
    answer.finish()
    #expect(try await second.value == "t2")
    #expect(credential.tokens.token(of: source, insteadOf: nil, at: date) == "t2")
  }

  @Test("a refresh token is sent once, also for schemes with different URLs")
  func refreshTokenOfTwoSchemes() async throws {
    let (opened, open) = AsyncStream<Never>.makeStream()
    let server = TokenServer { request, _ in
      switch request.line {
      case "POST /a":
        for await _ in opened {}
        return .json(["access_token": "t1", "refresh_token": "r1"])
      case "POST /b": return .json(["access_token": "t2", "refresh_token": "r2"])
      default: return .status(200)
      }
    }
    let schemes = ["a", "b"].map { name in
      SecurityScheme(name, .bearer, from: OAuth2Scheme(refreshURL: "https://login.example/\(name)"))
    }
    let credential = credential(refreshToken: "r0")
    let client = WorkflowClient(
      credentials: [schemes[0]: .provider(credential), schemes[1]: .provider(credential)],
      transport: server, clock: WorkflowTestClock())
    let first = Task { try await client.readThings(schemes[0]).statusCode }
    await wait(for: 1, credential)
    let second = Task { try await client.readThings(schemes[1]).statusCode }
    await wait(for: 2, credential)
    open.finish()
    #expect(try await [first.value, second.value] == [200, 200])
    let sent = ["POST /a", "POST /b"].flatMap { server.requests($0).map(\.body) }
    #expect(
      sent == ["r0", "r1"].map { "grant_type=refresh_token&refresh_token=\($0)" })
  }

  @Test("a request with a refresh token goes on when no workflow waits")
  func refreshGoesOn() async throws {
    let (asked, ask) = AsyncStream<Never>.makeStream()
    let (opened, open) = AsyncStream<Never>.makeStream()
    let server = TokenServer { request, number in
      guard request.line == TokenServer.token else { return .status(200) }
      ask.finish()
      for await _ in opened {}
      return .json([
        "access_token": .string("t\(number)"), "refresh_token": .string("r\(number)"),
      ])
    }
    let client = server.client(.provider(credential(refreshToken: "r0")))
    let first = Task { try await client.readThings() }
    for await _ in asked {}
    first.cancel()
    await #expect(throws: WorkflowError.self) { try await first.value }
    open.finish()
    #expect(try await client.readThings().statusCode == 200)
    #expect(server.requests(TokenServer.token).count == 1)
  }

  @Test("an answer that is too large is refused, whatever the transport")
  func answerLimit() async throws {
    let transport = AdaptedTransport { _, _ in
      let space = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
      return HTTPTransportResponse(
        HTTPResponse(status: .ok), body: Array(#"{"access_token":"t"}"#.utf8) + space)
    }
    let client = WorkflowClient(
      credentials: [.tokens: .provider(credential())], transport: transport,
      clock: WorkflowTestClock())
    let error = await #expect(throws: WorkflowError.self) { try await client.readThings() }
    #expect(error?.code == .tokenUnavailable)
    #expect(error?.reason.contains("the response body is too large") == true)
  }

  @Test("a redirect of the request for metadata is not followed; no secret is named")
  func redirectedMetadata() async throws {
    let scheme = SecurityScheme(
      "api.id", .bearer, from: OAuth2Scheme(discoveryURL: "https://id.example.com/metadata"))
    let server = TokenServer { _, _ in .status(302) }
    let client = server.client(.provider(credential()), for: scheme)
    let error = await #expect(throws: WorkflowError.self) { try await client.readThings(scheme) }
    #expect(error?.reason.hasSuffix("redirects are not followed") == true)
  }
}

extension OAuth2Tokens {
  /// How many workflows wait for tokens.
  var waiterCount: Int {
    state.withLock { state in
      state.entries.values.reduce(0) { $0 + ($1.request?.waiters.count ?? 0) }
    }
  }
}
