import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Reading Swagger 2.0")
struct SwaggerTests {
  private static let head = """
    swagger: '2.0'
    host: parcels.test
    basePath: /v2
    schemes: [https, http]
    consumes: [application/json]
    produces: [application/json]
    securityDefinitions:
      simple: {type: basic}
      key: {type: apiKey, name: X-Key, in: header}

    """

  private func read(
    _ paths: String, head: String = head
  ) throws -> (operation: Operation, description: OpenAPIDescription) {
    let description = try api(head + "paths:\n  /a/{id}:\n" + paths)
    let entry = try #require(description.operations.first)
    let diagnostics = Diagnostics()
    let operation = try #require(description.operation(entry, diagnostics))
    #expect(diagnostics.lines == [])
    return (operation, description)
  }

  @Test("Host, base path and schemes are servers; without a host they are relative")
  func servers() throws {
    let own = try read("    get: {}\n").operation
    #expect(own.servers.map(\.url.value) == ["https://parcels.test/v2", "http://parcels.test/v2"])
    let bare = try read("    get: {}\n", head: "swagger: 2.0\nbasePath: /v2\n").operation
    #expect(bare.servers.map(\.url.value) == ["/v2"])
  }

  @Test("Parameters have their type, and collectionFormat is a style")
  func parameters() throws {
    let parameters = try read(
      """
          parameters:
            - {name: id, in: path, required: true, type: integer}
          get:
            parameters:
              - {name: a, in: query, type: array, items: {type: string}}
              - {name: b, in: query, type: array, items: {type: string}, collectionFormat: multi}
              - {name: c, in: query, type: array, items: {type: string}, collectionFormat: pipes}
              - {name: d, in: query, type: array, items: {type: string}, collectionFormat: tsv}
              - {name: e, in: query, type: array, items: {type: string}, collectionFormat: ssv}
              - {name: f, in: header, type: array, items: {type: string}, collectionFormat: ssv}
              - {name: g, in: header, type: array, items: {type: string}}
      """
    ).operation.parameters
    #expect(parameters.map(\.name) == ["id", "a", "b", "c", "d", "e", "f", "g"])
    #expect(parameters[0].schema?.kinds == [.integer])
    #expect(
      parameters.map(\.style) == [
        nil, "form", "form", "pipeDelimited", "tabDelimited", "spaceDelimited", "spaceDelimited",
        nil,
      ])
    #expect(
      parameters.map(\.explode) == [nil, false, true, false, false, false, false, nil])
  }

  @Test("A body parameter is the request body, in the types that are consumed")
  func body() throws {
    let body = try read(
      """
          post:
            parameters:
              - {name: parcel, in: body, required: true, schema: {$ref: '#/definitions/Parcel'}}
      definitions:
        Parcel: {type: object, properties: {size: {type: integer}}}
      """
    ).operation.requestBody
    #expect(body?.isRequired == true)
    #expect(body?.content.map(\.name) == ["application/json"])
    #expect(body?.content.first?.schema?.properties.map(\.name.value) == ["size"])
  }

  @Test(
    "Form parameters are a form, with a file in several parts",
    arguments: [
      ("string", "application/x-www-form-urlencoded"), ("file", "multipart/form-data"),
    ])
  func forms(type: String, expected: String) throws {
    let body = try read(
      """
          post:
            parameters:
              - {name: label, in: formData, required: true, type: string}
              - {name: image, in: formData, type: \(type)}
              - {name: sizes, in: formData, type: array, items: {type: integer}}
      """
    ).operation.requestBody
    #expect(body?.content.map(\.name) == [expected])
    let properties = body?.content.first?.schema?.properties
    #expect(properties?.map(\.name.value) == ["label", "image", "sizes"])
    #expect(properties?.map(\.isRequired) == [true, false, false])
    #expect(body?.content.first?.encodings.mapValues(\.explode) == ["sizes": false])
    #expect(properties?[1].schema.format == (type == "file" ? "binary" : nil))
  }

  @Test("Responses, their headers and security definitions are read")
  func responses() throws {
    let (operation, description) = try read(
      """
          get:
            security: [{simple: []}]
            responses:
              200: {schema: {type: object}, headers: {X-Left: {type: integer}}}
              404: {$ref: '#/responses/Gone'}
      responses:
        Gone: {description: gone}
      """)
    #expect(operation.responses.map(\.status) == ["200", "404"])
    #expect(operation.responses[0].content.map(\.name) == ["application/json"])
    #expect(operation.responses[0].content[0].schema?.kinds == [.object])
    #expect(operation.responses[0].headers.first?.schema?.kinds == [.integer])
    #expect(operation.security == [[SecurityRequirement(scheme: "simple")]])
    #expect(description.securityScheme("simple")?.kind == .http(scheme: "basic"))
    #expect(
      description.securityScheme("key")?.kind == .apiKey(name: "X-Key", place: "header"))
  }

  @Test("OpenAPI 3.2's additional operations are found by ID and by pointer")
  func additionalOperations() throws {
    let description = try api(
      "openapi: 3.2.0\npaths: {/a: {additionalOperations: {COPY: {operationId: copyA}}}}\n")
    #expect(description.operations(withID: "copyA").map(\.method) == ["COPY"])
    let pointer = JSONPointer(tokens: ["paths", "/a", "additionalOperations", "COPY"])
    #expect(description.entry(atPointer: pointer)?.id == "copyA")
  }
}
