import ArazzoOAuth
import ArazzoRuntime
import ExampleServers
import Foundation
import RulesExample
import Testing

/// The rule H7 for tokens that the client requests, on generated code and real sockets.
@Suite("Rules: OAuth 2")
struct OAuth2RuleTests {
  private func serve(
    token: [Answer], hall: [Answer] = [.json("{}")],
    _ body: (StandIn, WorkflowClient) async throws -> Void
  ) async throws {
    let script = ["POST /token": token, "GET /lobby": [.json("{}")], "GET /hall": hall]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      var client = Stage().client(for: server)
      client.credentials[CredentialsSecurity.token] = .oauth2(
        clientID: "shop", clientSecret: "hush", scopes: ["hall.read"],
        parameters: ["audience": "vault"], tokenURL: server.url.appending(path: "token"))
      try await body(server, client)
    }
  }

  private func answer(_ token: String) -> Answer {
    .json(#"{"access_token": "\#(token)", "token_type": "Bearer", "expires_in": 3600}"#)
  }

  @Test func h7_aHundredWorkflowsRequestOneToken() async throws {
    try await serve(token: [answer("t1")]) { server, client in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<100 { group.addTask { try await visitHall(client: client) } }
        try await group.waitForAll()
      }
      let requests = await server.requests
      let tokens = requests.filter { $0.line == "POST /token" }
      #expect(tokens.map { $0.header("Authorization") } == ["Basic c2hvcDpodXNo"])
      #expect(
        tokens.map { String(decoding: $0.body, as: UTF8.self) } == [
          "grant_type=client_credentials&scope=hall.read&audience=vault"
        ])
      let hall = requests.filter { $0.line == "GET /hall" }
      #expect(hall.map { $0.header("Authorization") } == Array(repeating: "Bearer t1", count: 100))
    }
  }

  @Test func h7_aRejectedTokenIsReplaced() async throws {
    try await serve(
      token: [answer("t1"), answer("t2")], hall: [.unauthorized, .json("{}")]
    ) { server, client in
      for _ in 1...2 { try await visitHall(client: client) }
      let hall = await server.requests.filter { $0.line == "GET /hall" }
      #expect(hall.map { $0.header("Authorization") } == ["Bearer t1", "Bearer t2", "Bearer t2"])
    }
  }

  @Test func h7_aWrongSecretNamesTheScheme() async throws {
    let wrong = Answer.json(#"{"error": "invalid_client"}"#, status: 401)
    try await serve(token: [wrong]) { server, client in
      let error = try await failure { () async throws(WorkflowError) in
        try await visitHall(client: client)
      }
      #expect(error.code == .missingCredential)
      #expect(error.reason.contains("'vault.token'") && error.reason.contains("invalid_client"))
      #expect(await server.requests.map(\.line) == ["GET /lobby", "POST /token"])
    }
  }

  @Test func h7_aRetryActionAppliesWhereTheTokenServerHasAFault() async throws {
    let record = [Answer.json("{}")]
    let fault = Answer.json("{}", status: 503)
    let script = [
      "POST /token": [fault, answer("t1")], "GET /record": record, "PUT /record": record,
    ]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      var client = Stage().client(for: server)
      client.credentials[TokensSecurity.app] = .oauth2(
        clientID: "shop", clientSecret: "hush", tokenURL: server.url.appending(path: "token"))
      try await fileRecord(client: client)
      let lines = await server.requests.map(\.line)
      #expect(lines == ["POST /token", "POST /token", "GET /record", "PUT /record"])
    }
  }

  @Test func h7_theScopesOfAllOperationsAreAskedFor() async throws {
    let record = [Answer.json("{}")]
    let script = ["POST /token": [answer("t1")], "GET /record": record, "PUT /record": record]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      var client = Stage().client(for: server)
      client.credentials[TokensSecurity.app] = .oauth2(
        clientID: "shop", clientSecret: "hush", tokenURL: server.url.appending(path: "token"))
      try await fileRecord(client: client)
      let requests = await server.requests
      #expect(requests.map(\.line) == ["POST /token", "GET /record", "PUT /record"])
      #expect(
        String(decoding: requests.first?.body ?? [], as: UTF8.self)
          == "grant_type=client_credentials&scope=records.read+records.write")
    }
  }
}
