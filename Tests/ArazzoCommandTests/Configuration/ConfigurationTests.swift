import ArazzoDocuments
import Testing

@testable import ArazzoCommand

@Suite("arazzo-gen.yaml")
struct ConfigurationTests {
  private static let polling = """
    arazzo: 1.0.1
    info: { title: Ping, version: 1.0.0 }
    sourceDescriptions:
      - { name: api, url: api.yaml, type: openapi }
    workflows:
      - workflowId: ping
        inputs:
          type: object
          properties:
            w_id: { type: string }
        steps:
          - stepId: first
            operationId: getPing
            onSuccess:
              - { name: again, type: goto, stepId: first, criteria: [{ condition: $statusCode == 202 }] }
        outputs:
          w: $inputs.w_id
      - workflowId: pong
        steps:
          - stepId: first
            operationId: getPing

    """

  private func run(_ configuration: String, _ more: String...) throws -> (Command, Outcome) {
    let command = try Command(arazzo: Self.polling)
    try command.scratch.write(configuration, to: "arazzo-gen.yaml")
    let arguments = ["generate", "--config", command.scratch.at("arazzo-gen.yaml")] + more
    return (command, CommandLineTool.run(arguments))
  }

  @Test("chooses access, namespace, names, imports, header, polling and workflows")
  func everything() throws {
    let (command, outcome) = try run(
      """
      documents: [ping.yaml]
      output: out
      access: public
      namespace: Shop
      imports: [Foundation]
      header: |
        Belongs to the shop.
      workflows: [ping]
      names:
        workflows: { ping: knock }
        steps: { ping/first: ask }
        fields: { w_id: workspace, ping/w: space }
      polling: { initialDelay: 2, backoffFactor: 2.5, maximumPasses: 7 }

      """)
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(
      command.output.keys.sorted() == ["Shop+Knock.swift", "Shop+PingServers.swift", "Shop.swift"])
    let code = try command.scratch.read("out/Shop+Knock.swift")
    #expect(code.contains("// Belongs to the shop.\n"))
    #expect(code.contains("\nimport Foundation\n"))
    #expect(code.contains("\nextension Shop {\n"))
    #expect(code.contains("  public nonisolated static func knock(\n"))
    #expect(code.contains("    case .ask:\n") && code.contains("public var workspace: String?"))
    #expect(code.contains("public var space: String?"))
    #expect(code.contains("initialDelay: .seconds(2), backoffFactor: 2.5, maximumPasses: 7"))
    #expect(try command.scratch.read("out/Shop.swift").hasSuffix("enum Shop {}\n"))
  }

  @Test("chooses names of members of responses too, but none that the type has already")
  func members() throws {
    let arazzo =
      Sample.arazzo.replacing(
        "        successCriteria:\n",
        with: "        outputs: { pong: $response.body }\n        successCriteria:\n")
      + "    outputs: { pong: $steps.first.outputs.pong }\n"
    let schema = "{ type: object, properties: { w_id: { type: string }, a: {}, b: {} } }"
    let openAPI =
      Sample.openAPI
      + "          content: { application/json: { schema: \(schema) } }\n"
    let command = try Command(arazzo: arazzo, openAPI: openAPI)
    try command.scratch.write(
      "documents: [ping.yaml]\noutput: out\n"
        + "names: { fields: { ping/w_id: workspace, a: json, b: self } }\n", to: "names.yaml")
    let outcome = CommandLineTool.run(["generate", "--config", command.scratch.at("names.yaml")])
    #expect(outcome.status == .success, "\(outcome.errors)")
    let code = try command.scratch.read("out/Ping.swift")
    #expect(code.contains("var workspace: String? { self[\"w_id\"] }"))
    #expect(code.contains("var jsonText: JSONValue? { self[\"a\"] }"))
    #expect(code.contains("var selfValue: JSONValue? { self[\"b\"] }"))
  }

  @Test("gives way to the command line, and a document's own settings go before the general ones")
  func precedence() throws {
    let (command, outcome) = try run(
      """
      documents:
        - path: ping.yaml
          access: package
          namespace: Own
      access: public
      namespace: General
      output: elsewhere

      """, "--namespace", "Command", "-o", "/dev/null/no")
    #expect(outcome.status == .failure && outcome.errors.contains("/dev/null/no"))
    let (_, list) = try run(
      "documents: [{ path: ping.yaml, access: package }]\naccess: public\n", "--dry-run")
    #expect(list.output.contains("/Generated/Ping.swift\n"), "\(list.errors)")
    #expect(command.output.isEmpty)
  }

  @Test("finds the documents beside it when it names none")
  func search() throws {
    let (command, _) = try run("access: public\n")
    try command.scratch.write(Self.polling, to: "sub/more.arazzo.yaml")
    try command.scratch.write(Sample.openAPI, to: "sub/api.yaml")
    let outcome = CommandLineTool.run([
      "generate", "--config", command.scratch.at("arazzo-gen.yaml"), "--dry-run",
    ])
    #expect(outcome.output.contains("add \(command.scratch.at("Generated/Ping.swift"))\n"))
  }

  @Test("declares a namespace with the first of the documents that share it")
  func namespaces() throws {
    let (command, _) = try run("")
    try command.scratch.write(
      Self.polling.replacing("workflowId: p", with: "workflowId: s"), to: "song.yaml")
    try command.scratch.write(
      "documents: [ping.yaml, song.yaml]\nnamespace: Shop\noutput: out\n", to: "arazzo-gen.yaml")
    let path = command.scratch.at("arazzo-gen.yaml")
    #expect(CommandLineTool.run(["generate", "--config", path]).errors.isEmpty)
    let declarations = command.output.values.filter { $0.contains("enum Shop {}") }
    #expect(declarations.count == 1 && command.output.keys.contains("Shop+Song.swift"))
  }

  @Test(
    "Its mistakes are told with line and column, and with what is possible",
    arguments: [
      ("acess: public\n", "1:1: error: the configuration has no key 'acess'", "'access'?"),
      ("access: open\n", "1:9: error: 'access' must be 'public' or", ""),
      ("access: pubic\n", "1:9: error:", "did you mean 'public'?"),
      ("strict: yes please\n", "1:9: error: 'strict' must be true or false, found a string", ""),
      ("namespace: 1st\n", "1:12: error: 'namespace' must be a Swift name", ""),
      ("polling:\n  jitter: 2\n", "2:11: error: 'jitter' must be a number from 0 to 1", ""),
      (
        "polling:\n  maximumPasses: 1.5\n", "2:18: error: 'maximumPasses' must be a whole number",
        ""
      ),
      ("documents: ping.yaml\n", "1:12: error: 'documents' must be a sequence", "after '- '"),
      ("documents:\n  - acces: x\n", "2:5: error: a document has no key 'acces'", "'access'?"),
      ("documents:\n  - path: a\n    keepGoing: true\n", "3:5: error:", "top of the file"),
      ("documents: [a.yaml, a.yaml]\n", "1:21: error: the document '", "it is first listed here"),
      ("names:\n  steps: [a]\n", "2:10: error: 'steps' must be a mapping", ""),
      ("- a\n", "1:1: error: the configuration must be a mapping", ""),
      ("access: [\n", "2:1: error: expected a value", ""),
    ])
  func mistakes(text: String, error: String, more: String) throws {
    let (_, outcome) = try run(text)
    #expect(outcome.status == .failure && outcome.output.isEmpty)
    #expect(outcome.errors.contains("arazzo-gen.yaml:" + error), "\(outcome.errors)")
    #expect(more.isEmpty || outcome.errors.contains(more), "\(outcome.errors)")
  }

  @Test(
    "Names that no document has are told where they stand",
    arguments: [
      (
        "sources: { ap: ping.yaml }", "2:12: error: no document has a source description named 'ap'"
      ),
      ("workflows: [pang]", "2:13: error: no document has a workflow named 'pang'"),
      ("names: { steps: { pong/frist: a } }", "2:19: error: no document has a step named"),
      (
        "names: { fields: { w_di: a } }",
        "2:20: error: no document has an input, output or member of a response"
      ),
    ])
  func unknownNames(line: String, error: String) throws {
    let (_, outcome) = try run("documents: [ping.yaml]\n\(line)\n")
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains("arazzo-gen.yaml:" + error), "\(outcome.errors)")
    #expect(outcome.errors.contains("did you mean '"), "\(outcome.errors)")
  }

  @Test("Only the workflows that are asked for are generated, with those that they lead to")
  func workflows() throws {
    let command = try Command(arazzo: Sample.withBrokenWorkflow)
    let outcome = command.run("--workflow", "ping")
    #expect(outcome.status == .success && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(command.output.keys.sorted() == ["Ping.swift", "PingServers.swift"])
  }
}
