import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Cookies that a response sets: V5")
struct CookieTests {
  private static let language = "lang=en; Expires=Wed, 09 Jun 2027 10:18:14 GMT; Path=/"
  private static let session = "sid=a=b==; Path=/; HttpOnly"

  @Test(
    "V5: each cookie is told apart, whether its fields came joined or not",
    arguments: [[language, session], [language + ", " + session], [language + "," + session]])
  func v5_setCookie(values: [String]) async throws {
    var fields = HTTPFields()
    for value in values { fields.append(HTTPField(name: .setCookie, value: value)) }
    let answer = try await response(to: .status(302, headers: fields))
    #expect(answer.cookie("sid") == "a=b==" && answer.cookie("lang") == "en")
    #expect(answer.cookie("SID") == nil && answer.cookie("Path") == nil)
    let all = answer.header("set-cookie")
    #expect(SetCookies(all ?? "").pairs.map(\.name) == ["lang", "sid"])
    let request = try prepared { request in request.setCookies(all) }
    #expect(request.head.headerFields[.cookie] == "lang=en; sid=a=b==")
    #expect(request.credentials.contains(.cookie))
  }

  @Test("H8: the cookies of a field that is hidden are hidden, each")
  func h8_cookies() async throws {
    let fields = HTTPFields([HTTPField(name: .setCookie, value: "sid=opensesame; Path=/")])
    let refusal = ScriptedResponse.json(
      ["title": "no opensesame"], status: 403, headers: fields)
    let answer = try await response(to: refusal)
    answer.hideHeader("Set-Cookie")
    #expect(!"\(answer.failure("x"))".contains("opensesame"))
    let another = try await response(to: refusal)
    another.hideCookie("sid")
    #expect(!"\(another.failure("x"))".contains("opensesame"))
  }

  @Test(
    "V5: what is no cookie is none, and the last of a name counts",
    arguments: [
      ("", nil), ("Path=/", "Path=/"), ("=x", nil), ("a b=c", nil), ("; a=b", nil), ("a", nil),
      ("a=1, a=2", "a=2"), (" a = 1 ; b=2", "a=1"), ("a=;b", "a="), ("a=1,2;b, c=3", "a=1,2; c=3"),
    ])
  func v5_pairs(text: String, field: String?) {
    #expect(SetCookies(text).field == field)
  }

  @Test("V3: without a cookie nothing is sent, and one that is required is missed")
  func v3_missing() throws {
    let request = try prepared { request in
      request.setCookies(nil as String?)
    }
    #expect(request.head.headerFields[.cookie] == nil)
    let error = #expect(throws: WorkflowError.self) {
      try prepared { request in
        request.setCookies("", required: true, from: "$steps.a.outputs.c")
      }
    }
    #expect(error?.code == .missingValue)
  }
}
