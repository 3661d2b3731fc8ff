@_spi(Generated) import ArazzoRuntime
import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoMCP

@Suite("Calls of tools")
struct ToolTests {
  private static let token = "t0k3n-4711"
  private let server = MCPServer(
    name: "sample", version: "1", tools: [SampleTools.echo],
    environment: ["TOKEN": token, "DOOR_CODE": "c0d3-99"])

  private func call(
    _ arguments: JSONValue, on server: MCPServer? = nil, _ tool: MCPTool = SampleTools.echo
  ) async throws -> JSONValue {
    var result: JSONValue = .null
    try await Conversation.with(server ?? self.server) { client in
      _ = try await client.initialize()
      let params: JSONValue = ["name": .string(tool.name), "arguments": arguments]
      result = try await client.answer(1, "tools/call", params)
    }
    return result
  }

  @Test("get secrets from the environment and send none of them")
  func secrets() async throws {
    let result = try await call(["count": 2, "size": "large", "door": ["floor": 3]])
    let outputs = result["structuredContent"]?["outputs"]
    #expect(outputs?["text"] == "2 large <secret> 3 <secret>")
    #expect(outputs?["session"] == "<secret>" && outputs?["body"]?["password"] == "<secret>")
    #expect(outputs?["body"]?["other"] == "<secret>")
    let text = result.description
    for secret in [Self.token, "c0d3-99", "s3ss10n", "p4ssw0rd"] {
      #expect(!text.contains(secret), "\(text)")
    }
  }

  @Test("leave out of the structured content what doesn't conform to its schema")
  func conformance() async throws {
    let result = try await call(["count": 1])
    #expect(result["structuredContent"]?["outputs"]?["body"]?["age"] == nil)
    guard case .string(let text)? = result["content"]?[0]?["text"] else {
      Issue.record("no text: \(result)")
      return
    }
    let whole = try JSONValue(parsing: text)
    #expect(whole["outputs"]?["body"]?["age"] == "old")
  }

  @Test("conform to the alternative that fits, with nothing left out")
  func alternatives() {
    let schema = MCPOutputSchema([
      "anyOf": [
        ["type": "object", "properties": ["a": ["type": "integer"]]],
        ["type": "object", "properties": ["a": ["type": "string"]]],
      ]
    ])
    #expect(schema.conforming(["a": "x"]) == ["a": "x"])
    #expect(schema.conforming(["a": true, "b": 1]) == ["b": 1])
    #expect(schema.conforming("x") == nil)
  }

  @Test(
    "say which argument is wrong",
    arguments: [
      ("{}", "'count' is missing"), (#"{"count": "x"}"#, "'count' must be an integer"),
      (#"{"count": 1, "size": "huge"}"#, #"'size' must be one of "small", "large""#),
      (#"{"count": 1, "tags": ["a", 1]}"#, "'tags[1]' must be a string"),
      (#"{"count": 1, "tags": "a"}"#, "'tags' must be an array"),
      (#"{"count": 1, "door": {}}"#, "'door.floor' is missing"),
      (
        #"{"count": 1, "sise": 1}"#,
        "there is no argument 'sise'; the arguments are: count, size, tags, door"
      ),
      (
        #"{"count": 1, "token": "mine"}"#,
        "'token' is a secret and no argument of this tool; the server reads it from the environment "
          + "variable TOKEN"
      ),
      (
        #"{"count": 1, "door": {"floor": 1, "code": "mine"}}"#,
        "'door.code' is a secret and no argument of this tool; the server reads it from the "
          + "environment variable DOOR_CODE"
      ),
    ])
  func wrongArguments(arguments: String, message: String) async throws {
    let result = try await call(try JSONValue(parsing: arguments))
    #expect(result["isError"] == true)
    #expect(
      result["structuredContent"] == [
        "error": ["code": "invalidInput", "message": .string(message)]
      ])
    #expect(result["content"]?[0]?["text"] == .string("invalidInput: " + message))
  }

  @Test("say which environment variable is missing, also on standard error")
  func missingSecret() async throws {
    let bare = MCPServer(
      name: "sample", version: "1", tools: [SampleTools.echo], environment: ["TOKEN": ""])
    let error = try await call(["count": 1], on: bare)["structuredContent"]?["error"]
    #expect(error?["code"] == "missingCredential")
    #expect(
      error?["message"]
        == "the environment variable TOKEN of the server is not set; the input 'token' is read from it"
    )
    #expect(bare.missingVariables.first == "TOKEN (the input 'token' of 'echo')")
  }

  @Test("are served once where several tools have one name, which the server says on start")
  func repeatedName() {
    let tools = [SampleTools.echo, SampleTools.echo, SampleTools.forever, SampleTools.echo]
    let server = MCPServer(name: "sample", version: "1", tools: tools, environment: [:])
    #expect(server.tools.map(\.name) == ["echo", "forever"])
    let note = "several tools are called 'echo'; the first is served"
    #expect(server.startMessages.filter { $0 == note }.count == 1)
    #expect(!self.server.startMessages.contains { $0.contains("several") })
  }

  @Test("fill in the credentials of the environment, and mask them in errors of workflows")
  func credentials() async throws {
    let scheme = SecurityScheme("api.door", .basic)
    let tool = MCPTool("fetch", input: ["type": "object"], output: ["type": "object"]) {
      _, client in
      let run = WorkflowRun(SavedPlan("fetch", digest: ""), client: client)
      let request = run.request(
        step: "get", method: "GET", path: "/a", server: APIServer("api", url: "https://a.example"))
      request.security = [[scheme]]
      let response = try await run.send(request)
      try response.check("$statusCode == 200", response.statusCode == 200)
      return MCPResult(ending: "completed")
    }
    let transport = ScriptedTransport([.any(.text("who is hunter22?", status: 403))])
    let server = MCPServer(
      name: "sample", version: "1", tools: [tool],
      credentials: [MCPCredential(scheme, from: "DOOR")],
      client: WorkflowClient(transport: transport), environment: ["DOOR": "me:hunter22"])
    let result = try await call([:], on: server, tool)
    #expect(transport.requests.first?.head.headerFields[.authorization] == "Basic bWU6aHVudGVyMjI=")
    let error: JSONValue? = result["structuredContent"]?["error"]
    #expect(error?["code"] == "criterionFailed" && error?["statusCode"] == 403)
    #expect(error?["step"] == "get" && !result.description.contains("hunter22"))
  }
}
