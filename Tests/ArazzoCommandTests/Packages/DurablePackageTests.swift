import ArazzoRuntimeSources
import Testing

@testable import ArazzoCommand

@Suite("arazzo-gen init --durable")
struct DurablePackageTests {
  private static let arazzo = Sample.arazzo.replacing(
    "    steps:\n",
    with: """
          inputs:
            type: object
            required: [api_token, login]
            properties:
              api_token: { type: string, format: password }
              store: { type: string }
              login: { type: object, properties: { code: { type: string, format: password } } }
          steps:

      """)

  private func make(
    arazzo: String = arazzo, openAPI: String = Sample.openAPI, _ more: String...
  ) throws -> (Scratch, Outcome) {
    let command = try Command(arazzo: arazzo, openAPI: openAPI)
    let arguments = ["init", command.scratch.at("ping.yaml"), "--durable"]
    let outcome = CommandLineTool.run(
      arguments + ["-o", command.scratch.at("pinger")] + more, embedding: RuntimeSources.all)
    return (command.scratch, outcome)
  }

  @Test("makes a package with the store's sources, which says what it requires")
  func package() throws {
    let (scratch, outcome) = try make()
    try #require(outcome.status == .success, "\(outcome.errors)")
    #expect(outcome.output.contains("libsqlite3-dev"))
    let files = scratch.contents(of: "pinger")
    for name in [
      "README.md", "Sources/pinger/Runs.swift", "Sources/pinger/PingCommand.swift",
      "Sources/pinger/Generated/ArazzoRuntime/ArazzoStore.WorkflowHost.swift",
    ] {
      #expect(files.keys.contains(name), "\(name) is missing")
    }
    let readme = try scratch.read("pinger/README.md")
    #expect(readme.contains("libsqlite3-dev") && readme.contains("| `pinger ping …` |"))
    let manifest = try scratch.read("pinger/Package.swift")
    #expect(manifest.contains("GRDB.swift") && manifest.contains(".define(\"Store\")"))
    #expect(try scratch.read("pinger/Sources/pinger/Runs.swift").contains("PingCommand.workflow"))
    let connection = try scratch.read("pinger/Sources/pinger/Connection.swift")
    #expect(connection.contains("client.idempotencyKey = .header(\"Idempotency-Key\")"))
    #expect(!files.values.contains { $0.contains("{{") || $0.contains(scratch.path) })
  }

  @Test("an ordinary package has nothing of it")
  func ordinary() throws {
    let command = try Command(arazzo: Self.arazzo)
    let outcome = CommandLineTool.run(
      ["init", command.scratch.at("ping.yaml"), "-o", command.scratch.at("pinger")],
      embedding: RuntimeSources.all)
    #expect(outcome.status == .success && !outcome.output.contains("sqlite"))
    let files = command.scratch.contents(of: "pinger")
    #expect(!files.keys.contains { $0.contains("ArazzoStore") || $0.contains("README") })
    #expect(!files.values.contains { $0.contains("GRDB") || $0.contains("StoredWorkflow") })
  }

  @Test("takes inputs with secrets from options or the environment, and stores none")
  func secrets() throws {
    let (scratch, _) = try make()
    let text = try scratch.read("pinger/Sources/pinger/PingCommand.swift")
    #expect(text.contains("SecretVariable(\"api_token\", from: \"API_TOKEN\")"))
    #expect(text.contains("SecretVariable(\"login\", from: \"LOGIN\", isJSON: true)"), "\(text)")
    #expect(text.contains("\"(JSON; environment variable: LOGIN)\""), "\(text)")
    #expect(text.contains("var login: String?\n"))
    #expect(
      text.contains(
        "try inputs.add(\"login\", secret: login, flag: \"login\", or: \"LOGIN\", isRequired: true)"
      ))
    #expect(!text.contains("from: \"STORE"))
  }

  @Test("stores the inputs of workflows that run first, too")
  func dependencies() throws {
    let more = """
        - workflowId: after
          dependsOn: [ping]
          inputs: { type: object, properties: { size: { type: string } } }
          steps:
            - { stepId: again, operationId: getPing }
        - workflowId: plain
          steps:
            - { stepId: again, operationId: getPing }

      """
    let (scratch, outcome) = try make(arazzo: Self.arazzo + more)
    try #require(outcome.status == .success, "\(outcome.errors)")
    let text = try scratch.read("pinger/Sources/pinger/AfterCommand.swift")
    #expect(
      text.contains(
        "connection.start(Self.workflow, InputValues([\"values\": inputs, \"pingValues\": pingInputs]))"
      ))
    #expect(
      text.contains("SecretVariable(\"pingValues\", \"api_token\", from: \"PING_API_TOKEN\")"))
    #expect(text.contains("{ (inputs: Inputs, client) in\n"))
    #expect(text.contains("var pingValues: Workflows.Ping.Inputs\n"))
    #expect(
      text.contains("Workflows.after(inputs.values, pingInputs: inputs.pingValues, client: client)")
    )
    let plain = try scratch.read("pinger/Sources/pinger/PlainCommand.swift")
    #expect(plain.contains("connection.start(Self.workflow)\n"))
    #expect(plain.contains("StoredWorkflow(Workflows.Plain.plan) { client in\n"))
    #expect(plain.contains("Connection.runWithoutResult(client) {\n"))
  }

  @Test("keeps its own commands and options apart from those of the document")
  func names() throws {
    let more = ["list", "resume"].map {
      "  - { workflowId: \($0), steps: [{ stepId: again, operationId: getPing }] }\n"
    }
    let schemes = """
      security: [{ store: [] }, { host: [] }]
      components:
        securitySchemes:
          store: { type: http, scheme: bearer }
          host: { type: http, scheme: bearer }

      """
    let (scratch, outcome) = try make(
      arazzo: Self.arazzo + more.joined(), openAPI: Sample.openAPI + schemes)
    try #require(outcome.status == .success, "\(outcome.errors)")
    let tool = try scratch.read("pinger/Sources/pinger/Tool.swift")
    for type in ["ListCommand2", "ResumeCommand2", "ListCommand", "ResumeCommand"] {
      #expect(tool.contains("      \(type).self,\n"), "\(tool)")
    }
    let list = try scratch.read("pinger/Sources/pinger/ListCommand2.swift")
    #expect(list.contains("commandName: \"list2\""))
    #expect(outcome.output.contains("swift run pinger list2 --help\n"))
    let connection = try scratch.read("pinger/Sources/pinger/Connection.swift")
    #expect(connection.contains("name: .customLong(\"store2\"),"))
    #expect(connection.contains("var host2: String?\n"))
    let ping = try scratch.read("pinger/Sources/pinger/PingCommand.swift")
    #expect(ping.contains("name: .customLong(\"store3\"),"))
  }

  @Test("is current by its own configuration")
  func current() throws {
    let (scratch, _) = try make()
    let outcome = CommandLineTool.run(
      ["generate", "--config", scratch.at("pinger/arazzo-gen.yaml"), "--check"],
      embedding: RuntimeSources.all)
    #expect(outcome.status == .success && outcome.output.isEmpty)
  }

  @Test("is no server")
  func refusal() throws {
    let (scratch, outcome) = try make("--mcp")
    #expect(outcome.status == .usage)
    #expect(outcome.errors.contains("it can't be used with '--mcp'"), "\(outcome.errors)")
    #expect(!scratch.contents().keys.contains { $0.hasPrefix("pinger") })
  }
}
