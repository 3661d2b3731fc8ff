import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Servers: H3")
struct BaseURLTests {
  @Test(
    "H3: the caller's base URL goes before the document's",
    arguments: [
      ("https://a.example", nil, "https://a.example/x"),
      ("https://a.example/", nil, "https://a.example/x"),
      ("https://a.example/p/q/", nil, "https://a.example/p/q/x"),
      ("HTTP://A.example:8080/p", nil, "http://A.example:8080/p/x"),
      ("http://[::1]:80", nil, "http://[::1]:80/x"),
      ("https://a.example/p", "http://b.example/r", "http://b.example/r/x"),
      ("/p", "http://b.example", "http://b.example/p/x"),
      ("/", "http://b.example/r", "http://b.example/r/x"),
      ("", "http://b.example/r/", "http://b.example/r/x"),
    ])
  func h3_targets(server: String, base: String?, target: String) throws {
    let client = WorkflowClient(baseURL: base.flatMap { URL(string: $0) })
    let run = WorkflowRun("tidy", client: client)
    let request = run.request(
      step: "fetch", method: "GET", path: "/x", server: APIServer("api", url: server))
    #expect(try request.prepared(for: client).sent.url == target)
  }

  @Test("H3: servers by name go before the base URL")
  func h3_serversByName() throws {
    let client = WorkflowClient(
      baseURL: URL(string: "http://b.example"),
      servers: ["api": try #require(URL(string: "http://c.example/z"))])
    let run = WorkflowRun("tidy", client: client)
    let request = run.request(step: "fetch", method: "GET", path: "x?fixed=1", server: .api)
    #expect(try request.prepared(for: client).sent.url == "http://c.example/z/x?fixed=1")
  }

  @Test("H3: another server takes the place of the one that it is named for, and of no other")
  func h3_chosenServers() throws {
    var client = WorkflowClient()
    client.use(APIServer("https://eu.api.example", insteadOf: .api))
    let run = WorkflowRun("tidy", client: client)
    let chosen = run.request(step: "fetch", method: "GET", path: "/x", server: .api)
    #expect(try chosen.prepared(for: client).sent.url == "https://eu.api.example/x")
    let other = run.request(
      step: "fetch", method: "GET", path: "/x", server: APIServer("api", url: "https://b.example"))
    #expect(try other.prepared(for: client).sent.url == "https://b.example/x")
    client.use(.api)
    #expect(try chosen.prepared(for: client).sent.url.hasPrefix(APIServer.api.url))
  }

  @Test(
    "H3: an unusable server is an error that says what to set",
    arguments: [
      "/v1", "", "ftp://a.example", "https://user:pw@a.example", "https://a.example?x=1",
      "https://",
      "https://{region}.a.example", "javascript://a",
    ])
  func h3_unusableServers(url: String) {
    let client = WorkflowClient()
    let run = WorkflowRun("tidy", client: client)
    let request = run.request(
      step: "fetch", method: "GET", path: "/x", server: APIServer("api", url: url))
    let error = #expect(throws: WorkflowError.self) { try request.prepared(for: client) }
    #expect(error?.code == .unknownServer)
    #expect(error?.description.contains(#"servers["api"]"#) == true)
    #expect(error?.description.contains("pw") == false)
  }
}
