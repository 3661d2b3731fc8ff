import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The rule H7, on generated code that runs.
@Suite("Rules: credentials")
struct CredentialRuleTests {
  typealias Run = (WorkflowClient) async throws(WorkflowError) -> Void
  typealias Schemes = CredentialsSecurity

  private static let doors = Dictionary(
    uniqueKeysWithValues: ["/hall", "/lobby", "/desk", "/safe"].map {
      ("GET " + $0, [Answer.json("{}")])
    })

  /// What the vault receives of a workflow that runs with these credentials.
  private func received(
    _ credentials: APICredentials, _ vault: [String: [Answer]] = doors, _ run: Run
  ) async throws -> [ReceivedRequest] {
    try await StandIn.serve(ScriptedAPI(vault)) { server in
      var client = Stage().client(for: server)
      client.credentials = credentials
      try await run(client)
      return await server.requests
    }
  }

  /// The error of a workflow that can't run with these credentials, before anything is sent.
  private func refused(_ credentials: APICredentials, _ run: Run) async throws -> WorkflowError {
    try await StandIn.serve(ScriptedAPI(Self.doors)) { server in
      var client = Stage().client(for: server)
      client.credentials = credentials
      let error = try await failure { () async throws(WorkflowError) in try await run(client) }
      #expect(await server.requests.isEmpty)
      return error
    }
  }

  private func hall(_ client: WorkflowClient) async throws(WorkflowError) {
    try await visitHall(client: client)
  }
  private func safe(_ client: WorkflowClient) async throws(WorkflowError) {
    try await visitSafe(client: client)
  }

  @Test func h7_bearerIsFilledWhereTheOperationAsksForIt() async throws {
    let requests = try await received([Schemes.token: .bearer("t1")], Self.doors, hall)
    #expect(requests.map { $0.header("Authorization") } == [nil, "Bearer t1"])
  }

  @Test func h7_basicIsUserAndPassword() async throws {
    let requests = try await received([
      Schemes.login: .basic(user: "Aladdin", password: "open sesame")
    ]) { client throws(WorkflowError) in try await visitDesk(client: client) }
    #expect(
      requests.map { $0.header("Authorization") } == ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="])
  }

  @Test func h7_aCombinationIsFilledAsAWhole() async throws {
    let requests = try await received(
      [Schemes.key: .apiKey("k 1"), Schemes.tenant: .apiKey("a&b")], Self.doors, safe)
    let request = try #require(requests.first)
    #expect(request.header("X-Key") == "k 1")
    #expect(request.query == "tenant=a%26b")
    #expect(request.header("Cookie") == nil)
  }

  @Test func h7_theFirstAlternativeThatTheClientCanFill() async throws {
    let requests = try await received(
      [Schemes.key: .apiKey("k1"), Schemes.visit: .apiKey("v1")], Self.doors, safe)
    let request = try #require(requests.first)
    #expect(request.header("Cookie") == "visit=v1")
    #expect(request.header("X-Key") == nil)
  }

  @Test func h7_whatTheStepSetsIsNotFilled() async throws {
    let requests = try await received([Schemes.key: .apiKey("k1")]) {
      client throws(WorkflowError) in
      try await visitSafeOfTenant(.init(tenant: "own"), client: client)
    }
    #expect(requests.map(\.query) == ["tenant=own"])
    #expect(requests.map { $0.header("X-Key") } == ["k1"])
  }

  @Test func h7_theStepsOwnTokenWins() async throws {
    let requests = try await received([Schemes.token: .bearer("client")]) {
      client throws(WorkflowError) in
      try await visitHallWithOwnToken(.init(token: "step"), client: client)
    }
    #expect(requests.map { $0.header("Authorization") } == ["Bearer step"])
  }

  @Test func h7_withoutCredentialsNothingIsSent() async throws {
    let error = try await refused([:], safe)
    #expect(error.code == .missingCredential)
    #expect("\(error)".contains("'vault.key' and 'vault.tenant', or for 'vault.visit'"))
  }

  @Test func h7_aCredentialOfAnotherKindIsAnError() async throws {
    let error = try await refused([Schemes.visit: .bearer("hidden")], safe)
    #expect(error.code == .missingCredential)
    #expect("\(error)".contains("vault.visit") && !"\(error)".contains("hidden"))
  }

  @Test func h7_handledByTransportSwitchesItOff() async throws {
    let requests = try await received(.handledByTransport, Self.doors, safe)
    #expect(requests.count == 1)
  }

  @Test func h7_aProviderIsAskedAgainAfter401() async throws {
    var vault = Self.doors
    vault["GET /hall"] = [.unauthorized, .json("{}")]
    let requests = try await received(
      [Schemes.token: .token { $0 == nil ? "old" : Secret("after " + ($0?.revealed ?? "")) }],
      vault, hall)
    #expect(
      requests.map { $0.header("Authorization") } == [nil, "Bearer old", "Bearer after old"])
  }

  @Test func h7_aTokenThatStaysTheSameIsNotSentAgainAfter401() async throws {
    var vault = Self.doors
    vault["GET /hall"] = [.unauthorized]
    try await StandIn.serve(ScriptedAPI(vault)) { server in
      var client = Stage().client(for: server)
      client.credentials = [Schemes.token: .bearer("old")]
      let error = try await failure { [client] () async throws(WorkflowError) in
        try await visitHall(client: client)
      }
      #expect(error.statusCode == 401)
      #expect(await server.requests.count == 2)
    }
  }

  @Test func h7_aProviderThatThrowsEndsTheWorkflowWithoutARequest() async throws {
    struct Locked: Error {}
    try await StandIn.serve(ScriptedAPI(Self.doors)) { server in
      var client = Stage().client(for: server)
      client.credentials = [Schemes.token: .token { _ in throw Locked() }]
      let error = try await failure { [client] () async throws(WorkflowError) in
        try await visitHall(client: client)
      }
      #expect(error.code == .missingCredential)
      #expect(error.underlyingError is Locked)
      #expect(await server.requests.map(\.line) == ["GET /lobby"])
    }
  }

  @Test func h7_aCookieOfTheStepLeavesTheTokenToTheClient() async throws {
    let requests = try await received([Schemes.token: .bearer("t1")]) {
      client throws(WorkflowError) in try await visitHallWithTheme(client: client)
    }
    #expect(requests.map { $0.header("Authorization") } == ["Bearer t1"])
    #expect(requests.map { $0.header("Cookie") } == ["theme=dark"])
    let error = try await refused([:]) { client throws(WorkflowError) in
      try await visitHallWithTheme(client: client)
    }
    #expect(error.code == .missingCredential)
  }

  @Test func h7_aCredentialOfAnotherKindStandsBesideTheClients() async throws {
    func headers(_ credentials: APICredentials) async throws -> [String?] {
      let requests = try await received(credentials) { client throws(WorkflowError) in
        try await visitHallWithOtherHeader(client: client)
      }
      return requests.flatMap { [$0.header("Authorization"), $0.header("X-Auth-Token")] }
    }
    #expect(try await headers([Schemes.token: .bearer("t1")]) == ["Bearer t1", "own"])
    #expect(try await headers([:]) == [nil, "own"])
  }
}
