import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Requests that are refused: H2")
struct RequestSafetyTests {
  @Test(
    "H2: a header value can't begin another header",
    arguments: ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\u{7F}"])
  func h2_headerValuesWithLineBreaks(value: String) {
    let header = #expect(throws: WorkflowError.self) {
      try prepared { request in request.setHeader("X-H", value) }
    }
    #expect(header?.code == .invalidRequest)
    #expect(header?.description.contains("Evil") == false)
    let token = #expect(throws: WorkflowError.self) {
      try prepared { request in
        request.setHeader("Authorization", bearer: value)
      }
    }
    #expect(token?.code == .invalidRequest)
  }

  @Test(
    "H2: a cookie's value can't begin another cookie",
    arguments: ["a;b=c", "a\r\nb", "a;\u{301}b=c"])
  func h2_cookieValues(value: String) {
    let error = #expect(throws: WorkflowError.self) {
      try prepared { request in
        request.set("c", in: .cookie, to: StepRequest.Argument(value)) {
          (json) throws(ParameterWriter.Refusal) in try ParameterWriter.cookieText(json.text)
        }
      }
    }
    #expect(error?.code == .invalidRequest)
  }

  @Test(
    "H2: names of headers and cookies are tokens", arguments: ["", "a b", "a:b", "a\r\nb", "ü"])
  func h2_names(name: String) {
    #expect(throws: WorkflowError.self) {
      try prepared { request in request.setHeader(name, "x") }
    }
    #expect(throws: WorkflowError.self) {
      try prepared { request in request.setCookie(name, "x") }
    }
  }

  /// Spellings of the names that belong to framing and connection.
  static let framingNames = [
    "Content-Length", "content-length", "CONTENT-LENGTH", "Content_Length", "Transfer-Encoding",
    "transfer_encoding", "TE", "te", "Trailer", "Connection", "Keep-Alive", "Proxy-Connection",
    "Upgrade", "Expect", "Host", "host", "HTTP2-Settings",
  ]

  @Test("H2: what frames a message can't be set", arguments: framingNames)
  func h2_framingFields(name: String) {
    for value in ["2", nil] {
      let error = #expect(throws: WorkflowError.self) {
        try prepared { request in request.setHeader(name, value) }
      }
      #expect(error?.code == .invalidRequest)
      #expect(
        error?.reason == "the header field '\(name)' can't be set, because the transport sets it")
    }
    #expect(throws: WorkflowError.self) {
      try prepared { request in
        request.setHeader(name, bearer: "2")
      }
    }
  }

  @Test(
    "H2: another spelling of such a name is no name at all",
    arguments: ["Content-Length ", " Content-Length", "Content-Length:", ":authority", "Ho st"])
  func h2_framingNamesThatAreNone(name: String) {
    #expect(throws: WorkflowError.self) {
      try prepared { request in request.setHeader(name, "2") }
    }
  }

  @Test("H2: an API key can't be a field of the framing")
  func h2_framingAPIKey() async throws {
    let scheme = SecurityScheme("api.key", .apiKey("Content-Length", in: .header))
    let transport = ScriptedTransport([.always(.status(200))])
    let client = WorkflowClient(credentials: [scheme: .apiKey("2")], transport: transport)
    let run = WorkflowRun("tidy", client: client)
    let request = run.request(step: "fetch", method: "GET", path: "/x", server: .api)
    request.security = [[scheme]]
    let error = await #expect(throws: WorkflowError.self) { try await run.send(request) }
    #expect(error?.code == .invalidRequest)
    #expect(transport.requests.isEmpty)
  }

  @Test("The first value that is refused is the error, and nothing begins")
  func firstRefusal() async {
    let transport = ScriptedTransport([.always(.status(200))])
    let log = WorkflowEventLog()
    let run = makeRun(transport, observer: log)
    let request = run.request(step: "fetch", method: "POST", path: "/{id}", server: .api)
    request.setPath("id", "..")
    request.setHeader("X-A", "a\nb")
    request.setJSON(["a": 1])
    let error = await #expect(throws: WorkflowError.self) { try await run.send(request) }
    #expect(error?.reason.hasPrefix("the path parameter 'id'") == true)
    #expect(transport.requests.isEmpty)
    #expect(log.events.isEmpty)
  }

  @Test("H1: what no style can write is refused, and the error says where")
  func h1_nestedValuesAreRefused() {
    let error = #expect(throws: WorkflowError.self) {
      try prepared { request in
        request.setQuery("filter", ["secret": ["value"]] as JSONValue)
      }
    }
    #expect(error?.reason == "the query parameter 'filter' can't be an object with an array in it")
  }

  @Test("a body is sent as JSON with its content type; null is a body")
  func bodies() throws {
    let object = try prepared { request in
      request.setJSON(["name": "x", "left": nil])
    }
    #expect(try object.body?.bytes() == Array(#"{"name":"x"}"#.utf8))
    #expect(object.head.headerFields[.contentType] == "application/json")
    let null = try prepared { request in
      request.setJSON(.null, contentType: "application/merge-patch+json")
    }
    #expect(try null.body?.bytes() == Array("null".utf8))
    #expect(null.head.headerFields[.contentType] == "application/merge-patch+json")
  }

  @Test("V5: setting a header again replaces it, whatever its case")
  func v5_headersAreReplaced() throws {
    let request = try prepared { request in
      request.setHeader("X-One", "a")
      request.setHeader("x-one", "b")
      request.accept("text/plain")
    }
    #expect(request.head.headerFields.count == 2)
    #expect(request.sent.header("X-ONE") == "b")
  }
}
