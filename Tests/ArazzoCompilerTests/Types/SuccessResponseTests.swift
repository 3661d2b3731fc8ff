import Testing

@testable import ArazzoCompiler

/// What a response declares is asked of every response that the step's criteria can accept, by status
/// and by media type.
@Suite("The responses that a step can succeed with")
struct SuccessResponseTests {
  private static let api = """
    openapi: 3.1.0
    info: {title: Ledger, version: 1.0.0}
    servers: [{url: 'https://ledger.example'}]
    paths:
      /entries:
        get:
          operationId: listEntries
          responses:
            '200':
              description: Some.
              headers:
                X-Total: {required: true, schema: {type: integer}}
                X-More: {schema: {type: boolean}}
              content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}
            '204':
              description: None.
              headers: {X-Total: {schema: {type: integer}}}
            '409':
              description: Locked.
              content:
                application/json:
                  schema: {type: object, required: [holder], properties: {holder: {type: string}}}
        post:
          operationId: addEntry
          responses:
            '200':
              description: Was there.
              content:
                application/json:
                  schema: {type: object, required: [id], properties: {id: {type: integer}}}
            '201':
              description: Added.
              content:
                application/json:
                  schema: {type: object, required: [id], properties: {id: {type: string}}}
      /report:
        get:
          operationId: report
          responses:
            '200':
              description: In one of three types.
              content:
                application/json: {schema: {type: object, properties: {total: {type: integer}}}}
                text/plain: {schema: {type: string}}
                application/pdf: {schema: {type: string, format: binary}}
      /picture:
        get:
          operationId: picture
          responses:
            '200':
              description: Text or bytes.
              content:
                text/plain: {schema: {type: string}}
                image/png: {schema: {type: string, format: binary}}
      /count:
        get:
          operationId: count
          responses:
            '200': {description: A number., content: {text/plain: {schema: {type: integer}}}}
      /statement:
        get:
          operationId: statement
          responses:
            '200':
              description: XML.
              content:
                application/xml:
                  schema:
                    {type: object, xml: {name: Statement}, properties: {sum: {type: string}}}
      /statement/{id}:
        delete:
          operationId: remove
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses: {'204': {description: Gone.}}
    components:
      schemas:
        Page:
          type: object
          required: [next]
          properties: {next: {type: string}, entries: {type: array, items: {type: string}}}
    """

  private func compile(_ step: String, then more: String = "") throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Ledger, version: 1.0.0}
        sourceDescriptions: [{name: ledger, url: ledger.yml, type: openapi}]
        workflows:
        - workflowId: flow
          steps:
          - {stepId: ask, \(step)}
        \(more)
          outputs: {got: $steps.ask.outputs.got}
        """, beside: ["ledger.yml": Self.api])
  }

  @Test(
    "A value is there for certain only where every accepted response requires it",
    arguments: [
      ("", "got: string?"),
      ("successCriteria: [{condition: $statusCode == 200}]", "got: string"),
      ("successCriteria: [{condition: $statusCode >= 200 && $statusCode < 204}]", "got: string"),
      ("successCriteria: [{condition: $statusCode == 200 || $statusCode == 409}]", "got: string?"),
      (
        "successCriteria: [{context: $statusCode, type: regex, condition: '^200$'}]", "got: string"
      ),
      ("successCriteria: [{context: $statusCode, condition: 200}]", "got: string"),
    ])
  func statuses(criteria: String, expected: String) throws {
    let compilation = try compile(
      "operationId: listEntries, outputs: {got: $response.body#/next}, \(criteria)")
    #expect(compilation.workflow?.outputSketches == [expected], "\(compilation.lines)")
    #expect(compilation.errors == [])
  }

  @Test("What the accepted responses type differently is JSON, alike it has their type")
  func commonTypes() throws {
    let differing = try compile("operationId: addEntry, outputs: {got: $response.body#/id}")
    #expect(differing.workflow?.outputSketches == ["got: json"])
    let one = try compile(
      """
      operationId: addEntry, outputs: {got: $response.body#/id},
          successCriteria: [{condition: $statusCode == 201}]
      """)
    #expect(one.workflow?.outputSketches == ["got: string"])
  }

  @Test("A member that another accepted response declares is no mistake")
  func membersOfAnother() throws {
    let criteria = "successCriteria: [{condition: $statusCode == 200 || $statusCode == 409}]"
    let compilation = try compile(
      "operationId: listEntries, outputs: {got: $response.body#/holder}, \(criteria)")
    #expect(compilation.lines == [])
  }

  @Test(
    "A header field has the type of its schema where it is kept",
    arguments: [
      ("X-Total", "", "got: integer?"),
      ("x-total", "successCriteria: [{condition: $statusCode == 200}]", "got: integer"),
      ("X-More", "", "got: boolean?"), ("X-Other", "", "got: string?"),
    ])
  func headers(name: String, criteria: String, expected: String) throws {
    let compilation = try compile(
      "operationId: listEntries, outputs: {got: $response.header.\(name)}, \(criteria)")
    #expect(compilation.workflow?.outputSketches == [expected])
  }

  @Test(
    "The whole body has the type of the media type that is asked for",
    arguments: [
      ("report", "", "got: object 0?", ["application/json"]),
      ("report", "text/plain", "got: string?", []),
      ("report", "application/pdf", "got: data?", []),
      ("report", "'application/pdf, text/*;q=0.5'", "got: json?", []),
      ("picture", "", "got: json?", ["text/plain", "image/png"]),
      ("picture", "text/plain", "got: string?", []),
      ("count", "", "got: integer?", ["text/plain"]),
    ])
  func mediaTypes(
    operation: String, accept: String, expected: String, sent: [String]
  ) throws {
    let parameters =
      accept.isEmpty ? "" : ", parameters: [{name: Accept, in: header, value: \(accept)}]"
    let compilation = try compile(
      "operationId: \(operation), outputs: {got: $response.body}\(parameters)")
    #expect(compilation.workflow?.outputSketches == [expected], "\(compilation.lines)")
    #expect(compilation.step("ask")?.operation?.accept == sent)
  }

  @Test("V9: a pointer into a body that is no JSON is a warning that names its media types")
  func v9_pointers() throws {
    let xml = try compile("operationId: statement, outputs: {got: $response.body#/sum}")
    #expect(
      xml.lines == [
        "7:58: warning: a JSON Pointer finds nothing in the response of GET /statement, which is "
          + "'application/xml'"
      ])
    #expect(
      xml.suggestions == ["write {context: $response.body, selector: /Statement/sum, type: xpath}"])
    let asked = try compile(
      """
      operationId: report, outputs: {got: $response.body#/total},
          parameters: [{name: Accept, in: header, value: application/pdf}]
      """)
    #expect(asked.warnings.count == 1)
    #expect(try compile("operationId: report, outputs: {got: $response.body#/total}").lines == [])
  }

  @Test("V9: a query that can find nothing never holds")
  func v9_queries() throws {
    let compilation = try compile(
      """
      operationId: report, outputs: {got: $response.body},
          parameters: [{name: Accept, in: header, value: text/plain}],
          successCriteria: [{context: $response.body, type: jsonpath, condition: $.total}]
      """)
    #expect(
      compilation.warnings
        == [
          "9:76: warning: the condition never holds: the response of GET /report is 'text/plain', "
            + "and a JSON Pointer finds nothing in it"
        ])
  }

  @Test("V9: what can never be there and is required is an error")
  func v9_required() throws {
    let compilation = try compile(
      "operationId: statement, outputs: {got: $response.body#/sum}",
      then: """
          - stepId: then
            operationId: remove
            parameters: [{name: id, in: path, value: $steps.ask.outputs.got}]
        """)
    #expect(
      compilation.errors == [
        "10:46: error: path parameter 'id' of DELETE /statement/{id} is required, but "
          + "'$steps.ask.outputs.got' never has a value"
      ])
  }

  @Test("A pointer into a response that has no body is a warning")
  func noBody() throws {
    let compilation = try compile(
      """
      operationId: remove, outputs: {got: $response.body#/id},
          parameters: [{name: id, in: path, value: a}]
      """)
    #expect(
      compilation.warnings == [
        "7:55: warning: DELETE /statement/{id} returns 204, which has no body"
      ])
  }
}
