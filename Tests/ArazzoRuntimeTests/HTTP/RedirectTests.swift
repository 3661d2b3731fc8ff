import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Redirects: H4")
struct RedirectTests {
  private func follow(
    _ location: String, from url: String = "https://api.example.com:443",
    method: HTTPRequest.Method = .get, policy: RedirectPolicy = .follow, status: Int = 302
  ) throws -> PreparedRequest? {
    let run = makeRun()
    let step = run.request(
      step: "fetch", method: method.rawValue, path: "/v1/a", server: APIServer("s", url: url),
      redirects: policy)
    step.setHeader("Authorization", bearer: "t")
    step.setHeader("X-Key", Secret("k"))
    step.setHeader("X-Plain", "p")
    step.setCookie("c", "1")
    let head = HTTPResponse(status: .init(code: status), headerFields: [.location: location])
    return try step.prepared(for: run.client).redirected(by: head)
  }

  @Test(
    "H4: redirects lead where they say",
    arguments: [
      ("/b?x=1#part", "https://api.example.com:443/b?x=1"),
      ("b", "https://api.example.com:443/v1/b"),
      ("https://other.example", "https://other.example/"),
      ("//other.example/q", "https://other.example/q"),
    ])
  func h4_targets(location: String, target: String) throws {
    let next = try #require(try follow(location)?.head)
    #expect("\(next.scheme ?? "")://\(next.authority ?? "")\(next.path ?? "")" == target)
  }

  @Test(
    "H4: another origin sees no credentials",
    arguments: [
      ("/b", true), ("https://API.example.com/b", true), ("https://other.example/b", false),
      ("https://api.example.com:8443/b", false), ("https://api.example.com.evil.example/", false),
    ])
  func h4_credentials(location: String, keeps: Bool) throws {
    let fields = try #require(try follow(location)?.head.headerFields)
    let key = try #require(HTTPField.Name("x-key"))
    #expect((fields[.authorization] != nil) == keeps)
    #expect((fields[.cookie] != nil) == keeps)
    #expect((fields[key] != nil) == keeps)
    #expect(fields[try #require(HTTPField.Name("X-Plain"))] == "p")
  }

  @Test(
    "H4: a redirect to plain http, to no web address or with a password is not followed",
    arguments: [
      "http://api.example.com/b", "ftp://api.example.com/b", "file:///etc/passwd",
      "https://user:pw@api.example.com/", "", "https://",
    ])
  func h4_refused(location: String) throws {
    #expect(try follow(location) == nil || location.isEmpty)
  }

  @Test("H4: only GET and HEAD follow, and no step that wants to see the 3xx")
  func h4_onlyReads() throws {
    #expect(try follow("/b", method: .post) == nil)
    #expect(try follow("/b", method: .delete) == nil)
    #expect(try follow("/b", policy: .keep) == nil)
    #expect(try follow("/b", status: 304) == nil)
    #expect(try follow("/b", method: .head, status: 308) != nil)
  }

  @Test("H4: after the fifth redirect the step sees the 3xx")
  func h4_fiveAtMost() async throws {
    let transport = ScriptedTransport([
      .always(.status(302, headers: [.location: "/again"]))
    ])
    let log = WorkflowEventLog()
    let response = try await makeRun(transport, observer: log).get("fetch")
    #expect(response.statusCode == 302)
    #expect(transport.requests.count == 6)
    #expect(log.descriptions.filter { $0.contains("following a redirect (302)") }.count == 5)
  }

  @Test("H4: credentials that were dropped do not come back with the way home")
  func h4_droppedForGood() async throws {
    let transport = ScriptedTransport([
      .any(.status(302, headers: [.location: "https://other.example/"])),
      .any(.status(302, headers: [.location: "https://api.example.com/v1/fetch"])),
      .any(.status(200)),
    ])
    let run = makeRun(transport)
    let request = run.request(step: "fetch", method: "GET", path: "/fetch", server: .api)
    request.setHeader("Authorization", bearer: "t")
    let response = try await run.send(request)
    #expect(response.request.url == "https://api.example.com/v1/fetch")
    let sent = transport.requests.map { $0.head.headerFields[.authorization] }
    #expect(sent == ["Bearer t", nil, nil])
  }
}
