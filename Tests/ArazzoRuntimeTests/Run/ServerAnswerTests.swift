import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("What an error says of the server's answer")
struct ServerAnswerTests {
  private func error(
    _ status: Int, _ type: String, _ body: String
  ) async throws -> WorkflowError {
    try await response(to: .text(body, type: type, status: status)).failure("x")
  }

  @Test("problem details are read")
  func problem() async throws {
    let error = try await error(
      409, "application/problem+json",
      #"{"type":"/out-of-stock","title":"Out of stock","detail":"3 left","status":409}"#)
    #expect(error.problem?.type == "/out-of-stock")
    #expect(error.problem?.status == 409)
    #expect(error.description.hasSuffix("failed. The server's message: Out of stock: 3 left"))
  }

  @Test(
    "else the start of a textual body is shown, on one line",
    arguments: [
      ("text/plain", "no\n  such thing", "no such thing"),
      (
        "application/json", #"{"error": "no", "access_token": "t"}"#,
        #"{"error":"no","access_token":"<secret>"}"#
      ),
      ("text/plain", "Authorization: Bearer abc", "Authorization: <secret> <secret>"),
      ("text/plain", "api_key=abc&x=1", "api_key=<secret>&x=1"),
      ("text/plain", "Bearer abc is wrong", "Bearer <secret> is wrong"),
      ("text/plain", "token=\u{301}abc", "token=<secret>"),
      ("image/png", "abc", nil),
    ])
  func text(type: String, body: String, shown: String?) async throws {
    #expect(try await error(500, type, body).serverMessage == shown)
  }

  @Test("a known secret is masked before a combining mark and in another normalization")
  func marks() {
    let secrets = SecretTexts()
    secrets.hide("hush")
    secrets.hide("caf\u{E9}")
    secrets.hide("secret")
    #expect(secrets.masked("a secret") == "a <secret>")
    #expect(secrets.shown("hush\u{301}, cafe\u{301}") == "<secret>\u{301}, <secret>")
  }

  @Test("a long body is cut, and one that came with a success is not shown")
  func bounds() async throws {
    let long = String(repeating: "a", count: 1_000)
    #expect(try await error(500, "text/plain", long).serverMessage?.count == 201)
    #expect(
      try await error(500, "text/plain", String(repeating: "a", count: 70_000)).serverMessage == nil
    )
    #expect(try await error(200, "text/plain", "fine").serverMessage == nil)
  }

  @Test("a criterion says what it saw, where that is a scalar")
  func saw() async throws {
    let response = try await response(to: .json(["state": "failed", "items": [1]]))
    let error = #expect(throws: WorkflowError.self) {
      try response.check(
        "$response.body#/state == 'done'", false, saw: response.body["state"],
        response.body["items"], response.body["none"])
    }
    #expect(error?.criterion == "$response.body#/state == 'done'")
    #expect(
      error?.reason
        == #"criterion "$response.body#/state == 'done'" failed; the values were "failed", an array and no value"#
    )
  }
}
