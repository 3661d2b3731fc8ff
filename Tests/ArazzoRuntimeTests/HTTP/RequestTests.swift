import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Requests: H1, H2, V3")
struct RequestTests {
  @Test(
    "H1, H2: a path value stays within its segment",
    arguments: [
      ("a b", "/v1/things/a%20b/x"), ("a/b?c#d", "/v1/things/a%2Fb%3Fc%23d/x"),
      ("%2e", "/v1/things/%252e/x"), ("...", "/v1/things/.../x"), ("ü", "/v1/things/%C3%BC/x"),
      ("+&=", "/v1/things/%2B%26%3D/x"),
    ])
  func h2_pathValuesAreEncoded(value: String, path: String) throws {
    let request = try prepared("/things/{id}/x") { request in
      request.setPath("id", value)
    }
    #expect(request.head.path == path)
    #expect(request.sent.path("id") == value)
    #expect(request.sent.url == "https://api.example.com\(path)")
  }

  @Test("H2: a path value that would lead to another path is refused", arguments: ["", ".", ".."])
  func h2_pathValuesThatClimbAreRefused(value: String) {
    #expect(throws: WorkflowError.self) {
      try prepared("/things/{id}") { request in
        request.setPath("id", value)
      }
    }
  }

  @Test("H2: two path values can't make a `..` together")
  func h2_segmentsThatClimbTogetherAreRefused() {
    let error = #expect(throws: WorkflowError.self) {
      try prepared("/things/{a}.{b}") { request in
        request.setPath("a", [String]())
      }
    }
    #expect(error?.code == .invalidRequest)
    let together = #expect(throws: WorkflowError.self) {
      try prepared("/things/{a}.") { request in
        request.setPath("a", [".", ""].first)
      }
    }
    #expect(together?.code == .invalidRequest)
  }

  @Test("H1: scalars and arrays are written in the default style of their place")
  func h1_defaultStyles() throws {
    let request = try prepared("/things/{ids}") { request in
      request.setPath("ids", ["a", "b/c"])
      request.setQuery("tag", ["x y", "z"])
      request.setQuery("page", 2)
      request.setQuery("exact", true)
      request.setQuery("none", [String]())
      request.setHeader("X-Tags", ["a", "b"])
      request.setCookie("one", "1")
      request.setCookie("two", 2)
    }
    #expect(request.head.path == "/v1/things/a,b%2Fc?tag=x%20y&tag=z&page=2&exact=true")
    #expect(request.head.headerFields[HTTPField.Name("x-tags") ?? .accept] == "a,b")
    #expect(request.head.headerFields[.cookie] == "one=1; two=2")
    #expect(request.sent.query("tag") == "x y")
  }

  @Test("V6: a number is sent with the digits that it came with")
  func v6_numbersKeepTheirDigits() throws {
    let number = try JSONValue(parsing: "12345678901234567890.10")
    let request = try prepared { request in
      request.setQuery("n", number)
    }
    #expect(request.head.path == "/v1/things?n=12345678901234567890.10")
  }

  @Test("V3: what is missing or null is left out")
  func v3_missingValuesAreLeftOut() throws {
    let nothing: String? = nil
    let request = try prepared { request in
      request.setQuery("a", nothing)
      request.setQuery("b", JSONValue.null)
      request.setHeader("X-A", nothing)
      request.setHeader("Authorization", bearer: nothing)
      request.setCookie("c", JSONValue.null)
      request.setJSON(nil)
    }
    #expect(request.head.path == "/v1/things")
    #expect(request.head.headerFields.isEmpty)
    #expect(request.body == nil)
  }

  @Test("V3: what can't be left out is an error that names the expression and the step")
  func v3_requiredValuesThatAreMissing() throws {
    let nothing: String? = nil
    let sets: [(StepRequest) -> Void] = [
      { request in
        request.setPath("id", nothing, from: "$inputs.x")
      },
      { request in
        request.setPath("id", JSONValue.null, from: "$inputs.x")
      },
      { request in
        request.setQuery("q", nothing, required: true, from: "$inputs.x")
      },
      { request in
        request.setHeader("X-H", nothing, required: true, from: "$inputs.x")
      },
      { request in
        request.setCookie("c", nothing, required: true, from: "$inputs.x")
      },
      { request in
        request.setJSON(nil, required: true, from: "$inputs.x")
      },
    ]
    for set in sets {
      let error = #expect(throws: WorkflowError.self) { try prepared("/things/{id}", set) }
      #expect(error?.code == .missingValue)
      #expect(error?.step == "fetch")
      #expect(error?.description.contains("$inputs.x is missing") == true)
    }
  }

  @Test("V3: a path parameter that was never set is an error before anything is sent")
  func v3_unsetPathParameter() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    let run = makeRun(transport)
    let request = run.request(step: "fetch", method: "GET", path: "/things/{id}", server: .api)
    let error = await #expect(throws: WorkflowError.self) { try await run.send(request) }
    #expect(error?.code == .missingValue)
    #expect(transport.requests.isEmpty)
  }
}
