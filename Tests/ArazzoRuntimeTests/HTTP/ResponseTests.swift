import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Responses: V5, C8, values")
struct ResponseTests {
  @Test(
    "a body is JSON when its media type says so, or when it has none",
    arguments: [
      ("application/json", true), ("Application/JSON; charset=utf-8", true),
      ("application/problem+json", true), ("text/html", false), ("application/xml", false),
      ("application/jsonp", false),
    ])
  func responses_mediaTypes(type: String, isJSON: Bool) async throws {
    let response = try await response(to: .text(#"{"a":1}"#, type: type))
    #expect((response.body["a"] == 1) == isJSON)
    #expect(response.body.text == #"{"a":1}"#)
  }

  @Test("a body without a media type is read as JSON")
  func responses_noMediaType() async throws {
    let bare = ScriptedResponse.response(HTTPResponse(status: .ok), body: Array("[1]".utf8))
    #expect(try await response(to: bare).body[0] == 1)
  }

  @Test("C8: a body that is empty or malformed has no values", arguments: ["", "{", "nope"])
  func c8_noJSON(text: String) async throws {
    let response = try await response(to: .text(text, type: "application/json"))
    #expect(response.body.json == nil)
    let missing: String? = try response.optional("/a")
    #expect(missing == nil)
    let error = #expect(throws: WorkflowError.self) { () throws -> String in
      try response.required("/a")
    }
    #expect(error?.code == .unexpectedValue)
    #expect(error?.reason.contains("but the body is") == true)
  }

  @Test(
    "where a value is wanted and there is no JSON, the error says what there is",
    arguments: [
      ("", "application/json", "empty"),
      (#"{"a": "#, "application/json", "not valid JSON (6 bytes)"),
      ("oops", "application/json", "not valid JSON (4 bytes)"),
      ("<html>", "text/html", "not JSON according to its Content-Type (6 bytes)"),
    ])
  func faultyBodies(text: String, type: String, fault: String) async throws {
    let response = try await response(to: .text(text, type: type))
    let error = #expect(throws: WorkflowError.self) { () throws -> String in
      try response.required("/a")
    }
    #expect(error?.reason == "/a in the response: expected a string, but the body is \(fault)")
  }

  @Test("the whole body is read with its type, and is not there where there is none")
  func wholeBody() async throws {
    let list = try await response(to: .json([1, 2]))
    let numbers: [Int] = try list.requiredBody()
    #expect(numbers == [1, 2])
    let none = try await response(to: .text("", type: "application/json"))
    let missing: [Int]? = try none.optionalBody()
    #expect(missing == nil)
    let error = #expect(throws: WorkflowError.self) { try none.requiredBody() as [Int] }
    #expect(error?.reason.hasPrefix("the response: expected an array") == true)
    #expect(error?.reason.hasSuffix("but the body is empty") == true)
  }

  @Test("V5: header names have no case, and the first of several values counts")
  func v5_headers() async throws {
    var fields = HTTPFields()
    let name = try #require(HTTPField.Name("X-Page"))
    fields.append(HTTPField(name: name, value: "1"))
    fields.append(HTTPField(name: name, value: "2"))
    let response = try await response(to: .status(200, headers: fields))
    #expect(response.header("x-PAGE") == "1")
    #expect(response.header("not a name") == nil)
    #expect(try response.requiredHeader("X-page") == "1")
    #expect(throws: WorkflowError.self) { try response.requiredHeader("ETag") as String }
  }

  @Test("V10: null is kept where the type admits it; elsewhere there is no value")
  func v10_null() async throws {
    let response = try await response(to: .json(["a": .null]))
    let kept: Nullable<String> = try response.required("/a")
    let found: Nullable<String>? = try response.optional("/a")
    let missing: Nullable<String>? = try response.optional("/b")
    #expect(kept == .null && found == .null && missing == nil)
    let nothing: String? = try response.optional("/a")
    #expect(nothing == nil)
    #expect(throws: WorkflowError.self) { try response.required("/a") as String }
  }

  @Test("values are converted where nothing is lost, else the error says what was expected")
  func values() async throws {
    let response = try await response(to: .json(["n": "12", "f": 5.0, "o": ["s": "hush"]]))
    let number: Int = try response.required("/n")
    let float: Int? = try response.optional("/f")
    #expect(number == 12 && float == 5)
    let error = #expect(throws: WorkflowError.self) { () throws -> Int? in
      try response.optional("/o")
    }
    #expect(
      error?.description == "workflow 'tidy', step 'fetch' (GET "
        + "https://api.example.com/v1/fetch): status 200: /o in the "
        + "response: expected a 64-bit integer, found an object")
  }
}
