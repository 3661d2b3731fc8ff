import Foundation
import HTTPTypes
import Testing

@testable import ArazzoRuntime

@Suite("Markers in every place where a secret can stand: H8")
struct MarkerTests {
  private static let marker = "m4rk3r"

  /// Sends a request full of secrets; the server sends all of them back.
  private func texts(_ type: String, _ body: String) async throws -> [String] {
    let log = EventLog()
    let answer = Result<HTTPTransportResponse, any Error>.status(
      403, body, [.contentType: type, .setCookie: "s=\(Self.marker)7"])
    let secret = { (number: Int) in Secret("\(Self.marker)\(number)") }
    let client = WorkflowClient(
      credentials: [
        SecurityScheme("a.basic", .basic): .basic(user: "u", password: secret(5))
      ], transport: ScriptedTransport(answer), clock: TestClock(), observer: log)
    let run = WorkflowRun("tidy", client: client, hiding: secret(6))
    run.enter([secret(6)])
    var request = run.request("fetch", "POST", "/things/{id}", at: .api)
    request.security = [[SecurityScheme("a.basic", .basic)]]
    try request.setPath("id", secret(1))
    try request.setQuery("q", secret(2))
    try request.setHeader("X-Key", secret(3))
    try request.setCookie("session", secret(4))
    try request.setJSON(["pin": JSONValue(secret(6))])
    let response = try await run.send(request)
    let thrown = #expect(throws: WorkflowError.self) {
      try response.check("x", false, saw: response.body["echo"], secret(6))
    }
    let error = try #require(thrown)
    var dumped = ""
    for value in [error, response, request, run.client.credentials] as [Any] {
      dump(value, to: &dumped)
    }
    return await log.finish()
      + [error.description, error.localizedDescription, String(reflecting: error), error.reason]
      + [error.answer ?? "", "\(error.problem as Any)", dumped]
  }

  @Test(
    "H8: no event, error or description shows one, even where the server sends it back",
    arguments: ["text/plain", "application/json", "application/problem+json", "text/html"])
  func h8_markers(type: String) async throws {
    let basic = Data("u:\(Self.marker)5".utf8).base64EncodedString()
    let echo = (1...6).map { "\(Self.marker)\($0)" }.joined(separator: " ") + " Basic \(basic)"
    let json = #"{"title":"\#(echo)","echo":"\#(echo)","set_cookie":"\#(Self.marker)7"}"#
    for text in try await texts(type, type.contains("json") ? json : echo) {
      let shown = text.contains(Self.marker) || text.contains(basic)
      #expect(!shown, "\(text)")
    }
  }
}
