import ArazzoRuntimeSources
import Foundation
import Testing

@testable import ArazzoCommand

@Suite("arazzo-gen init --mcp")
struct ServerPackageTests {
  private static let arazzo = Sample.arazzo.replacing(
    "    steps:\n",
    with: #"""
          summary: Ping "it" \(now)
          inputs:
            type: object
            required: [api_token, wId]
            properties:
              api_token: { type: string, format: password }
              wId: { type: string, description: 'The "id", \(exit(1))' }
              login: { type: object, properties: { code: { type: string, format: password } } }
          steps:

      """#)
  private static let openAPI =
    Sample.openAPI + """
      security: [{ api_token: [] }, { door: [] }]
      components:
        securitySchemes:
          api_token: { type: http, scheme: bearer }
          door: { type: http, scheme: basic }

      """

  private func make(arazzo: String = arazzo, _ more: String...) throws -> (Scratch, Outcome) {
    let command = try Command(arazzo: arazzo, openAPI: Self.openAPI)
    let arguments = ["init", command.scratch.at("ping.yaml"), "--mcp"]
    let outcome = CommandLineTool.run(
      arguments + ["-o", command.scratch.at("pinger")] + more, embedding: RuntimeSources.all)
    return (command.scratch, outcome)
  }

  @Test("makes a package with a server that needs no argument parser")
  func package() throws {
    let (scratch, outcome) = try make()
    #expect(outcome.status == .success, "\(outcome.errors)")
    let files = scratch.contents(of: "pinger")
    for name in [
      "Package.swift", "arazzo-gen.yaml", "Documents/ping.yaml", "Documents/api.yaml",
      "Sources/pinger/Server.swift", "Sources/pinger/Generated/Workflows+PingTools.swift",
      "Sources/pinger/Generated/ArazzoRuntime/ArazzoMCP.MCPServer.swift",
    ] {
      #expect(files.keys.contains(name), "\(name) is missing")
    }
    #expect(files["Package.swift"]?.contains("ArgumentParser") == false)
    #expect(!files.values.contains { $0.contains(scratch.path) })
    let server = try scratch.read("pinger/Sources/pinger/Server.swift")
    #expect(server.contains("tools: Workflows.PingTools.all,\n"))
    #expect(server.contains("environment[\"BASE_URL\"], !text.isEmpty {"))
    #expect(server.contains("name: \"pinger\",\n") && server.contains("enum PingerServer {"))
  }

  @Test("names the environment variables as a command line does, in the tools and for the client")
  func variables() throws {
    let (scratch, outcome) = try make()
    let tools = try scratch.read("pinger/Sources/pinger/Generated/Workflows+PingTools.swift")
    #expect(tools.contains("MCPCredential(PingSecurity.apiToken, from: \"API_TOKEN\")"))
    #expect(tools.contains("MCPCredential(PingSecurity.door, from: \"DOOR\")"))
    #expect(
      tools.contains("MCPSecretInput([\"api_token\"], from: \"API_TOKEN2\", isRequired: true)"))
    #expect(tools.contains("MCPSecretInput([\"login\", \"code\"], from: \"LOGIN_CODE\")"))
    for variable in ["API_TOKEN", "API_TOKEN2", "DOOR", "LOGIN_CODE"] {
      #expect(outcome.output.contains("\"\(variable)\" : \"…\""), "\(outcome.output)")
    }
    #expect(outcome.output.contains("\"mcpServers\""))
    #expect(outcome.output.contains("/pinger/.build/release/pinger\""))
  }

  @Test("gives no two secrets one variable, and none that of another option")
  func uniqueVariables() throws {
    let properties = "properties: { NAME: { type: string, format: password } } }"
    func object(_ name: String) -> String {
      "{ type: object, " + properties.replacing("NAME", with: name)
    }
    let arazzo =
      Self.arazzo.replacing(
        "        login:",
        with: "        api: \(object("token"))\n        base: \(object("url"))\n        login:")
        + """
          - workflowId: other
            inputs: \(object("login-code"))
            steps: [{ stepId: again, operationId: getPing }]

        """
    let (scratch, outcome) = try make(arazzo: arazzo)
    try #require(outcome.status == .success, "\(outcome.errors)")
    let tools = try scratch.read("pinger/Sources/pinger/Generated/Workflows+PingTools.swift")
    for (path, variable) in [
      ("[\"api_token\"]", "API_TOKEN2"), ("[\"api\", \"token\"]", "API_TOKEN3"),
      ("[\"base\", \"url\"]", "BASE_URL2"), ("[\"login-code\"]", "LOGIN_CODE"),
      ("[\"login\", \"code\"]", "LOGIN_CODE2"),
    ] {
      #expect(tools.contains("MCPSecretInput(\(path), from: \"\(variable)\""), "\(tools)")
      #expect(outcome.output.contains("\"\(variable)\" : "))
    }
  }

  @Test(
    "names no type as the runtime does", arguments: [("api", "APIToolServer"), ("a", "AServer")])
  func serverType(package: String, type: String) throws {
    let command = try Command(arazzo: Self.arazzo, openAPI: Self.openAPI)
    let outcome = CommandLineTool.run(
      ["init", command.scratch.at("ping.yaml"), "--mcp", "-o", command.scratch.at(package)],
      embedding: RuntimeSources.all)
    try #require(outcome.status == .success, "\(outcome.errors)")
    let server = try command.scratch.read("\(package)/Sources/\(package)/Server.swift")
    #expect(server.contains("\nenum \(type) {\n"), "\(server)")
  }

  @Test("keeps the document's texts inside of literals")
  func texts() throws {
    let (scratch, _) = try make()
    let tools = try scratch.read("pinger/Sources/pinger/Generated/Workflows+PingTools.swift")
    #expect(tools.contains(##"title: #"Ping "it" \(now)"#"##))
    #expect(tools.contains(##""description": #"The "id", \(exit(1))"#"##))
  }

  @Test("is current by its own configuration, and its schemas follow the documents")
  func current() throws {
    let (scratch, _) = try make()
    let config = scratch.at("pinger/arazzo-gen.yaml")
    let check = CommandLineTool.run(
      ["generate", "--config", config, "--check"], embedding: RuntimeSources.all)
    #expect(check.status == .success && check.output.isEmpty)
    let document = "pinger/Documents/ping.yaml"
    try scratch.write(try scratch.read(document).replacing(#/\bwId/#, with: "place"), to: document)
    let outcome = CommandLineTool.run(
      ["generate", "--config", config], embedding: RuntimeSources.all)
    #expect(outcome.status == .success, "\(outcome.errors)")
    let tools = try scratch.read("pinger/Sources/pinger/Generated/Workflows+PingTools.swift")
    #expect(tools.contains("\"place\": [") && !tools.contains("\"wId\": ["))
  }

  @Test("writes into no folder that is there")
  func refusal() throws {
    let (scratch, _) = try make()
    let again = CommandLineTool.run([
      "init", scratch.at("ping.yaml"), "--mcp", "-o", scratch.at("pinger"),
    ])
    #expect(again.status == .failure && again.errors.contains("already exists"))
  }

  @Test("runs what a workflow depends on first, and has workflows with and without outputs")
  func bodies() throws {
    let more = """
        - workflowId: after
          dependsOn: [ping]
          inputs: { type: object, properties: { size: { type: string } } }
          steps:
            - { stepId: again, operationId: getPing, outputs: { status: $statusCode } }
          outputs: { status: $steps.again.outputs.status }
        - workflowId: plain
          steps:
            - { stepId: again, operationId: getPing }

      """
    let (scratch, outcome) = try make(arazzo: Self.arazzo + more)
    #expect(outcome.status == .success, "\(outcome.errors)")
    let tools = try scratch.read("pinger/Sources/pinger/Generated/Workflows+PingTools.swift")
    let lines = Set(tools.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    #expect(lines.contains("try await plain(client: $1)"), "\(tools)")
    #expect(lines.contains("return MCPResult(ending: \"completed\")"))
    #expect(tools.contains("pingInputs: $0.decoded(\"ping\")"))
    let flat = tools.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("MCPResult( ending: \"completed\", outputs: after("), "\(tools)")
    #expect(tools.contains("dependencies: [\"ping\"]"))
    #expect(tools.contains("MCPSecretInput([\"ping\", \"api_token\"], from: \"PING_API_TOKEN\""))
    #expect(tools.contains("static let all: [MCPTool] = [pingTool, afterTool, plainTool]"))
  }
}
