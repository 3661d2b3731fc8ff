import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The rules H1 and H2, on generated code that runs; what is compared is what a server received.
@Suite("Rules: parameters")
struct ParameterRuleTests {
  let stage = Stage()

  /// What OpenAPI's table "Style Examples" has for one value, in the order of the document's
  /// parameters.
  struct Column: Sendable, CustomTestStringConvertible {
    let value: JSONValue
    let path: [String]
    let query: String
    let headers: [String]
    var testDescription: String { value.description }
  }

  static let columns = [
    Column(
      value: "blue",
      path: ["blue", "blue", ".blue", ".blue", ";matrix=blue", ";matrixExploded=blue"],
      query: "form=blue&formExploded=blue", headers: ["blue", "blue"]),
    Column(
      value: ["blue", "black", "brown"],
      path: [
        "blue,black,brown", "blue,black,brown", ".blue,black,brown", ".blue.black.brown",
        ";matrix=blue,black,brown",
        ";matrixExploded=blue;matrixExploded=black;matrixExploded=brown",
      ],
      query: "form=blue,black,brown&formExploded=blue&formExploded=black&formExploded=brown",
      headers: ["blue,black,brown", "blue,black,brown"]),
    Column(
      value: ["R": 100, "G": 200, "B": 150],
      path: [
        "R,100,G,200,B,150", "R=100,G=200,B=150", ".R,100,G,200,B,150", ".R=100.G=200.B=150",
        ";matrix=R,100,G,200,B,150", ";R=100;G=200;B=150",
      ],
      query: "form=R,100,G,200,B,150&R=100&G=200&B=150",
      headers: ["R,100,G,200,B,150", "R=100,G=200,B=150"]),
  ]

  @Test("The styles of every place", arguments: columns)
  func h1_styles(column: Column) async throws {
    try await StandIn.serve(ScriptedAPI([:])) { server in
      _ = try? await getColor(.init(color: column.value), client: stage.client(for: server))
      let request = try #require(await server.requests.first)
      #expect(request.path == "/" + column.path.joined(separator: "/"))
      #expect(request.query == column.query)
      #expect([request.header("X-Color"), request.header("X-Exploded")] == column.headers)
    }
  }

  private func found(_ inputs: FindColors.Inputs) async throws -> String {
    let script = ScriptedAPI(["GET /colors": [.json("{}")]])
    return try await StandIn.serve(script) { server in
      try await findColors(inputs, client: stage.client(for: server))
      return try #require(await server.requests.first).query
    }
  }

  @Test func h1_cookies() async throws {
    try await StandIn.serve(ScriptedAPI(["GET /cookies": [.json("{}")]])) { server in
      let inputs = EatCookies.Inputs(
        text: "a=b c", list: ["blue", "black"], mix: ["G": 200, "R": 100])
      try await eatCookies(inputs, client: stage.client(for: server))
      let cookies = await server.requests.map { $0.header("Cookie") }
      #expect(
        cookies == [
          "form=a%3Db%20c; cookie=a=b c",
          "form=blue,black; formExploded=blue; formExploded=black; cookie=blue,black; "
            + "cookieExploded=blue; cookieExploded=black",
          "form=G,200,R,100; G=200; R=100; cookie=G,200,R,100; G=200; R=100",
        ])
    }
  }

  @Test func h1_delimitedAndDeepObjects() async throws {
    #expect(
      try await found(.init(list: ["blue", "black", "brown"], mix: ["G": 200, "R": 100]))
        == "spaces=blue%20black%20brown&pipes=G%7C200%7CR%7C100&deep%5BG%5D=200&deep%5BR%5D=100"
        + "&empty=&json=%7B%22G%22%3A200%2C%22R%22%3A100%7D")
  }

  @Test func h1_emptyArraysAreLeftOutWhereThatIsNotAllowed() async throws {
    #expect(try await found(.init(list: [], mix: [:])) == "empty=&json=%7B%7D")
  }

  @Test func h1_reservedCharactersPassWhereTheyMay() async throws {
    #expect(try await found(.init(text: "a/b?c=d e#f")) == "empty=&reserved=a/b?c=d%20e%23f")
  }

  @Test(
    "A value that would climb, or end a header, is refused before anything is sent",
    arguments: ["..", ".", "", "a\r\nX-Evil: 1", "a\0"])
  func h2_refusedBeforeSending(value: String) async throws {
    try await StandIn.serve(ScriptedAPI([:])) { server in
      let error = try await failure { () async throws(WorkflowError) in
        try await getColor(.init(color: .string(value)), client: stage.client(for: server))
      }
      #expect(error.code == .invalidRequest)
      #expect(await server.requests.isEmpty)
    }
  }

  private func shades(_ inputs: FindShades.Inputs) async throws -> ReceivedRequest? {
    try await StandIn.serve(ScriptedAPI([:])) { server in
      _ = try? await findShades(inputs, client: stage.client(for: server))
      return await server.requests.first
    }
  }

  @Test func h10_aPathTemplateMayHaveAQueryAndOperators() async throws {
    let all = try #require(
      await shades(.init(name: "warm/red?", list: ["a", "b/c"], size: 3, tags: ["x", "y"])))
    #expect(all.path == "/shades/warm/red%3F/a/b%2Fc;G=200")
    #expect(all.query == "kind=flat&hue=h-1%2F2&size=3&page=007&tags=x&tags=y")
    let least = try #require(await shades(.init(name: "red", list: ["a"])))
    #expect(least.path == "/shades/red/a;G=200")
    #expect(least.query == "kind=flat&hue=h-1%2F2&page=007")
  }

  @Test(
    "A value that may hold slashes still can't climb",
    arguments: ["a/../b", "..", "./a", "a/%2e%2e/b/..", "a/.."])
  func h10_valuesWithSlashesCantClimb(name: String) async throws {
    try await StandIn.serve(ScriptedAPI([:])) { server in
      let error = try await failure { () async throws(WorkflowError) in
        try await findShades(.init(name: name, list: ["a"]), client: stage.client(for: server))
      }
      #expect(error.code == .invalidRequest)
      #expect(await server.requests.isEmpty)
    }
  }
}
