import Testing

@testable import ArazzoCompiler

@Suite("Outputs: the type that a pointer leads to in the response")
struct OutputTypeTests {
  private func compile(_ operation: String, _ value: String) throws -> Compilation {
    try Compilation(
      """
      steps:
        - {stepId: ask, operationId: \(operation), outputs: {out: '\(value)'}}
      outputs: {out: $steps.ask.outputs.out}
      """)
  }

  @Test(
    "Each pointer has the type of its schema",
    arguments: [
      ("createParcel", "$response.body#/id", "out: string"),
      ("createParcel", "$response.body#/weight", "out: number"),
      ("createParcel", "$response.body#/address/city", "out: string"),
      ("createParcel", "$response.body#/address/floor", "out: integer|null?"),
      ("createParcel", "$response.body#/paid", "out: boolean?"),
      ("createParcel", "$response.body#/status", "out: text 0?"),
      ("createParcel", "$response.body#/address", "out: object 0"),
      ("createParcel", "$response.body", "out: object 0?"),
      ("createParcel", "$response.body.address.city", "out: string"),
      ("listParcels", "$response.body#/items", "out: [object 0]"),
      ("listParcels", "$response.body#/items/0/id", "out: string?"),
      ("listParcels", "$response.body#/tags", "out: [string]?"),
      ("listParcels", "$response.body#/counts", "out: [string: integer]?"),
      ("listParcels", "$response.body#/counts/red", "out: integer?"),
      ("listParcels", "$response.body#/next", "out: string|null?"),
      ("listParcels", "$statusCode", "out: integer"),
      ("listParcels", "$response.header.Link", "out: string?"),
      ("listParcels", "$request.query.limit", "out: string?"),
      ("logIn", "$response.body#/pin", "out: secret?"),
      ("odd", "$response.body#/twins", "out: integer?"),
      ("odd", "$response.body#/mixed", "out: union 0?"),
      ("odd", "$response.body#/self", "out: json?"),
    ])
  func types(operation: String, value: String, expected: String) throws {
    let compilation = try compile(operation, value)
    #expect(compilation.workflow?.outputSketches == [expected], "\(compilation.lines)")
    #expect(compilation.errors == [])
  }

  @Test("What the response does not declare is JSON, with a warning that suggests a name")
  func undeclared() throws {
    let compilation = try compile("listParcels", "$response.body#/nex")
    #expect(compilation.workflow?.outputSketches == ["out: json?"])
    #expect(
      compilation.warnings
        == [
          "8:62: warning: the API description declares no member 'nex' in the response of GET /parcels"
        ])
    #expect(compilation.suggestions == ["write $response.body#/next"])
  }

  @Test("A schema that leads nowhere is a warning, a circle an error; each is told once")
  func brokenReferences() throws {
    let lost = try Compilation(
      """
      steps:
        - stepId: ask
          operationId: odd
          outputs: {a: $response.body#/lost, b: $response.body#/lost}
      outputs: {a: $steps.ask.outputs.a}
      """)
    #expect(lost.workflow?.outputSketches == ["a: json?"])
    #expect(lost.lines.count == 1)
    #expect(
      lost.lines.first?.contains("warning: '$ref' can't be resolved")
        == true)
    let circle = try compile("odd", "$response.body#/circle")
    #expect(circle.workflow == nil)
    #expect(circle.errors.count == 1)
  }

  @Test("What every way on needs is not optional, and what only one needs is")
  func needs() throws {
    let text = { (required: String) in
      """
      steps:
        - {stepId: ask, operationId: listParcels, outputs: {id: $response.body#/items/0/id}}
        - stepId: use
          operationId: \(required)
          parameters:
            - {name: parcelId, in: path, value: $steps.ask.outputs.id}
      """
    }
    let needed = try Compilation(.init(stringLiteral: text("deleteParcel")))
    #expect(needed.step("ask")?.kept == ["ask.id: string = body/items/0/id: string?"])
    #expect(needed.step("use")?.flow.first == "use(ask.id: string)")
    let optional = try Compilation(
      """
      steps:
        - {stepId: ask, operationId: listParcels, outputs: {id: $response.body#/items/0/id}}
        - stepId: use
          operationId: listParcels
          parameters:
            - {name: cursor, in: query, value: $steps.ask.outputs.id}
      """)
    #expect(optional.step("use")?.flow.first == "use(ask.id: string?)")
  }

  @Test(
    "V6: an integer has a type that holds what its format or its limits admit",
    arguments: [
      ("format: uint64", "unsigned"), ("format: int64, maximum: 9223372036854776000", "integer"),
      ("minimum: 0, maximum: 18446744073709551615", "unsigned"),
      ("exclusiveMinimum: 0, maximum: 1.8446744073709552e+19", "unsigned"),
      ("maximum: 18446744073709551615", "json"), ("minimum: -1e30", "json"),
      ("minimum: 0, maximum: 1e30", "json"),
      ("minimum: 0, maximum: 9223372036854775807", "integer"),
      ("format: int32", "integer"),
    ])
  func v6_integers(schema: String, type: String) throws {
    let api = """
      openapi: 3.1.0
      info: {title: Counts, version: "1"}
      servers: [{url: "https://counts.example.com"}]
      paths:
        /count:
          get:
            operationId: count
            responses:
              "200":
                description: ok
                content:
                  application/json:
                    schema:
                      type: object
                      required: [n, list]
                      properties:
                        n: {type: integer, \(schema)}
                        list: {type: array, items: {type: integer, \(schema)}}
      """
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {n: {type: integer, \(schema)}}}
      steps:
        - stepId: ask
          operationId: count
          outputs: {n: $response.body#/n, list: $response.body#/list}
      outputs: {n: $steps.ask.outputs.n, list: $steps.ask.outputs.list}
      """, beside: ["parcels.yml": api])
    #expect(compilation.errors.isEmpty)
    #expect(compilation.workflow?.outputSketches == ["n: \(type)", "list: [\(type)]"])
    #expect(compilation.workflow?.inputs.fields.map(\.type.sketch) == [type])
  }
}
