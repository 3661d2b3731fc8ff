import Foundation
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("On the wire: responses, credentials and redirects")
struct ResponseWireTests {
  private func answer(_ answer: String) async throws -> StepResponse {
    let box = Box()
    _ = try await Wire.record([answer]) { url in
      let run = WorkflowRun("tidy", client: WorkflowClient(baseURL: url))
      await box.keep(
        try await run.send(run.request(step: "fetch", method: "GET", path: "/x", server: .api)))
    }
    return try #require(await box.response)
  }

  private actor Box {
    var response: StepResponse?
    func keep(_ response: StepResponse) { self.response = response }
  }

  private static func ok(_ fields: String, _ body: String) -> String {
    "HTTP/1.1 200 OK\r\nConnection: close\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n"
      + body
  }

  @Test("A 204 and an empty body have no values, whatever the type says")
  func responses_empty() async throws {
    for text in [Wire.noContent, Self.ok("Content-Type: application/json\r\n", "")] {
      let response = try await answer(text)
      #expect(response.isSuccess)
      #expect(response.body.json == nil)
      #expect(response.body.text == nil)
      #expect(response.body.data == nil)
    }
  }

  @Test("JSON is read by its type, with a byte order mark or without")
  func responses_json() async throws {
    for type in ["application/json", "application/problem+json; charset=utf-8", "text/json"] {
      let response = try await answer(Self.ok("Content-Type: \(type)\r\n", "\u{FEFF}{\"a\":1}"))
      #expect(response.body["a"] == 1)
    }
    let text = try await answer(Self.ok("Content-Type: text/plain\r\n", "{\"a\":1}"))
    #expect(text.body.json == nil)
    #expect(text.body.text == "{\"a\":1}")
  }

  @Test("Accept is what the operation offers, and the step's own header wins")
  func accept() async throws {
    let offered = try await sent("GET") { request in
      request.accept("application/json, text/csv")
    }
    #expect(offered.first?.fields("Accept") == ["application/json, text/csv"])
    #expect(offered.first?.fields("Cookie") == [])
  }

  @Test("What the operation does not ask for is not sent, whatever the client has")
  func h7_onlyWhatIsAskedFor() async throws {
    let key = SecurityScheme("api.key", .apiKey("key", in: .query))
    let visit = SecurityScheme("api.visit", .apiKey("visit", in: .cookie))
    let token = SecurityScheme("api.token", .bearer)
    let client = WorkflowClient(
      credentials: [key: .apiKey("a&b"), visit: .apiKey("x y"), token: .bearer("hush")])
    let open = try #require(try await sent("GET", client: client) { _ in }.first)
    #expect(open.line == "GET /x")
    #expect(open.fields("Authorization") + open.fields("Cookie") == [])
    let asked = try #require(
      try await sent("GET", client: client) { request in request.security = [[key, visit]] }.first)
    #expect(asked.line == "GET /x?key=a%26b")
    #expect(asked.fields("Cookie") == ["visit=x y"])
    #expect(asked.fields("Authorization") == [])
  }

  @Test("Credentials do not follow a redirect to another origin; everything else does")
  func h4_credentials() async throws {
    let elsewhere = try await Wire.record { other in
      let redirect =
        "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: \(other)/y?z=1"
        + "\r\n\r\n"
      let here = try await sent("GET", answers: [redirect]) { request in
        request.setHeader("Authorization", bearer: Secret("hush"))
        request.setHeader("X-Key", Secret("hush"))
        request.setHeader("X-Page", "7")
        request.setCookie("session", "hush")
      }
      #expect(here.first?.fields("Authorization") == ["Bearer hush"])
      #expect(here.first?.fields("Cookie") == ["session=hush"])
    }
    let followed = try #require(elsewhere.first)
    #expect(followed.line == "GET /y?z=1")
    #expect(followed.fields("X-Page") == ["7"])
    #expect(!followed.head.joined().contains("hush"))
  }
}
