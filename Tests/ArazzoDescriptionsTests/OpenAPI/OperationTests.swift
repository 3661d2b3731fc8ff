import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Reading an operation")
struct OperationTests {
  private func read(
    _ text: String, beside texts: [String: String] = [:]
  ) throws -> (operation: Operation?, lines: [String]) {
    let description = try api("openapi: 3.0.3\n" + text, beside: texts)
    let entry = try #require(description.operations.first)
    let diagnostics = Diagnostics()
    return (description.operation(entry, diagnostics), diagnostics.lines)
  }

  @Test("Parameters of both levels are merged, the operation's own win")
  func parameters() throws {
    let (operation, lines) = try read(
      """
      paths:
        /a/{id}:
          parameters:
            - {name: id, in: path, schema: {type: integer}}
            - {name: page, in: query, style: form, explode: false}
          get:
            parameters:
              - {name: page, in: query, required: true, allowReserved: true}
              - {$ref: '#/components/parameters/Filter'}
      components:
        parameters:
          Filter: {$ref: more.yml#/filter}
      """,
      beside: [
        "more.yml":
          "filter: {name: filter, in: query, content: {application/json: {schema: {type: array}}}}"
      ])
    #expect(lines == [])
    let parameters = try #require(operation).parameters
    #expect(parameters.map(\.name) == ["id", "page", "filter"])
    #expect(parameters.map(\.isRequired) == [true, true, false])
    #expect(parameters[0].schema?.kinds == [.integer])
    #expect(parameters[1].style == nil && parameters[1].allowReserved)
    #expect(parameters[2].contentType == "application/json")
    #expect(parameters[2].schema?.kinds == [.array])
  }

  @Test("Bodies, responses and headers are read through references")
  func bodies() throws {
    let (operation, lines) = try read(
      """
      paths:
        /a:
          post:
            deprecated: true
            requestBody: {$ref: '#/components/requestBodies/A'}
            responses:
              200: {$ref: '#/components/responses/Done'}
              4XX: {description: no}
              default: {$ref: '#/components/responses/Gone'}
      components:
        requestBodies:
          A: {required: true, content: {application/json: {schema: {type: object}}}}
        responses:
          Done:
            headers: {X-Count: {schema: {type: integer}}}
            content: {text/plain: {}}
      """)
    #expect(
      lines == [
        "10:25: warning: '$ref' can't be resolved: there is no '#/components/responses/Gone'"
      ])
    let found = try #require(operation)
    #expect(found.isDeprecated)
    #expect(found.requestBody?.isRequired == true)
    #expect(found.requestBody?.content.first?.schema?.kinds == [.object])
    #expect(found.responses.map(\.status) == ["200", "4XX"])
    #expect(found.responses.first?.headers.map(\.name) == ["X-Count"])
    #expect(found.responses.first?.content.map(\.name) == ["text/plain"])
  }

  @Test("A parameter's reference that leads nowhere is left out, a body's is an error")
  func brokenReferences() throws {
    let (operation, lines) = try read(
      """
      paths:
        /a:
          get:
            parameters:
              - $ref: '#/components/parameters/Pgae'
              - $ref: '#/components/parameters/A'
            requestBody: {$ref: lost.yml}
      components:
        parameters:
          Page: {name: page, in: query}
          A: {$ref: '#/components/parameters/B'}
          B: {$ref: '#/components/parameters/A'}
      """)
    #expect(operation == nil)
    #expect(
      lines == [
        "6:17: warning: '$ref' can't be resolved: there is no '#/components/parameters/Pgae'",
        "12:15: warning: '$ref' is circular: '#/components/parameters/B'",
        "8:27: error: '$ref' can't be resolved: there is no 'lost.yml'",
      ])
  }

  @Test("A parameter that makes no sense is left out with a warning")
  func oddParameters() throws {
    let (operation, lines) = try read(
      """
      paths:
        /a:
          get:
            parameters:
              - {in: query}
              - {name: a}
              - {name: b, in: body}
              - {name: c, in: query}
      """)
    #expect(
      lines == [
        "6:11: warning: a parameter must have a 'name' that is a string; it is ignored",
        "7:11: warning: parameter 'a' lacks the required field 'in'; it is ignored",
        "8:25: warning: parameter 'b': 'in' must be 'path', 'query', 'querystring', 'header' or "
          + "'cookie', found 'body'; it is ignored",
      ])
    #expect(operation?.parameters.map(\.name) == ["c"])
  }

  @Test("Asked twice, an operation has errors twice and tells them once")
  func repeated() throws {
    let description = try api(
      "openapi: 3.0.3\npaths: {/a: {get: {parameters: [{in: query}], requestBody: {$ref: '#/b'}}}}\n"
    )
    let entry = try #require(description.operations.first)
    let diagnostics = Diagnostics()
    for _ in 1...2 {
      let reading = diagnostics.scope { description.operation(entry, diagnostics) }
      #expect(reading.result == nil)
      #expect(reading.hasErrors)
    }
    #expect(diagnostics.all.map(\.severity) == [.warning, .error])
  }
}
