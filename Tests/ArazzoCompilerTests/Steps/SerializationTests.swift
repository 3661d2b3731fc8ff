import Testing

@testable import ArazzoCompiler

@Suite("H1, H3: how parameters are written and where requests go")
struct SerializationTests {
  private func compile(
    parameter: String, version: String = "3.1.0", servers: String = ""
  ) throws -> Compilation {
    let place = parameter.split { ": ,".contains($0) }.dropFirst().first ?? "query"
    let api = """
      openapi: \(version)
      info: {title: Boxes, version: 1.0.0}
      \(servers)
      paths:
        /boxes:
          get: {operationId: listBoxes, parameters: [{name: a, \(parameter)}], responses: {}}
      """
    return try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Boxes, version: 1.0.0}
        sourceDescriptions:
          - {name: boxes, url: boxes.yml, type: openapi}
        workflows:
          - workflowId: flow
            inputs: {type: object, properties: {any: {}}}
            steps:
              - stepId: ask
                operationId: listBoxes
                parameters:
                  - {name: a, in: \(place), value: $inputs.any}
        """, beside: ["boxes.yml": api])
  }

  /// How the only parameter is written.
  private func plan(
    _ parameter: String, version: String = "3.1.0"
  ) throws -> SerializationPlan? {
    let compilation = try compile(parameter: parameter, version: version)
    let parameters = try #require(compilation.step("ask")?.operation?.parameters)
    return try #require(parameters.first).serialization
  }

  @Test(
    "What is as its place has it needs no words",
    arguments: [
      "in: query", "in: query, style: form, explode: true", "in: query, schema: {type: string}",
      "in: query, style: pipeDelimited, explode: false, schema: {type: integer}",
      "in: header, style: simple", "in: cookie, explode: true",
      "in: query, content: {text/plain: {}}",
    ])
  func h1_defaults(parameter: String) throws {
    #expect(try plan(parameter) == nil)
  }

  @Test("Each style has its own explode")
  func h1_styles() throws {
    #expect(
      try plan("in: query, style: pipeDelimited")
        == SerializationPlan(style: .pipeDelimited, explode: false))
    #expect(
      try plan("in: query, style: deepObject, explode: false")
        == SerializationPlan(style: .deepObject, explode: true))
    #expect(
      try plan("in: query, explode: false, allowReserved: true, allowEmptyValue: true")
        == SerializationPlan(
          style: .form, explode: false, allowsReserved: true, allowsEmpty: true))
    #expect(
      try plan("in: query, content: {application/json: {}}")
        == SerializationPlan(style: .json, explode: true))
    #expect(
      try plan("in: cookie, style: cookie", version: "3.2.0")
        == SerializationPlan(style: .cookie, explode: true))
  }

  @Test("A style that the place does not have is a warning, a type that can't be written an error")
  func h1_mistakes() throws {
    let odd = try compile(parameter: "in: query, style: matrix")
    #expect(
      odd.warnings.contains {
        $0.contains("the style 'matrix' isn't allowed in a query; 'form' is used instead")
      })
    let error = try compile(parameter: "in: query, content: {image/png: {}}").errors
    #expect(error.contains { $0.contains("parameter 'a' can't be written as 'image/png'") })
  }

  @Test("Several servers, and variables, are a choice; one server is none")
  func h3_choices() throws {
    let one = try compile(parameter: "in: query", servers: "servers: [{url: 'https://a.test'}]")
    #expect(one.step("ask")?.operation?.server.choices.isEmpty == true)
    let several = try compile(
      parameter: "in: query",
      servers: """
        servers:
          - {url: 'https://{region}.test/{odd}', variables: {region: {default: eu, enum: [us]}}}
          - {url: /v1, description: Here}
        """)
    let server = try #require(several.step("ask")?.operation?.server)
    #expect(server.url == "https://eu.test/{odd}")
    #expect(server.choices.map(\.description) == [nil, "Here"])
    #expect(
      server.choices[0].url == [.text("https://"), .variable("region"), .text(".test/{odd}")])
    #expect(server.choices[0].variables.map(\.values) == [["eu", "us"]])
  }
}
