import Testing

@testable import ArazzoCompiler

@Suite("Values (rules V1 to V4, dialects P1, P2, P3, P12)")
struct ValueTests {
  private static let inputs = """
    inputs:
      type: object
      required: [name, count]
      properties:
        name: {type: string}
        count: {type: integer}
        note: {type: string}
        user.name: {type: string}
        user: {type: object, properties: {age: {type: integer}}}
        list: {type: array, items: {type: string}}
        any: {}
    """

  /// The value of a payload member `label` (a string in the API) or another one.
  private func member(_ name: String, _ value: String) throws -> (String?, Compilation) {
    let compilation = try Compilation(
      """
      \(Self.inputs)
      steps:
        - stepId: make
          operationId: createParcel
          requestBody: {payload: {\(name): \(value)}}
      """)
    return (compilation.step("make")?.body, compilation)
  }

  @Test(
    "A whole expression keeps its type, an embedded one is text",
    arguments: [
      ("$inputs.count", "{label: inputs.count}: json"),
      ("'{$inputs.name}!'", "{label: inputs.name + '!'}: json"),
      ("'n {$inputs.note}'", "{label: 'n ' + inputs.note}: json"),
      ("$inputs.user.name", "{label: inputs.user.name}: json"),
      ("$inputs.user.age", "{label: inputs.user.age}: json"),
      ("$inputs.user#/age", "{label: inputs.user.age}: json"),
      ("'$inputs.list[0]'", "{label: inputs.list/0}: json"),
      ("$inputs.any#/a/b", "{label: inputs.any/a/b}: json"),
      ("$ref", "{label: '$ref'}: json"),
      ("costs $5", "{label: 'costs $5'}: json"),
      ("'$.items[0]'", "{label: '$.items[0]'}: json"),
      ("12.50", "{label: '12.50'}: json"),
      ("null", "{label: null}: json"),
      ("[$inputs.name, 2]", "{label: [inputs.name, 2]}: json"),
      ("{a: $inputs.name}", "{label: {a: inputs.name}}: json"),
    ])
  func values(written: String, expected: String) throws {
    let (body, compilation) = try member("label", written)
    #expect(body == expected, "\(compilation.lines)")
  }

  @Test("A value without braces in a longer string is dialect P1")
  func unbraced() throws {
    let (body, compilation) = try member("label", "Hello $inputs.name")
    #expect(body == "{label: 'Hello ' + inputs.name}: json")
    #expect(compilation.warnings.contains { $0.contains("needs braces") })
  }

  @Test("A whole value in braces keeps its type where the schema says that it is no string")
  func bracedWhole() throws {
    let (number, dialect) = try member("count", "'{$inputs.count}'")
    #expect(number == "{count: inputs.count}: json")
    #expect(dialect.warnings.contains { $0.contains("'{$…}' makes a string by the specification") })
    let step = try member("label", "'{$inputs.count}'")
    #expect(!step.1.warnings.contains { $0.contains("braces") })
  }

  @Test("A known name that is nearly right gets a suggestion, at its own place")
  func unknownInput() throws {
    let (_, compilation) = try member("label", "$inputs.nam")
    #expect(compilation.errors == ["21:38: error: workflow 'flow' has no input 'nam'"])
    #expect(compilation.suggestions.contains("write $inputs.name"))
  }

  @Test("What is no expression after all is text with a warning, and in braces an error")
  func unknownRoot() throws {
    let (body, text) = try member("label", "$input.name")
    #expect(body == "{label: '$input.name'}: json")
    #expect(text.warnings.contains { $0.contains("'$input.name'") })
    let (_, braced) = try member("label", "'{$input.name}'")
    #expect(braced.errors.count == 1)
  }

  @Test("The response is out of reach while a request is made and at the end")
  func responseTooEarly() throws {
    let (_, compilation) = try member("label", "$response.body#/id")
    #expect(compilation.errors.count == 1)
    let end = try Compilation(
      """
      steps:
        - {stepId: list, operationId: listParcels}
      outputs: {page: $response.body}
      """)
    #expect(
      end.errors == ["9:19: error: '$response.body' isn't available in the outputs of a workflow"])
  }

  @Test("A look into a scalar is refused")
  func insideScalar() throws {
    let (_, compilation) = try member("label", "$inputs.name#/first")
    #expect(compilation.errors.count == 1)
    #expect(compilation.errors.first?.contains("is a string, which has no member") == true)
  }
}
