import Testing

@testable import ArazzoCompiler

@Suite("What a step sends and an operation takes")
struct SentAsWrittenTests {
  private static let api = [
    "mail.yml": """
    openapi: 3.1.0
    info: {title: Mail, version: 1.0.0}
    paths:
      /letters/{id}:
        post:
          operationId: send
          parameters:
            - {name: id, in: path, required: true, schema: {type: string}}
            - {name: zip, in: query, schema: {type: string}}
            - {name: zips, in: query, schema: {type: array, items: {type: string}}}
            - {name: count, in: query, schema: {type: integer}}
            - {name: X-Pin, in: header, schema: {type: [string, 'null']}}
            - {name: Accept, in: header, required: true, schema: {type: string}}
            - {name: content-type, in: header, required: true, schema: {type: string}}
            - {name: Authorization, in: header, required: true, schema: {type: integer}}
          requestBody:
            content:
              application/json:
                schema: {type: object, properties: {zip: {type: string}, n: {type: number}}}
          responses: {'201': {description: ''}, default: {description: ''}}
        get: {operationId: read, requestBody: {required: true, content: {application/json: {}}}, responses: {}}
        delete: {operationId: remove, requestBody: {content: {application/json: {}}}, responses: {}}
        put: {operationId: replace, responses: {}}
      /lists:
        post:
          operationId: list
          requestBody: {content: {application/json: {schema: {type: array, items: {type: string}}}}}
          responses: {default: {description: ''}}
    """
  ]

  private func compile(_ operation: String, _ fields: String, parameters: String = "") throws
    -> Compilation
  {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Mail, version: 1.0.0}
        sourceDescriptions: [{name: mail, url: mail.yml, type: openapi}]
        workflows:
          - workflowId: flow
            inputs: {type: object, properties: {who: {type: string}, all: {type: object}}}
            steps:
              - stepId: ask
                operationId: \(operation)
                parameters: [{name: id, in: path, value: a}\(parameters)]
                \(fields)
        """, beside: Self.api)
  }

  @Test(
    "Digits are sent as they are written where the schema wants text",
    arguments: [
      ("{name: zip, in: query, value: 01234}", "zip='01234': string"),
      ("{name: zip, in: query, value: 0x1F}", "zip='0x1F': string"),
      ("{name: zip, in: query, value: 1.10}", "zip='1.10': string"),
      ("{name: zip, in: query, value: 12345678901234567890}", "zip='12345678901234567890': string"),
      ("{name: X-Pin, in: header, value: 0007}", "X-Pin='0007': string"),
      ("{name: other, in: query, value: 1e3}", "other='1e3': string"),
      ("{name: other, in: cookie, value: 007}", "other='007': string"),
      ("{name: zips, in: query, value: [01, 2]}", "zips=['01', '2']: json"),
      ("{name: count, in: query, value: 05}", "count=5: integer"),
    ])
  func v6_digitsAsWritten(parameter: String, expected: String) throws {
    let compilation = try compile("send", "outputs: {}", parameters: ", " + parameter)
    #expect(compilation.step("ask")?.parameters.last == expected, "\(compilation.lines)")
  }

  @Test("Digits in a body are text where the schema says so, with a warning")
  func v6_digitsInBodies() throws {
    let compilation = try compile("send", "requestBody: {payload: {zip: 01234, n: 01234}}")
    #expect(compilation.step("ask")?.body == "{zip: '01234', n: 1234}: json")
    #expect(
      compilation.warnings.map { $0.contains("expects a string for 'zip' in the body") } == [true])
  }

  @Test("H9: Accept, Content-Type and Authorization are no parameters, and can be set")
  func h9_headersOfTheirOwn() throws {
    #expect(try compile("send", "outputs: {}").lines == [])
    let set = try compile(
      "send", "outputs: {}",
      parameters: ", {name: accept, in: header, value: a/b}, "
        + "{name: Content-Type, in: header, value: c/d}")
    #expect(set.lines == [])
    #expect(set.step("ask")?.operation?.parameters.map(\.isRequired) == [true, false, false])
  }

  @Test("A GET has no body; a DELETE has one where the step writes it")
  func h5_bodiesOfReads() throws {
    let get = try compile("read", "requestBody: {payload: {a: 1}}")
    #expect(
      get.warnings == [
        "11:22: warning: a GET request has no body: 'requestBody' of step 'ask' is not sent"
      ])
    #expect(get.step("ask")?.operation?.body == nil)
    #expect(try compile("remove", "requestBody: {payload: {a: 1}}").lines == [])
  }

  @Test("P10: a body, and a type of it, that the operation does not declare")
  func p10_bodies() throws {
    let type = try compile("send", "requestBody: {contentType: text/plain, payload: a}")
    #expect(
      type.warnings == [
        "11:36: warning: POST /letters/{id} doesn't accept a body of type 'text/plain'; it is "
          + "sent as written"
      ])
    #expect(type.suggestions == ["write 'application/json'"])
    let none = try compile("replace", "requestBody: {payload: {a: 1}}")
    #expect(
      none.warnings == [
        "11:22: warning: PUT /letters/{id} declares no request body; it is sent as written"
      ])
  }

  @Test("P10: a success status that is not listed is told beside 'default' too")
  func p10_statusBesideDefault() throws {
    func warnings(_ operation: String, _ status: Int) throws -> [String] {
      try compile(operation, "successCriteria: [{condition: $statusCode == \(status)}]").warnings
    }
    #expect(
      try warnings("send", 200).map { $0.contains("lists no response with status 200") } == [true])
    #expect(try warnings("send", 404) == [])
  }

  @Test(
    "An expression in braces without quotes is an error wherever it stands",
    arguments: [
      "requestBody: {payload: {who: {$inputs.who}}}", "requestBody: {payload: {$inputs.who}}",
      "requestBody: {payload: {a: [{b: {$inputs.who}}]}}",
      "requestBody: {contentType: text/plain, payload: {$inputs.who}}",
      "outputs: {a: {$inputs.who}}", "successCriteria: [{condition: {$inputs.who}}]",
      "successCriteria: [{type: regex, context: {$inputs.who}, condition: a}]",
    ])
  func v1_unquotedExpressions(fields: String) throws {
    let error = try #require(try Self.failure { try compile("send", fields) })
    #expect(error.contains("put it in quotes: '$inputs.who'"))
  }

  /// The helps of what was said, also where the document can't be read.
  private static func failure(_ compile: () throws -> Compilation) throws -> [String]? {
    try compile().all.filter { $0.severity == .error }.compactMap(\.suggestion)
  }
}
