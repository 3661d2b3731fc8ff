import ArazzoRuntime
import Testing

@_spi(Generated) @testable import ArazzoMCP

@Suite("Arguments of workflows that run first")
struct DependencyTests {
  private struct Inputs: Codable {
    var size: Int?
    var token: Secret?
  }

  /// A tool that needs the workflow `first`, and `login` as an object of its own inputs.
  private static func tool(isRequired: Bool) -> MCPTool {
    MCPTool(
      "flow",
      input: [
        "type": "object",
        "properties": [
          "login": ["type": "object", "properties": ["user": ["type": "string"]]],
          "first": ["type": "object", "properties": ["size": ["type": "integer"]]],
        ],
      ],
      output: ["type": "object"], dependencies: ["first"],
      secrets: [
        MCPSecretInput(["first", "token"], from: "TOKEN", isRequired: isRequired),
        MCPSecretInput(["login", "code"], from: "CODE"),
      ]
    ) { arguments, _ in
      let own: JSONValue = try arguments.decoded()
      let first: Inputs = try arguments.decoded("first")
      return try MCPResult(
        ending: "completed",
        outputs: ["token": first.token?.revealed ?? "none", "login": "\(own["login"] != nil)"])
    }
  }

  private func call(
    _ arguments: JSONValue, isRequired: Bool = false,
    _ environment: [String: String] = ["TOKEN": "t0k3n", "CODE": "c0d3"]
  ) async throws -> JSONValue {
    let server = MCPServer(
      name: "sample", version: "1", tools: [Self.tool(isRequired: isRequired)],
      environment: environment)
    var result: JSONValue = .null
    try await Conversation.with(server) { client in
      _ = try await client.initialize()
      let params: JSONValue = ["name": "flow", "arguments": arguments]
      result = try await client.answer(1, "tools/call", params)
    }
    return try #require(result["structuredContent"])
  }

  @Test("get their secrets also where the model leaves the argument out", arguments: [true, false])
  func missingArgument(isRequired: Bool) async throws {
    let result = try await call([:], isRequired: isRequired)
    #expect(result["outputs"] == ["token": "<secret>", "login": "false"])
    let given = try await call(["first": ["size": 1]], isRequired: isRequired)
    #expect(given["outputs"]?["token"] == "<secret>")
  }

  @Test("need the variable of a required secret, and no other")
  func missingVariable() async throws {
    let result = try await call([:], isRequired: true, [:])
    #expect(result["error"]?["code"] == "missingCredential")
    let optional = try await call([:], [:])
    #expect(optional["outputs"]?["token"] == "none")
  }

  @Test("have no members but the inputs of that workflow")
  func unknownMember() async throws {
    let result = try await call(["first": ["sise": 1]])
    #expect(
      result["error"]?["message"]
        == "there is no argument 'first.sise'; the arguments are: first.size")
  }
}
