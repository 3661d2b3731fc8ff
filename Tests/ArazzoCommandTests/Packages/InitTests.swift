import ArazzoRuntimeSources
import Testing

@testable import ArazzoCommand

@Suite("arazzo-gen init")
struct InitTests {
  private static let arazzo = Sample.arazzo.replacing(
    "    steps:\n",
    with: """
          inputs:
            type: object
            required: [api_token, wId]
            properties:
              api_token: { type: string, format: password, description: Who asks. }
              wId: { type: string }
              limits: { type: array, items: { type: integer } }
              "run": { type: boolean, default: true }
          steps:

      """)

  private func make(_ more: String...) throws -> (Scratch, Outcome) {
    let command = try Command(arazzo: Self.arazzo)
    let arguments = ["init", command.scratch.at("ping.yaml"), "-o", command.scratch.at("pinger")]
    return (command.scratch, Self.run(arguments + more))
  }

  /// The command as it is built for people, with the runtime's sources.
  private static func run(_ arguments: [String]) -> Outcome {
    CommandLineTool.run(arguments, embedding: RuntimeSources.all)
  }

  @Test("makes a package that holds all that it needs")
  func package() throws {
    let (scratch, outcome) = try make()
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(outcome.output.contains("swift run pinger ping --help\n"))
    let files = scratch.contents(of: "pinger")
    for name in [
      "Package.swift", "arazzo-gen.yaml", "Documents/ping.yaml", "Documents/api.yaml",
      "Sources/pinger/Tool.swift", "Sources/pinger/PingCommand.swift",
      "Sources/pinger/Generated/Workflows+Ping.swift",
      "Sources/pinger/Generated/ArazzoRuntime/ArazzoRuntime.WorkflowRun.swift",
    ] {
      #expect(files.keys.contains(name), "\(name) is missing")
    }
    #expect(!files.values.contains { $0.contains(scratch.path) })
  }

  @Test("has a flag for each input")
  func flags() throws {
    let (scratch, _) = try make()
    let text = try scratch.read("pinger/Sources/pinger/PingCommand.swift")
    #expect(text.contains("name: .customLong(\"api-token\")"))
    #expect(text.contains("\"Who asks (environment variable: API_TOKEN).\""))
    #expect(text.contains("var wID: String\n") && text.contains("var limits: String?\n"))
    #expect(text.contains("var run2: String?\n") && text.contains("customLong(\"run\")"))
    #expect(text.contains("try inputs.add(\"limits\", json: limits)\n"))
    #expect(text.contains("commandName: \"ping\""))
  }

  @Test("runs what a workflow depends on first, with flags for its inputs")
  func dependencies() throws {
    let more = """
        - workflowId: after
          dependsOn: [ping]
          inputs: { type: object, properties: { wId: { type: string } } }
          steps:
            - { stepId: again, operationId: getPing }

      """
    let command = try Command(arazzo: Self.arazzo + more)
    let outcome = Self.run([
      "init", command.scratch.at("ping.yaml"), "-o", command.scratch.at("pinger"),
    ])
    #expect(outcome.output.contains("swift run pinger after --help\n"), "\(outcome.errors)")
    let text = try command.scratch.read("pinger/Sources/pinger/AfterCommand.swift")
    #expect(text.contains("var wID: String?\n") && text.contains("var pingWID: String\n"))
    #expect(text.contains("name: .customLong(\"ping-w-id\")"))
    #expect(text.contains("(for 'ping', which runs first)"))
    #expect(text.contains("or: \"PING_API_TOKEN\", isRequired: true)"))
    #expect(text.contains("pingInputs.add(\"wId\", text: pingWID)\n"))
    #expect(text.contains("let pingValues: Workflows.Ping.Inputs = try pingInputs.decoded()\n"))
    #expect(
      text.contains("try await Workflows.after(values, pingInputs: pingValues, client: client)"))
  }

  @Test("has an option for each security scheme, which no input takes the name of")
  func credentials() throws {
    let schemes = """
      security: [{ api_token: [] }, { door: [] }]
      components:
        securitySchemes:
          api_token: { type: http, scheme: bearer }
          door: { type: http, scheme: basic }

      """
    let command = try Command(arazzo: Self.arazzo, openAPI: Sample.openAPI + schemes)
    let outcome = Self.run([
      "init", command.scratch.at("ping.yaml"), "-o", command.scratch.at("pinger"),
    ])
    #expect(outcome.status == .success, "\(outcome.errors)")
    let text = try command.scratch.read("pinger/Sources/pinger/Connection.swift")
    #expect(text.contains("name: .customLong(\"api-token\")"))
    #expect(
      text.contains("\"The token for 'api_token' of 'api' (environment variable: API_TOKEN).\""))
    #expect(
      text.contains("client.credentials[Workflows.PingSecurity.apiToken] = .bearer(Secret(value))"))
    #expect(text.contains("client.credentials[Workflows.PingSecurity.door] = Self.basic(value)"))
    let flags = try command.scratch.read("pinger/Sources/pinger/PingCommand.swift")
    #expect(flags.contains("customLong(\"api-token2\")"))
  }

  @Test("is current by its own configuration")
  func current() throws {
    let (scratch, _) = try make()
    let outcome = Self.run([
      "generate", "--config", scratch.at("pinger/arazzo-gen.yaml"), "--check",
    ])
    #expect(outcome.status == .success && outcome.output.isEmpty)
  }

  @Test("writes into no folder that is there, and takes no name that is none")
  func refusals() throws {
    let (scratch, _) = try make()
    let path = scratch.at("ping.yaml")
    let again = CommandLineTool.run(["init", path, "-o", scratch.at("pinger")])
    #expect(again.status == .failure && again.errors.contains("already exists"))
    #expect(CommandLineTool.run(["init", path, "-o", scratch.at("a b")]).status == .usage)
    #expect(CommandLineTool.run(["init", "-o", scratch.at("other")]).status == .usage)
  }

  @Test("convert prints YAML as JSON, with the digits and the order of members")
  func convert() throws {
    let scratch = try Scratch()
    try scratch.write("b: 1.50\na: [x, null, {}]\n", to: "a.yaml")
    let outcome = CommandLineTool.run(["convert", scratch.at("a.yaml")])
    #expect(
      outcome.output
        == "{\n  \"b\": 1.50,\n  \"a\": [\n    \"x\",\n    null,\n    {}\n  ]\n}\n")
  }
}
