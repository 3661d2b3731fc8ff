import Testing

@testable import ArazzoCompiler

@Suite("Security of the operation (rule H7)")
struct SecurityTests {
  private func compile(_ security: String, parameters: String = "[]") throws -> Compilation {
    let api = """
      openapi: 3.1.0
      info: {title: Boxes, version: 1.0.0}
      paths:
        /boxes:
          get: {operationId: listBoxes, security: \(security), responses: {}}
      components:
        securitySchemes:
          token: {type: http, scheme: bearer}
          login: {type: http, scheme: basic}
          key: {type: apiKey, name: X-Key, in: header}
          visit: {type: openIdConnect, openIdConnectUrl: https://a.example}
          card: {type: mutualTLS}
          app: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://a.example/t}}}
          user: {type: oauth2, flows: {authorizationCode: {tokenUrl: https://a.example/t}}}
          page: {type: oauth2, flows: {implicit: {authorizationUrl: https://a.example/a}}}
      """
    return try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Boxes, version: 1.0.0}
        sourceDescriptions:
          - {name: boxes, url: boxes.yml, type: openapi}
        workflows:
          - workflowId: flow
            steps: [{stepId: ask, operationId: listBoxes, parameters: \(parameters)}]
        """, beside: ["boxes.yml": api])
  }

  @Test(
    "The note about credentials that nobody gives says what to pass",
    arguments: [
      ("[{token: []}]", "'token'", "'.bearer(token)' or '.token { … }' for 'token'"),
      ("[{login: []}]", "'login'", "'.basic(user:password:)' for 'login'"),
      (
        "[{key: [], visit: []}]", "'key' and 'visit'",
        "'.apiKey(key)' for 'key' and '.oauth2(clientID:clientSecret:)' of ArazzoOAuth, "
          + "'.bearer(token)' or '.token { … }' for 'visit'"
      ),
      ("[{card: []}, {key: []}]", "'card', or 'key'", "'.apiKey(key)' for 'key'"),
    ])
  func h7_theNoteSaysWhatToPass(security: String, asked: String, help: String) throws {
    let compilation = try compile(security)
    #expect(
      compilation.lines == [
        "4:12: note: the steps set no credentials for 'boxes', which requires \(asked)"
      ])
    #expect(
      compilation.suggestions == ["pass them in the client's 'credentials': \(help)"])
  }

  @Test("A scheme that generated code can't fill is left to the transport")
  func h7_otherSchemes() throws {
    let compilation = try compile("[{card: []}]")
    #expect(compilation.all.map(\.severity) == [.note])
    #expect(compilation.suggestions.first?.contains("add them in the client's transport") == true)
  }

  @Test(
    "Nothing is said where nothing is asked for, or the step sets it itself",
    arguments: [
      ("[]", "[]"), ("[{}, {token: []}]", "[]"),
      ("[{token: []}]", "[{name: authorization, in: header, value: Bearer abc}]"),
      ("[{key: []}, {token: []}]", "[{name: x-key, in: header, value: abc}]"),
    ])
  func h7_nothingToSay(security: String, parameters: String) throws {
    let compilation = try compile(security, parameters: parameters)
    #expect(compilation.lines == [])
    #expect(compilation.step("ask")?.operation?.security.isEmpty == true)
  }

  @Test("The plan has where tokens come from, and the scopes that the operation requires")
  func h7_whereTokensComeFrom() throws {
    func plan(_ name: String) throws -> OAuth2Plan? {
      let step = try compile("[{\(name): [read, write]}, {\(name): [all]}]").step("ask")
      var schemes: [SchemePlan] = []
      schemes.add(try #require(step?.operation).security)
      #expect(schemes.map(\.name) == [name])
      return schemes.first?.oauth2
    }
    let url = "https://a.example/t"
    let scopes = ["read", "write"]
    #expect(
      try plan("app")
        == OAuth2Plan(tokenURL: url, refreshURL: nil, discoveryURL: nil, scopes: scopes))
    #expect(
      try plan("user")
        == OAuth2Plan(tokenURL: nil, refreshURL: url, discoveryURL: nil, scopes: scopes))
    #expect(try plan("visit")?.discoveryURL == "https://a.example")
    #expect(try plan("page") == nil)
  }
}
