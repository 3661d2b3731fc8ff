import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("References")
struct ReferenceTests {
  /// Components that have a name in every way that a schema can have one.
  private static let components = """
    openapi: 3.1.1
    paths: {}
    components:
      schemas:
        Plain: {type: string}
        Anchored: {$anchor: here, type: integer}
        Holder:
          $defs:
            inner: {type: boolean}
            marked: {$anchor: mark, type: number}
        Named:
          $id: https://schemas.example/trips/trip
          type: object
          properties:
            stop: {$ref: stop}
            far: {$ref: /places/place#/$defs/code}
        Stop:
          $id: https://schemas.example/trips/stop
          type: array
        Place:
          $id: https://schemas.example/places/place
          $defs: {code: {type: string}}
          properties:
            own: {$ref: '#/$defs/code'}
            other: {$ref: '#/components/schemas/Stop'}
        Chain: {$ref: '#/components/schemas/Link'}
        Link: {$ref: '#/components/schemas/Plain'}
        Through: {$ref: '#/components/schemas/Holder'}
        Node:
          type: object
          properties: {next: {$ref: '#/components/schemas/Node'}}

    """

  private static let files = [
    "more.yml": "a: {$ref: 'deep/less.yml#/b'}\nc: {$anchor: there, type: string}\n",
    "deep/less.yml": "b: {type: number}\n",
    "whole.yml": "type: boolean\n",
    "back.yml": "d: {$ref: 'api.yml#/components/schemas/Anchored'}\n",
  ]

  private func schema(_ reference: String) throws -> Schema {
    let subject = "    Subject: {properties: {it: {$ref: '\(reference)'}}}\n"
    var files = Self.files
    files["api.yml"] = Self.components
    let description = try api(Self.components + subject, beside: files)
    let node = try #require(description.root["components"]?["schemas"]?["Subject"])
    return Schema(node, description.references)
  }

  @Test(
    "A reference finds its schema, whatever the way",
    arguments: [
      ("#/components/schemas/Plain", "string?"), ("#here", "integer?"), ("#mark", "number?"),
      ("#/components/schemas/Holder/$defs/inner", "boolean?"),
      ("#/components/schemas/Chain", "string?"),
      ("#/components/schemas/Through/$defs/inner", "boolean?"),
      ("more.yml#/a", "number?"), ("more.yml#there", "string?"), ("whole.yml", "boolean?"),
      ("whole.yml#", "boolean?"), ("back.yml#/d", "integer?"),
      ("https://schemas.example/trips/stop", "array?"),
      ("https://schemas.example/trips/trip#/properties/stop", "array?"),
      ("https://schemas.example/trips/trip#/properties/far", "string?"),
      ("#/components/schemas/Place/properties/own", "string?"),
      ("#/components/schemas/Place/properties/other", "array?"),
    ])
  func targets(reference: String, kinds: String) throws {
    #expect(try schema(reference).find("it") == kinds)
  }

  @Test("A schema that refers to itself is read as deep as a pointer goes")
  func recursive() throws {
    let schema = try schema("#/components/schemas/Node")
    #expect(schema.find("it", "next", "next", "next") == "object?")
  }

  @Test(
    "A reference that leads nowhere, or in a circle, says so",
    arguments: [
      ("#/components/schemas/Plane", "there is no '#/components/schemas/Plane'"),
      ("#her", "no '$anchor' named 'her'"),
      ("gone.yml#/a", "there is no 'gone.yml'"), ("more.yml#/b", "there is no 'more.yml#/b'"),
      ("https://schemas.example/trips/step", "there is no 'https://schemas.example/trips/step'"),
      ("#/components/schemas/Subject/properties/it", "is circular"),
    ])
  func broken(reference: String, message: String) throws {
    let property = try #require(try schema(reference).properties.first)
    #expect(property.schema.brokenReference?.message.contains(message) == true)
  }

  @Test(
    "The same API in every version gives the same operation",
    arguments: ["3.0.4", "3.1.2", "3.2.0"])
  func versions(version: String) throws {
    let description = try api(
      """
      openapi: \(version)
      paths:
        /trips/{id}:
          parameters:
            - {$ref: '#/components/parameters/id'}
            - {name: view, in: query, schema: {type: string}}
          get:
            operationId: read
            parameters: [{name: view, in: query, required: true, schema: {type: integer}}]
            responses: {'200': {$ref: '#/components/responses/trip'}}
      components:
        parameters: {id: {name: id, in: path, required: true, schema: {type: string}}}
        responses:
          trip: {description: a, content: {application/json: {schema: {type: object}}}}
      """)
    let entry = try #require(description.operations(withID: "read").first)
    let operation = try #require(description.operation(entry, Diagnostics()))
    #expect(operation.parameters.map { "\($0.name) \($0.isRequired)" } == ["id true", "view true"])
    #expect(operation.responses.first?.content.first?.schema?.kinds == [.object])
  }
}
