import Testing

@testable import ArazzoCompiler

@Suite("What a step sends, held against the API description")
struct SentValueTests {
  private static let api = """
    openapi: 3.1.0
    info: {title: Boxes, version: 1.0.0}
    paths:
      /boxes/{number}:
        put:
          operationId: putBox
          parameters:
            - {name: number, in: path, required: true, schema: {type: integer}}
            - {name: kind, in: query, schema: {type: string, enum: [flat, round]}}
            - {name: open, in: query, schema: {type: boolean}}
            - {name: marks, in: query, schema: {type: array, items: {type: string}}}
          requestBody:
            content:
              application/json:
                schema:
                  type: object
                  required: [width, id, colour]
                  properties:
                    id: {type: string, readOnly: true}
                    colour: {type: string, default: brown}
                    width: {type: integer}
                    height: {type: [number, 'null']}
                    lid: {type: object, required: [made], properties: {made: {type: string}}}
                    parts: {type: array, items: {type: integer}}
                    shape: {oneOf: [{type: string}, {type: boolean}]}
          responses: {'200': {description: Put.}}
    """

  private func compile(_ fields: String, number: String = "7") throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Boxes, version: 1.0.0}
        sourceDescriptions: [{name: boxes, url: boxes.yml, type: openapi}]
        workflows:
          - workflowId: flow
            inputs: {type: object, properties: {n: {type: integer}, s: {type: string}, any: {}}}
            steps:
              - stepId: put
                operationId: putBox
                parameters:
                  - {name: number, in: path, value: \(number)}
                \(fields)
        """, beside: ["boxes.yml": Self.api])
  }

  private static let path = "PUT /boxes/{number}"

  @Test("An object for a number is an error")
  func h1_objectInAnIntegerParameterIsAnError() throws {
    let compilation = try compile("", number: "{a: 1}")
    #expect(
      compilation.errors == [
        "11:45: error: \(Self.path) expects an integer for parameter 'number', found a mapping"
      ])
  }

  @Test(
    "A parameter that can't take its value is a warning",
    arguments: [
      ("{name: kind, in: query, value: square}", "can't be 'square'"),
      ("{name: open, in: query, value: 'yes'}", "expects a boolean"),
      ("{name: kind, in: query, value: round}", nil),
      ("{name: open, in: query, value: 'true'}", nil),
      ("{name: marks, in: query, value: 'a,b'}", nil),
      ("{name: kind, in: query, value: $inputs.n}", nil),
    ])
  func parameters(parameter: String, message: String?) throws {
    let compilation = try compile("  - \(parameter)")
    #expect(
      compilation.warnings.map { $0.contains(message ?? "nothing") }
        == (message == nil ? [] : [true]))
  }

  @Test(
    "A body member that can't take its value is a warning",
    arguments: [
      (
        "width: '12'",
        "expects an integer for 'width' in the body", "found a string"
      ),
      (
        "width: $inputs.s", "'$inputs.s' is a string, but PUT /boxes/{number} expects an integer",
        "for 'width' in the body"
      ),
      (
        "{width: 1, height: {a: 1}}", "expects a number for 'height' in the body",
        "found a mapping"
      ),
      (
        "{width: 1, parts: [1, x]}", "expects an integer for an item of 'parts' in the body",
        "found a string"
      ),
      (
        "{width: 1, shape: 3}", "expects a boolean or a string for 'shape' in the body",
        "found a number"
      ),
      ("{width: null}", "'width' in the body can't be null according", "PUT"),
    ])
  func members(payload: String, start: String, end: String) throws {
    let payload = payload.hasPrefix("{") ? payload : "{\(payload)}"
    let compilation = try compile("requestBody: {payload: \(payload)}")
    let warning = try #require(compilation.warnings.first)
    #expect(compilation.warnings.count == 1)
    #expect(warning.contains(start) && warning.contains(end), "\(warning)")
  }

  @Test("What fits, or may fit, is no matter for a warning")
  func fitting() throws {
    let compilation = try compile(
      """
      requestBody: {payload: {width: $inputs.n, height: null, parts: [1, $inputs.any], shape: true}}
      """)
    #expect(compilation.errors + compilation.warnings == [])
  }

  @Test("Members that the schema requires and the payload lacks are one warning an object")
  func missingMembers() throws {
    let compilation = try compile("requestBody: {payload: {lid: {}}}")
    #expect(
      compilation.warnings == [
        "12:38: warning: 'lid' in the body lacks 'made', which \(Self.path) requires",
        "12:32: warning: the body lacks 'width', which \(Self.path) requires",
      ])
  }

  @Test("P10: what the description does not declare is sent, with a warning each")
  func p10_undeclaredIsSentWithAWarningEach() throws {
    let compilation = try compile(
      """
        - {name: kid, in: query, value: flat}
              requestBody: {payload: {width: 1, hight: 2}}
              successCriteria: [{condition: $statusCode == 201}]
      """)
    #expect(
      compilation.warnings == [
        "12:20: warning: \(Self.path) has no query parameter 'kid'; it is sent as written",
        "13:43: warning: the API description of \(Self.path) declares no member 'hight' in the body; "
          + "it is sent as written",
        "14:39: warning: \(Self.path) lists no response with status 201",
      ])
    #expect(
      compilation.suggestions == [
        "write kind", "write height", "write $statusCode == 200",
      ])
    #expect(compilation.step("put")?.parameters.last == "kid='flat': string")
    #expect(compilation.step("put")?.body == "{width: 1, hight: 2}: json")
  }

  @Test("P10: no word about a status outside of the success criteria")
  func p10_noWarningForAStatusOutsideTheSuccessCriteria() throws {
    let compilation = try compile(
      """
      requestBody: {payload: {width: 1}}
              onFailure: [{name: stop, type: end, criteria: [{condition: $statusCode == 503}]}]
      """)
    #expect(compilation.lines == [])
  }
}
