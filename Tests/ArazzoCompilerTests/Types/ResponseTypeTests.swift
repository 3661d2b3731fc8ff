import Testing

@testable import ArazzoCompiler

@Suite("Responses: the types that their schemas become")
struct ResponseTypeTests {
  /// The types of an output that leads to `schema`.
  private func types(_ schema: String, _ components: String = "") throws -> [String] {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: ask, operationId: get, outputs: {found: $response.body#/it}}
      outputs: {found: $steps.ask.outputs.found}
      """,
      beside: [
        "parcels.yml": """
        openapi: 3.1.0
        info: {title: T, version: 1.0.0}
        servers: [{url: 'https://api.example'}]
        paths:
          /:
            get:
              operationId: get
              responses:
                '200':
                  description: It.
                  content: {application/json: {schema: {type: object, properties: {it: \(schema)}}}}
        components: {schemas: {\(components)}}
        """
      ])
    #expect(compilation.errors == [])
    let output = compilation.workflow?.outputs.first?.type.sketch ?? "none"
    return [output] + compilation.plan.types.map(\.sketch)
  }

  @Test(
    "Each schema has its type",
    arguments: [
      ("{properties: {a: {type: string}}}", ["object 0", "0 found: {a: string}"]),
      (
        "{type: array, items: {properties: {a: {type: integer}}}}",
        ["[object 0]", "0 found-item: {a: integer}"]
      ),
      ("{type: string, enum: [a, b]}", ["text 0", "0 found: a|b"]),
      ("{type: string, enum: [a]}", ["string"]),
      ("{type: [string, 'null']}", ["string|null"]),
      ("{type: object}", ["json"]),
      (
        "{additionalProperties: {properties: {a: {type: string}}}}",
        ["[string: object 0]", "0 found-item: {a: string}"]
      ),
      (
        "{allOf: [{properties: {a: {type: string}}}, {properties: {b: {type: boolean}}}]}",
        ["object 0", "0 found: {a: string, b: boolean}"]
      ),
      (
        "{properties: {tags: {type: array, items: {properties: {a: {}}}}}}",
        ["object 0", "0 found: {tags: [object 1]}", "1 tag in 0: {a: json}"]
      ),
      ("{type: array, items: {type: array, items: {type: number}}}", ["[[number]]"]),
      ("{type: array, items: {type: string, nullable: true}}", ["[string|null]"]),
    ])
  func schemas(schema: String, expected: [String]) throws {
    #expect(try types(schema) == expected)
  }

  @Test("A named schema is one type under its name, wherever it stands")
  func names() throws {
    let reference = "{$ref: '#/components/schemas/Pet'}"
    let wrapped = "{description: The other., anyOf: [\(reference), {type: 'null'}]}"
    #expect(
      try types(
        "{properties: {a: \(reference), b: \(wrapped), c: {allOf: [\(reference)]}}}",
        "Pet: {properties: {name: {type: string}}}")
        == [
          "object 0", "0 found: {a: object 1, b: object 1|null, c: object 1}",
          "1 Pet: {name: string}",
        ])
  }

  @Test("A schema that holds itself is a type that holds itself")
  func recursion() throws {
    let tree = "Tree: {properties: {left: {$ref: '#/components/schemas/Tree'}}}"
    #expect(
      try types("{$ref: '#/components/schemas/Tree'}", tree) == [
        "object 0", "0 Tree: {left: object 0}",
      ])
    let list = "List: {type: array, items: {$ref: '#/components/schemas/List'}}"
    #expect(try types("{$ref: '#/components/schemas/List'}", list) == ["[[[[json]]]]"])
  }

  @Test(
    "Alternatives are told apart by kind, by discriminator, by fixed values, by what they require",
    arguments: [
      (
        "{anyOf: [{type: string}, {properties: {a: {}}}]}",
        "string: string (string) or object: object 1 (object)"
      ),
      ("{type: [string, integer]}", "string: string (string) or integer: integer (number)"),
      (
        """
        {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],
        discriminator: {propertyName: kind, mapping: {tom: '#/components/schemas/Cat'}}}
        """,
        "tom: object 1 (object with kind tom) or Dog: object 2 (object with kind Dog)"
      ),
      (
        """
        {oneOf: [{properties: {t: {const: x}}}, {properties: {t: {enum: [y, z]}}}]}
        """,
        "x: object 1 (object with t x) or y: object 2 (object with t y|z)"
      ),
      (
        "{oneOf: [{required: [a], properties: {a: {}}}, {properties: {b: {}}}]}",
        "a: object 1 (object that has a) or object: object 2 (object)"
      ),
    ])
  func unions(schema: String, expected: String) throws {
    let found = try types(
      schema, "Cat: {properties: {kind: {}, lives: {}}}, Dog: {properties: {kind: {}, tail: {}}}")
    #expect(found.first == "union 0")
    #expect(found.dropFirst().first == "0 found: \(expected)")
  }

  @Test("Alternatives that nothing tells apart are JSON")
  func alike() throws {
    #expect(
      try types("{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}") == ["json"])
    #expect(try types("{oneOf: [{type: string}, {oneOf: [{}, {}]}]}") == ["json"])
  }

  @Test("Beyond four types inside each other there is JSON")
  func depth() throws {
    let schema = (1...6).reversed().reduce("{type: string}") { "{properties: {l\($1): \($0)}}" }
    let found = try types(schema)
    #expect(found.count == 5)
    #expect(found.last == "3 l3 in 2: {l4: json}")
  }

  @Test("Of a large object, what it requires is declared, and a hundred members in all")
  func width() throws {
    let members = (0..<200).map { "m\($0): {type: string}" }.joined(separator: ", ")
    let found = try types("{required: [m199], properties: {\(members)}}")
    #expect(found.last?.hasSuffix("m98: string, m199: string}") == true)
  }
}
