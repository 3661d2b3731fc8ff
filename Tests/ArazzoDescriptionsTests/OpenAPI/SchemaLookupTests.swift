import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Following a pointer into a schema")
struct SchemaLookupTests {
  private static let tree = """
        Subject:
          type: object
          required: [run, tags]
          properties:
            run: {$ref: '#/components/schemas/Run'}
            maybe: {nullable: true, type: string}
            tags: {type: array, items: {type: string}}
            labels: {type: object, additionalProperties: {type: integer}}
            free: {type: object}
            one: {oneOf: [{$ref: '#/components/schemas/Run'}, {$ref: '#/components/schemas/Job'}]}
            closed: {type: object, additionalProperties: false}
            open: {type: object, properties: {a: {}}, additionalProperties: true}
            lost: {$ref: '#/components/schemas/Nothing'}
        Run:
          allOf:
            - required: [id, parent]
              properties:
                id: {type: string}
                parent: {nullable: true, allOf: [{$ref: '#/components/schemas/Run'}]}
            - properties: {state: {enum: [on, off]}}
        Job:
          required: [id]
          properties: {id: {type: integer}, queue: {type: string}}
    """

  @Test(
    "What is found",
    arguments: [
      (["run", "id"], "string"), (["run", "state"], "string?"),
      (["run", "parent", "parent", "id"], "string?"), (["run", "parent"], "object or null"),
      (["maybe"], "string? or null"), (["tags"], "array"), (["tags", "0"], "string?"),
      (["labels", "any"], "integer?"), (["free", "a", "b"], "undescribed"),
      (["open", "b"], "undescribed"), (["lost", "b"], "undescribed"),
      (["one", "queue"], "string?"), (["run", "idd"], "no idd among id, parent, state"),
      (["one", "nothing"], "no nothing among id, parent, state, queue"),
      (["closed", "a"], "no a among "), (["run", "id", "x"], "no x among "),
      (["tags", "first"], "no first among "),
    ])
  func pointers(tokens: [String], expected: String) throws {
    let subject = try schema(Self.tree)
    #expect(subject.find(tokens) == expected)
  }

  @Test("A name that alternatives have in unlike types becomes alternatives itself")
  func unlikeAlternatives() throws {
    let subject = try schema(Self.tree)
    guard case .found(let found, let isRequired) = subject.lookup(.init(tokens: ["one", "id"]))
    else {
      Issue.record("nothing found")
      return
    }
    #expect(found.alternatives.map(\.kinds) == [[.string], [.integer]])
    #expect(!isRequired)
  }

  @Test("A pointer into many alternatives of themselves ends")
  func manyAlternatives() throws {
    let choices = (0..<8).map { "{$ref: '#/components/schemas/S\($0)'}" }.joined(separator: ", ")
    let names = (0..<8).map {
      "    S\($0): {properties: {next: {anyOf: [\(choices)]}, same\($0): {}}}\n"
    }
    let subject = try schema("    Subject: {anyOf: [\(choices)]}\n" + names.joined())
    #expect(subject.find(Array(repeating: "next", count: 40)) != "")
  }

  @Test("The inputs of a workflow may lie in the components and in other files")
  func inputs() throws {
    let root = try yaml(
      """
      arazzo: 1.0.1
      info: {title: a, version: 1.0.0}
      sourceDescriptions: [{name: a, url: a.yml}]
      workflows:
        - workflowId: w
          inputs: {$ref: '#/components/inputs/trip'}
          steps: [{stepId: a, operationId: b}]
        - workflowId: v
          inputs: {$ref: '#/components/inputs/tirp'}
          steps: [{stepId: a, operationId: b}]
      components:
        inputs:
          trip: {type: object, properties: {to: {$ref: more.yml#place}}}
      """)
    let description = try #require(ArazzoDescription.read(root, Diagnostics()))
    let loader = MemoryLoader(["more.yml": "a: {$anchor: place, type: string}"])
    let inputs = try description.workflows.map { try #require($0.inputs) }
    let schema = try Schema.inputs(inputs[0], of: description, loader: loader)
    #expect(schema.find("to") == "string?")
    let error = try #require(throws: DocumentError.self) {
      try Schema.inputs(inputs[1], of: description, loader: loader)
    }
    #expect(
      error.diagnostic.line
        == "9:20: error: '$ref' can't be resolved: there is no '#/components/inputs/tirp'")
  }
}
