import ArazzoRuntimeSources
import Testing

@testable import ArazzoCommand
@testable import ArazzoSwiftEmitter

@Suite(
  "Names that Swift, the runtime or the generated code has already",
  .enabled(if: SwiftCompiler.modules != nil, "the folder of the built modules is not known"))
struct ReservedNameTests {
  private static let openAPI = """
    openapi: 3.1.0
    info: { title: T, version: "1" }
    servers: [{ url: "https://example.com" }]
    security: [{ self: [] }, { print: [] }, { 你好: [] }]
    components:
      securitySchemes:
        self: { type: http, scheme: bearer }
        print: { type: http, scheme: basic }
        你好: { type: apiKey, in: header, name: X-Key }
    paths:
      /a: { get: { operationId: a, responses: { "200": { description: ok, content: \
    { application/json: { schema: SCHEMA } } } } } }

    """

  private static func arazzo(_ workflows: [String]) -> String {
    """
    arazzo: 1.0.1
    info: { title: T, version: "1" }
    sourceDescriptions: [{ name: self, url: api.yaml, type: openapi }]
    workflows:

    """ + workflows.map { "  - \($0)\n" }.joined()
  }

  /// Generates into `out`; the names are quoted where they stand, for some mean something in YAML.
  private func generate(
    _ workflows: [String], schema: String = "{ type: object }", _ options: String...
  ) throws -> Command {
    let command = try Command(
      arazzo: Self.arazzo(workflows), openAPI: Self.openAPI.replacing("SCHEMA", with: schema))
    let outcome = command.run(
      document: "ping.yaml", options, embedding: RuntimeSources.all)
    try #require(outcome.status == .success, "\(outcome.errors)")
    return command
  }

  private static let keywords = ReservedNames.keywords.union(ReservedNames.members.keys)
    .union(ReservedNames.locals).union(["none", "some", "_", "Type", "Protocol", "你好", "ß", "***"])

  @Test("are no trouble as workflows, called by others, beside the runtime's sources")
  func workflows() async throws {
    let names = ReservedNames.topLevel.union(Self.keywords)
      .union(["print", "exit", "main", "a-result", "a-inputs", "a-outputs", "a"]).sorted()
    let called = names.map { name in
      #"{ workflowId: "\#(name)", steps: [{ stepId: s, operationId: a }] }"#
    }
    let callers = stride(from: 0, to: names.count, by: 40).map { start in
      let steps = names[start..<min(start + 40, names.count)].map { name in
        #"{ stepId: "\#(name)", workflowId: "\#(name)" }"#
      }
      return """
        { workflowId: "call \(start)", dependsOn: [a], steps: [\(steps.joined(separator: ", "))] }
        """
    }
    let command = try generate(called + callers, "--runtime", "embedded")
    #expect(try await SwiftCompiler.complaints(about: command.scratch.at("out")) == "")
  }

  @Test("are no trouble as workflows that are tools")
  func tools() async throws {
    let names = ReservedNames.locals.union(ReservedNames.tools).union(["a", "a-tool", "a-input"])
    let flows = names.sorted().map { name in
      #"{ workflowId: "\#(name)", steps: [{ stepId: s, operationId: a }] }"#
    }
    let command = try generate(flows, "--mcp")
    #expect(try await SwiftCompiler.complaints(about: command.scratch.at("out")) == "")
  }

  @Test(
    "are no trouble as inputs, outputs, steps, actions, members of responses and texts of enums",
    arguments: ["", "Shop"])
  func members(namespace: String) async throws {
    let names = Self.keywords.union(["json", "description", "hash", "encode", "stringValue"])
      .union(["expected", "known", "server", "unknown", "other", "container", "decoder", "outputs"])
      .union(ReservedNames.types.sorted().prefix(20)).sorted()
    let options = namespace.isEmpty ? ["--access", "public"] : ["--namespace", namespace]
    let command = try generate(
      [Self.straight(names), Self.machine(names)], schema: Self.schema(names), options[0],
      options[1])
    #expect(try await SwiftCompiler.complaints(about: command.scratch.at("out")) == "")
  }

  /// All names as inputs of several types, as outputs and as endings.
  private static func straight(_ names: [String]) -> String {
    let types = [
      "{ type: string }", "{ type: string, minLength: 1, default: x }",
      #"{ type: object, required: [k], properties: { "N": { type: string, minLength: 1 } } }"#,
      #"{ type: string, enum: [none, some, "N"] }"#, "{ type: string, format: password }",
    ]
    let inputs = names.enumerated().map { number, name in
      #""\#(name)": "# + types[number % types.count].replacing("N", with: name)
    }
    let plain = names.filter { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") } }
    let outputs = plain.map { #""\#($0)": $response.body#/name"# }
    let results = plain.map { #""\#($0)": $steps.s.outputs.\#($0)"# }
    let endings = plain.map {
      #"{ name: "\#($0)", type: end, criteria: [{ condition: "$response.body#/kind == '\#($0)'" }] }"#
    }
    return """
      { workflowId: straight, inputs: { type: object, required: [only], properties: \
      { \(inputs.joined(separator: ", ")) } }, steps: [{ stepId: s, operationId: a, \
      outputs: { \(outputs.joined(separator: ", ")), all: $response.body#/all, \
      kinds: $response.body#/kinds }, onSuccess: [\(endings.joined(separator: ", "))] }], \
      outputs: { \(results.joined(separator: ", ")), all: $steps.s.outputs.all, \
      kinds: $steps.s.outputs.kinds } }
      """
  }

  /// All names as steps that can be gone back to, some of them as what these carry.
  private static func machine(_ names: [String]) -> String {
    let carried = [
      "inout", "let", "var", "in", "self", "init", "outputs", "state", "run", "client",
    ]
    let first = names[0]
    let outputs = carried.map { "\($0): $response.body#/name" }.joined(separator: ", ")
    let steps = names.enumerated().map { number, name in
      let next = names[(number + 1) % names.count]
      let value = "$steps.\(first).outputs.\(carried[number % carried.count])"
      let own =
        number == 0
        ? "outputs: { \(outputs) }" : #"parameters: [{ name: q, in: query, value: "\#(value)" }]"#
      return """
        { stepId: "\(name)", operationId: a, \(own), onFailure: [{ name: "\(name)", type: retry, \
        retryAfter: 1 }], onSuccess: [{ name: "\(name)", type: goto, stepId: "\(next)", \
        criteria: [{ condition: $statusCode == 200 }] }, { name: stop, type: end }] }
        """
    }
    let results = carried.map { "\($0): $steps.\(first).outputs.\($0)" }.joined(separator: ", ")
    return """
      { workflowId: machine, steps: [\(steps.joined(separator: ", "))], outputs: { \(results) } }
      """
  }

  /// All names as members, as objects in objects, and as texts of an enumeration.
  private static func schema(_ names: [String]) -> String {
    let members = names.map { name in
      #""\#(name)": { type: object, properties: { "\#(name)": { type: object, "#
        + #"properties: { "\#(name)": { type: string } } } } }"#
    }
    let texts = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      { type: object, properties: { name: { type: string }, kind: { type: string }, \
      kinds: { type: array, items: { type: string, enum: [\(texts)] } }, \
      all: { type: object, properties: { \(members.joined(separator: ", ")) } } } }
      """
  }

  @Test("are no trouble in a package with a command line, whose commands keep their names")
  func package() async throws {
    let ids = [
      "main", "exit", "exit-code", "usage-string", "message", "print", "list", "parse",
      "parse-as-root", "help", "option", "flag", "tool", "connection", "parsable",
      "async-parsable", "progress", "input-values", "workflows", "validate", "configuration", "run",
      "你好", "再见",
    ]
    let flows = ids.map { id in
      """
      { workflowId: "\(id)", inputs: { type: object, properties: { main: { type: string }, \
      option: { type: string }, Option: { type: string }, flag: { type: boolean }, \
      exit: { type: string }, connection: { type: string }, inputs: { type: string }, \
      help: { type: string } } }, steps: [{ stepId: s, operationId: a }] }
      """
    }
    let command = try Command(
      arazzo: Self.arazzo(flows), openAPI: Self.openAPI.replacing("SCHEMA", with: "true"))
    let outcome = CommandLineTool.run(
      ["init", command.scratch.at("ping.yaml"), "-o", command.scratch.at("tool")],
      embedding: RuntimeSources.all)
    try #require(outcome.status == .success, "\(outcome.errors)")
    for id in ids { #expect(outcome.output.contains("swift run tool \(id) --help\n")) }
    let sources = command.scratch.at("tool/Sources/tool")
    #expect(try await SwiftCompiler.complaints(about: sources, module: "tool") == "")
  }
}
