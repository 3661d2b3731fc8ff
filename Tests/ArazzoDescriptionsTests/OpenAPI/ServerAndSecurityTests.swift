import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Servers and security")
struct ServerAndSecurityTests {
  private func operation(_ operation: String, _ document: String, path: String = "") throws
    -> Operation
  {
    let description = try api(
      "openapi: 3.0.3\n\(document)\npaths: {/a: {\(path) get: {\(operation)}}}\n")
    let entry = try #require(description.operations.first)
    return try #require(description.operation(entry, Diagnostics()))
  }

  @Test("The operation's servers come before the path's, and the document's last")
  func nearestServers() throws {
    let document = "servers: [{url: 'https://d.test'}]"
    let path = "servers: [{url: 'https://p.test'}],"
    let own = try operation("servers: [{url: 'https://o.test'}]", document, path: path)
    #expect(own.servers.map(\.url.value) == ["https://o.test"])
    #expect(try operation("", document, path: path).servers.map(\.url.value) == ["https://p.test"])
    #expect(try operation("", document).servers.map(\.url.value) == ["https://d.test"])
    #expect(try operation("", "").servers.map(\.url.value) == ["/"])
  }

  @Test("Variables are replaced by their defaults")
  func variables() throws {
    let document = """
      servers:
        - url: https://{region}.parcels.test:{port}/
          variables: {region: {default: eu}, port: {default: 8443}}
      """
    let server = try #require(try operation("", document).servers.first)
    #expect(server.urlWithDefaults == "https://eu.parcels.test:8443/")
  }

  @Test(
    "The operation's security replaces the document's",
    arguments: [
      ("", [["key"]]), ("security: []", []), ("security: [{}]", [[]]),
      ("security: [{a: [], b: []}, {c: [x]}]", [["a", "b"], ["c"]]),
    ])
  func security(own: String, expected: [[String]]) throws {
    let security = try operation(own, "security: [{key: []}]").security
    #expect(security.map { $0.map(\.scheme) } == expected)
    #expect(security.last?.last?.scopes ?? [] == (own.contains("[x]") ? ["x"] : []))
  }

  @Test("Security schemes by name")
  func schemes() throws {
    let description = try api(
      """
      openapi: 3.0.3
      paths: {}
      components:
        securitySchemes:
          token: {type: http, scheme: Bearer}
          key: {type: apiKey, name: X-Key, in: header}
          same: {$ref: '#/components/securitySchemes/key'}
          login: {type: oauth2, flows: {implicit: {}, clientCredentials: {tokenUrl: /token}}}
          open: {type: openIdConnect, openIdConnectUrl: https://a.example/id}
      """)
    #expect(description.securityScheme("token")?.kind == .http(scheme: "bearer"))
    #expect(description.securityScheme("same")?.kind == .apiKey(name: "X-Key", place: "header"))
    let flow = OAuthFlow(kind: .clientCredentials, tokenURL: "/token")
    #expect(description.securityScheme("login")?.kind == .oauth2(OAuthSources(flows: [flow])))
    #expect(
      description.securityScheme("open")?.kind
        == .oauth2(OAuthSources(discoveryURL: "https://a.example/id")))
    #expect(description.securityScheme("none")?.kind == nil)
  }
}
