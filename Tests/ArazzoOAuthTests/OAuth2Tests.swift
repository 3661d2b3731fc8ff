import ArazzoTesting
import Foundation
import Testing

@testable import ArazzoOAuth
@_spi(Generated) @testable import ArazzoRuntime

@Suite("Tokens of OAuth 2: H7")
struct OAuth2Tests {
  /// A clock on which time limits are exceeded at once.
  private static var expired: WorkflowTestClock {
    let clock = WorkflowTestClock()
    clock.expireTimeLimits()
    return clock
  }
  private static let credential = APICredential.oauth2(clientID: "shop", clientSecret: "hush")

  @Test func h7_oneRequestForAHundredWorkflows() async throws {
    let server = TokenServer.numbered()
    let client = server.client(.oauth2(clientID: "shop", clientSecret: "hush"))
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<100 { group.addTask { try await client.readThings().statusCode } }
      for try await status in group { #expect(status == 200) }
    }
    #expect(server.requests(TokenServer.token).count == 1)
    #expect(Set(server.requests(TokenServer.things).map(\.authorization)) == ["Bearer t1"])
  }

  @Test func h7_aCancelledWorkflowLeavesTheRequestToTheOthers() async throws {
    let (asked, ask) = AsyncStream<Void>.makeStream()
    let (opened, open) = AsyncStream<Never>.makeStream()
    let server = TokenServer { request, _ in
      guard request.line == TokenServer.token else { return .status(200) }
      ask.finish()
      for await _ in opened {}
      return .json(["access_token": "t1"])
    }
    let credential = OAuth2Credential(
      clientID: "shop", clientSecret: "hush", authentication: .basic, scopes: nil, parameters: [],
      tokenURL: nil, grant: .clientCredentials, store: nil, tokens: OAuth2Tokens())
    let client = server.client(.provider(credential))
    let first = Task { try await client.readThings() }
    for await _ in asked {}
    let second = Task { try await client.readThings().statusCode }
    while credential.tokens.waiterCount < 2 { await Task.yield() }
    first.cancel()
    let error = await #expect(throws: WorkflowError.self) { try await first.value }
    #expect(error?.code == .cancelled)
    open.finish()
    #expect(try await second.value == 200)
    #expect(server.requests(TokenServer.token).count == 1)
  }

  @Test func h7_aTokenIsRenewedBeforeItEnds() async throws {
    for seconds: JSONValue in [100, "100"] {
      let server = TokenServer.numbered(expiresIn: seconds)
      let clock = WorkflowTestClock()
      let client = server.client(.oauth2(clientID: "shop", clientSecret: "hush"), clock: clock)
      for seconds in [0, 89, 2] {
        clock.advance(by: .seconds(seconds))
        _ = try await client.readThings()
      }
      let sent = server.requests(TokenServer.things).map(\.authorization)
      #expect(sent == ["Bearer t1", "Bearer t1", "Bearer t2"])
    }
  }

  @Test func h7_aRejectedTokenIsRenewedOnce() async throws {
    let server = TokenServer.numbered(rejecting: ["t1"])
    let client = server.client(.oauth2(clientID: "shop", clientSecret: "hush"))
    for _ in 1...2 { #expect(try await client.readThings().statusCode == 200) }
    #expect(server.requests(TokenServer.token).count == 2)
    #expect(server.requests(TokenServer.things).count == 3)
    let strict = TokenServer.numbered(rejecting: ["t1", "t2"])
    let other = strict.client(.oauth2(clientID: "shop", clientSecret: "hush"))
    #expect(try await other.readThings().statusCode == 401)
    #expect(strict.requests(TokenServer.token).count == 2)
    #expect(strict.requests(TokenServer.things).count == 2)
  }

  @Test func h7_identifierScopesAndParametersAreSent() async throws {
    let server = TokenServer.numbered()
    let parameters: KeyValuePairs = ["audience": "https://a", "resource": "x y", "resource": "z"]
    _ = try await server.client(
      .oauth2(clientID: "a b:c", clientSecret: "ü&", parameters: parameters)
    ).readThings()
    _ = try await server.client(
      .oauth2(clientID: "shop", clientSecret: "a&b", authentication: .post, scopes: [])
    ).readThings()
    let requests = server.requests(TokenServer.token)
    let pair = Data("a+b%3Ac:%C3%BC%26".utf8).base64EncodedString()
    #expect(requests.map(\.authorization) == ["Basic " + pair, nil])
    #expect(
      requests.map(\.body) == [
        "grant_type=client_credentials&scope=read+write%3Aall&audience=https%3A%2F%2Fa"
          + "&resource=x+y&resource=z",
        "grant_type=client_credentials&client_id=shop&client_secret=a%26b",
      ])
  }

  @Test func h7_aNewRefreshTokenIsUsedAndStored() async throws {
    let server = TokenServer { request, number in
      guard request.line == TokenServer.token else { return .status(200) }
      return .json([
        "access_token": .string("t\(number)"), "refresh_token": .string("r\(number)"),
        "expires_in": 10,
      ])
    }
    let stored = Locked<[String]>([])
    let clock = WorkflowTestClock()
    let client = server.client(
      .oauth2(clientID: "app", refreshToken: "r0") { token in
        stored.withLock { $0.append(token.revealed) }
      }, clock: clock)
    for _ in 1...2 {
      _ = try await client.readThings()
      clock.advance(by: .seconds(10))
    }
    #expect(
      server.requests(TokenServer.token).map(\.body) == [
        "grant_type=refresh_token&refresh_token=r0&client_id=app",
        "grant_type=refresh_token&refresh_token=r1&client_id=app",
      ])
    #expect(stored.withLock { $0 } == ["r1", "r2"])
  }

  @Test func h7_theTokenEndpointIsInTheMetadataOfTheServer() async throws {
    let scheme = SecurityScheme(
      "api.id", .bearer, from: OAuth2Scheme(discoveryURL: "https://id.example.com/metadata"))
    let server = TokenServer { request, _ in
      switch request.line {
      case "GET /metadata": .json(["token_endpoint": "https://login.example.com/t?v=2"])
      case "POST /t?v=2": .json(["access_token": "t1"])
      default: .status(request.authorization == "Bearer t1" ? 200 : 403)
      }
    }
    let client = server.client(.oauth2(clientID: "a", clientSecret: "hush"), for: scheme)
    #expect(try await client.readThings(scheme).statusCode == 200)
  }

  static let failures: [(ScriptedResponse, WorkflowError.Code, String)] = [
    (
      .json(["error": "invalid_client", "error_description": "hush is wrong"], status: 401),
      .missingCredential, "answered 401: invalid_client: <secret> is wrong"
    ),
    (.json(["error": "invalid_scope"]), .missingCredential, "answered 200: invalid_scope"),
    (.json(["token_type": "Bearer"]), .missingCredential, "no 'access_token'"),
    (
      .json(["access_token": "marker", "token_type": "mac"]), .missingCredential,
      "tokens of the type 'mac'"
    ),
    (.status(302), .missingCredential, "redirects are not followed"),
    (.status(200), .missingCredential, "the answer is not JSON"),
    (.status(503), .tokenUnavailable, "answered 503: the answer is not JSON"),
    (.failure(HTTPTransportError.insecure), .tokenUnavailable, "TLS"),
  ]

  @Test(
    "H7, H8: an error says which scheme and what the server said, without a secret",
    arguments: failures)
  func h7_failures(
    answer: ScriptedResponse, code: WorkflowError.Code, words: String
  ) async throws {
    let server = TokenServer { _, _ in answer }
    let log = WorkflowEventLog()
    let credential = APICredential.oauth2(clientID: "shop", clientSecret: "hush")
    let client = server.client(credential, observer: log)
    let error = await #expect(throws: WorkflowError.self) { try await client.readThings() }
    #expect(error?.code == code)
    #expect(error?.reason.contains("'api.tokens'") == true)
    #expect(error?.reason.contains(words) == true, "\(error?.reason ?? "")")
    #expect(server.requests(TokenServer.things).isEmpty)
    var shown = "\(String(reflecting: error)) \(log.events) \(credential) \(client)"
    dump(error, to: &shown)
    dump(client, to: &shown)
    #expect(!shown.contains("hush") && !shown.contains("marker"))
  }

  @Test func h7_aTokenServerHasTheTimeLimitOfARequest() async throws {
    let server = TokenServer { _, _ in .never }
    let client = server.client(
      .oauth2(clientID: "shop", clientSecret: "hush"), clock: Self.expired)
    let error = await #expect(throws: WorkflowError.self) { try await client.readThings() }
    #expect(error?.code == .tokenUnavailable)
    #expect(error?.reason.contains("took longer than 300 s") == true)
  }

  @Test func a11_theTimeoutOfAStepIncludesTheTimeForAToken() async throws {
    let server = TokenServer { _, _ in .never }
    var client = server.client(Self.credential, clock: Self.expired)
    client.requestTimeout = nil
    let error = await #expect(throws: WorkflowError.self) {
      try await client.readThings(timeout: .seconds(5))
    }
    #expect(error?.code == .timedOut)
    #expect(error?.reason == "the step took longer than 5 s")
    #expect(server.requests(TokenServer.things).isEmpty)
  }

  @Test(
    "H7: where no token can be requested, nothing is sent",
    arguments: [
      (OAuth2Scheme(tokenURL: "http://login.example.com/t"), "must begin with https"),
      (OAuth2Scheme(tokenURL: "http://127.evil.example/t"), "must begin with https"),
      (OAuth2Scheme(tokenURL: "https://login.example.com/{tenant}/t"), "not a URL"),
      (OAuth2Scheme(tokenURL: "https://me:you@login.example.com/t"), "not a URL"),
      (OAuth2Scheme(refreshURL: "https://login.example.com/t"), "pass a refreshToken"),
      (nil, "pass the tokenURL"),
    ])
  func h7_refused(oauth2: OAuth2Scheme?, words: String) async throws {
    let scheme = SecurityScheme("api.tokens", .bearer, from: oauth2)
    let server = TokenServer.numbered()
    let client = server.client(Self.credential, for: scheme)
    let error = await #expect(throws: WorkflowError.self) { try await client.readThings(scheme) }
    #expect(error?.code == .missingCredential)
    #expect(error?.reason.contains(words) == true, "\(error?.reason ?? "")")
    #expect(server.requests(TokenServer.token).isEmpty)
  }

  @Test func h7_aRelativeURLIsResolvedAgainstTheServer() async throws {
    let scheme = SecurityScheme("api.tokens", .bearer, from: OAuth2Scheme(tokenURL: "/token"))
    let server = TokenServer.numbered()
    let client = server.client(
      .oauth2(clientID: "shop", clientSecret: "hush"), for: scheme)
    #expect(try await client.readThings(scheme).statusCode == 200)
    #expect(server.requests(TokenServer.token).count == 1)
  }
}
