import ArazzoRuntime
import Testing

@_spi(Generated) @testable import ArazzoMCP

@Suite("Results of tools")
struct ResultTests {
  private struct Outputs: Encodable { var body: JSONValue }

  /// An error whose text shows what the workflow received.
  private struct Leak: Error { var body = "p4ssw0rd" }

  private func result(
    output: JSONValue = ["type": "object"], _ environment: [String: String] = [:],
    _ body: @escaping @Sendable () throws -> MCPResult
  ) async throws -> JSONValue {
    let tool = MCPTool(
      "flow", input: ["type": "object"], output: output,
      secrets: [MCPSecretInput(["pin"], from: "PIN")]
    ) { _, _ in try body() }
    let server = MCPServer(name: "sample", version: "1", tools: [tool], environment: environment)
    var result: JSONValue = .null
    try await Conversation.with(server) { client in
      _ = try await client.initialize()
      result = try await client.answer(1, "tools/call", ["name": "flow"])
    }
    return result
  }

  @Test("are an error that shows no value where they are nested too deeply")
  func depth() async throws {
    let deep = (0..<70).reduce(JSONValue.string("p4ssw0rd")) { inner, _ in [inner] }
    let result = try await result {
      try MCPResult(ending: "completed", outputs: Outputs(body: deep))
    }
    let error = result["structuredContent"]?["error"]
    #expect(result["isError"] == true && error?["code"] == "internalError")
    #expect(!result.description.contains("p4ssw0rd"), "\(result)")
    guard case .string(let message)? = error?["message"] else {
      Issue.record("no message: \(result)")
      return
    }
    #expect(message.hasPrefix("the outputs can't be encoded as JSON: "))
  }

  @Test("name the type of an unknown error and don't show its text")
  func unknownError() async throws {
    let result = try await result { throw Leak() }
    #expect(
      result["structuredContent"]?["error"] == [
        "code": "internalError",
        "message": "the workflow failed with an error of the type 'Leak'",
      ])
    #expect(!result.description.contains("p4ssw0rd"))
  }

  @Test("are an error where they don't conform to the schema, and the text has them")
  func schema() async throws {
    let output: JSONValue = [
      "type": "object", "properties": ["outputs": ["required": ["id"]]], "required": ["outputs"],
    ]
    let result = try await result(output: output) {
      try MCPResult(ending: "completed", outputs: Outputs(body: "made it"))
    }
    let message = "the result doesn't conform to the output schema"
    #expect(result["isError"] == true)
    #expect(
      result["structuredContent"] == [
        "error": ["code": "internalError", "message": .string(message)]
      ])
    #expect(
      result["content"]?[0]?["text"]
        == .string(
          "internalError: \(message)\n"
            + #"{"ending":"completed","outputs":{"body":"made it"}}"#))
  }

  @Test("hide a secret of digits that a server sends back as a number")
  func number() async throws {
    let result = try await result(["PIN": "471100"]) {
      try MCPResult(ending: "completed", outputs: Outputs(body: [471100, 5, "471100"]))
    }
    #expect(result["structuredContent"]?["outputs"]?["body"] == ["<secret>", 5, "<secret>"])
    #expect(!result.description.contains("471100"))
  }
}
