import HTTPTypes
import Testing

@testable import ArazzoRuntime

@Suite("Requests that are refused: H2")
struct RequestSafetyTests {
  @Test(
    "H2: a header value can't begin another header",
    arguments: ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\u{7F}"])
  func h2_headerValuesWithLineBreaks(value: String) {
    let header = #expect(throws: WorkflowError.self) {
      try prepared { request throws(WorkflowError) in try request.setHeader("X-H", value) }
    }
    #expect(header?.code == .invalidRequest)
    #expect(header?.description.contains("Evil") == false)
    let token = #expect(throws: WorkflowError.self) {
      try prepared { request throws(WorkflowError) in
        try request.setHeader("Authorization", bearer: value)
      }
    }
    #expect(token?.code == .invalidRequest)
  }

  @Test("H2: a cookie's value can't begin another cookie", arguments: ["a;b=c", "a\r\nb"])
  func h2_cookieValues(value: String) {
    let error = #expect(throws: WorkflowError.self) {
      try prepared { request throws(WorkflowError) in
        try request.set("c", in: .cookie, to: value) {
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
      try prepared { request throws(WorkflowError) in try request.setHeader(name, "x") }
    }
    #expect(throws: WorkflowError.self) {
      try prepared { request throws(WorkflowError) in try request.setCookie(name, "x") }
    }
  }

  @Test("H1: what no style can write is refused, and the error says where")
  func h1_nestedValuesAreRefused() {
    let error = #expect(throws: WorkflowError.self) {
      try prepared { request throws(WorkflowError) in
        try request.setQuery("filter", ["secret": ["value"]] as JSONValue)
      }
    }
    #expect(error?.reason == "the query parameter 'filter' can't be an object with an array in it")
  }

  @Test("a body is sent as JSON with its content type; null is a body")
  func bodies() throws {
    let object = try prepared { request throws(WorkflowError) in
      try request.setJSON(["name": "x", "left": nil])
    }
    #expect(try object.body?.bytes() == Array(#"{"name":"x"}"#.utf8))
    #expect(object.head.headerFields[.contentType] == "application/json")
    let null = try prepared { request throws(WorkflowError) in
      try request.setJSON(.null, contentType: "application/merge-patch+json")
    }
    #expect(try null.body?.bytes() == Array("null".utf8))
    #expect(null.head.headerFields[.contentType] == "application/merge-patch+json")
  }

  @Test("V5: setting a header again replaces it, whatever its case")
  func v5_headersAreReplaced() throws {
    let request = try prepared { request throws(WorkflowError) in
      try request.setHeader("X-One", "a")
      try request.setHeader("x-one", "b")
      try request.accept("text/plain")
    }
    #expect(request.head.headerFields.count == 2)
    #expect(request.sent.header("X-ONE") == "b")
  }
}
