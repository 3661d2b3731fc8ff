import Testing

@testable import ArazzoCompiler

@Suite("Inputs: their types, defaults and references (rule V7)")
struct InputTypeTests {
  private func compile(_ schema: String, beside components: String = "") throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions: [{name: parcels, url: parcels.yml, type: openapi}]
        workflows:
        - workflowId: flow
          inputs: \(schema)
          steps: [{stepId: list, operationId: listParcels}]
        \(components)
        """)
  }

  @Test(
    "Each schema has its type",
    arguments: [
      ("{type: string}", "string?"),
      ("{type: string, enum: [a, b, a]}", "a|b?"),
      ("{enum: [a, b]}", "a|b?"),
      ("{type: string, format: password}", "secret?"),
      ("{type: [string, 'null']}", "string|null?"),
      ("{type: [integer, number]}", "number?"),
      ("{type: array, items: {type: integer}}", "[integer]?"),
      ("{type: array}", "[json]?"),
      ("{type: array, items: {type: string, nullable: true}}", "[string|null]?"),
      ("{additionalProperties: {type: string, nullable: true}}", "[string: string|null]?"),
      ("{type: object}", "json?"),
      ("{type: object, additionalProperties: {type: integer}}", "[string: integer]?"),
      (
        "{type: object, required: [y], properties: {x: {type: boolean}, y: {}}}",
        "{x: boolean?, y: json}?"
      ),
      ("{oneOf: [{type: string}, {type: integer}]}", "json?"),
      ("{anyOf: [{type: string}, {type: 'null'}]}", "string|null?"),
      ("{type: [string, integer, 'null'], default: null}", "json = null"),
      ("{type: integer, default: 3}", "integer = 3"),
      ("{type: string, enum: [a, b], default: b}", "a|b = 'b'"),
      ("{type: array, items: {type: string}, default: [a]}", "[string] = ['a']"),
      ("{type: string, default: null}", "string?"),
      ("{type: string, nullable: true, default: null}", "string|null = null"),
      ("{type: string, nullable: true, default: a}", "string|null = 'a'"),
      ("{type: string, nullable: true, format: binary}", "upload?"),
      (
        "{type: object, properties: {x: {type: string}}, default: {x: a}}",
        "{x: string?} = {x: 'a'}"
      ),
    ])
  func types(schema: String, expected: String) throws {
    let compilation = try compile("{type: object, properties: {field: \(schema)}}")
    #expect(compilation.workflow?.inputs.sketch == "{field: \(expected)}", "\(compilation.lines)")
    #expect(compilation.lines == [])
  }

  @Test(
    "A default that the type does not admit is left out with a warning",
    arguments: [
      ("{type: integer, default: three}", "integer?"),
      ("{type: string, default: 3}", "string?"),
      ("{type: string, enum: [a], default: b}", "a?"),
      ("{type: integer, default: 99999999999999999999}", "integer?"),
      ("{type: object, properties: {x: {type: string}}, default: {y: a}}", "{x: string?}?"),
      (
        "{type: object, required: [x], properties: {x: {type: string}}, default: {}}",
        "{x: string}?"
      ),
    ])
  func badDefaults(schema: String, expected: String) throws {
    let compilation = try compile("{properties: {field: \(schema)}}")
    #expect(compilation.workflow?.inputs.sketch == "{field: \(expected)}", "\(compilation.lines)")
    #expect(compilation.warnings.count == 1)
  }

  @Test("Components are followed, and a schema that holds itself ends in JSON")
  func references() throws {
    let compilation = try compile(
      "{$ref: '#/components/inputs/tree'}",
      beside: """
        components:
          inputs:
            tree:
              type: object
              required: [name]
              properties:
                name: {type: string}
                left: {$ref: '#/components/inputs/tree'}
        """)
    #expect(compilation.workflow?.inputs.sketch == "{name: string, left: json?}")
    #expect(compilation.lines == [])
  }

  @Test(
    "A schema that holds itself through an array or a dictionary is a type that does",
    arguments: [
      ("{type: array, items: SELF}", "[tree above]?"),
      ("{type: object, additionalProperties: SELF}", "[string: tree above]?"),
      ("{type: array, items: {type: object, properties: {of: SELF}}}", "[{of: tree above?}]?"),
      ("{type: object, properties: {of: SELF}}", "{of: json?}?"),
    ])
  func recursion(inner: String, expected: String) throws {
    let itself = "{$ref: '#/components/inputs/tree'}"
    let compilation = try compile(
      "{properties: {tree: \(itself)}}",
      beside: """
        components:
          inputs:
            tree: {type: object, properties: {inner: \(inner.replacing("SELF", with: itself))}}
        """)
    #expect(compilation.workflow?.inputs.sketch == "{tree: {inner: \(expected)}?}")
    #expect(compilation.lines == [])
  }

  @Test("A reference that leads nowhere is an error at its place")
  func brokenReferences() throws {
    let field = try compile("{properties: {a: {$ref: '#/components/inputs/x'}}}")
    #expect(field.errors.count == 1)
    #expect(
      field.errors.first?.hasPrefix("6:35: error: '$ref' can't be resolved") == true,
      "\(field.errors)")
    let item = try compile("{properties: {a: {type: array, items: {$ref: '#/x'}}}}")
    #expect(item.errors.count == 1)
    let whole = try compile("{$ref: '#/components/inputs/x'}")
    #expect(whole.errors.count == 1)
  }

  @Test("Inputs that are no object are refused")
  func noObject() throws {
    #expect(
      try compile("{type: string}").errors
        == ["6:11: error: the inputs of a workflow must be an object"])
  }

  @Test("Schemas that multiply end in an error, not in memory")
  func multiplication() throws {
    let schemas = (0..<30).map { level in
      let next = "{$ref: '#/components/inputs/s\(level + 1)'}"
      return "    s\(level): {type: object, properties: {a: \(next), b: \(next)}}"
    }
    let compilation = try compile(
      "{$ref: '#/components/inputs/s0'}",
      beside: "components:\n  inputs:\n" + schemas.joined(separator: "\n")
        + "\n    s30: {type: string}")
    #expect(compilation.errors.count { $0.contains("more than 2000 properties") } == 1)
  }

  @Test("What only 'required' names is an input of any type")
  func requiredOnly() throws {
    let compilation = try compile(
      "{type: object, required: [a, b], properties: {a: {type: string}}}")
    #expect(compilation.workflow?.inputs.sketch == "{a: string, b: json}")
  }
}
