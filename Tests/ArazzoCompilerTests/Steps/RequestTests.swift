import Testing

@testable import ArazzoCompiler

@Suite("Parameters and bodies")
struct RequestTests {
  @Test("A step's parameters come first and replace the workflow's (rule A2)")
  func merging() throws {
    let compilation = try Compilation(
      """
      parameters:
        - {name: limit, in: query, value: 10}
        - {name: cursor, in: query, value: start}
      steps:
        - {stepId: list, operationId: listParcels, parameters: [{name: limit, in: query, value: 5}]}
      """)
    #expect(
      compilation.step("list")?.parameters == ["limit=5: integer", "cursor='start': string"])
  }

  @Test("A mistake in a parameter that steps share is told once")
  func sharedMistake() throws {
    let compilation = try Compilation(
      """
      parameters: [{name: limit, in: query, value: $inputs.limit}]
      steps:
        - {stepId: a, operationId: listParcels}
        - {stepId: b, operationId: listParcels}
      """)
    #expect(compilation.errors.count == 1)
  }

  @Test(
    "What the operation does not declare or is not given",
    arguments: [
      (
        "listParcels", "{name: limits, in: query, value: 1}",
        "warning: GET /parcels has no query parameter 'limits'; it is sent as written"
      ),
      (
        "listParcels", "{name: id, in: path, value: 1}",
        "error: GET /parcels has no path parameter 'id'"
      ),
      (
        "getParcel", "{name: view, in: query, value: a}",
        "error: step 'ask' does not set the path parameter 'parcelId' of GET /parcels/{parcelId}"
      ),
      (
        "getParcel", "{name: parcelId, in: path, value: a}",
        "warning: step 'ask' does not set the required query parameter 'view' of "
          + "GET /parcels/{parcelId}"
      ),
      (
        "createParcel", "{name: x-trace, in: header, value: a}",
        "warning: POST /parcels has no header parameter 'x-trace'; it is sent as written"
      ),
    ])
  func undeclared(operation: String, parameter: String, message: String) throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {any: {}}}
      steps:
        - {stepId: ask, operationId: \(operation), parameters: [\(parameter)]}
      """)
    #expect(
      compilation.lines.contains { $0.hasSuffix(message) }, "\(compilation.lines)")
  }

  @Test("Header names have no case, and the operation's spelling is sent")
  func headerNames() throws {
    let compilation = try Compilation(
      """
      parameters: [{name: X-TRACE, in: header, value: w}]
      steps:
        - stepId: ask
          operationId: listParcels
          parameters: [{name: x-trace, in: header, value: a}, {name: accept, in: header, value: application/*}]
      """)
    #expect(
      compilation.step("ask")?.parameters == [
        "X-Trace='a': string", "accept='application/*': string",
      ])
    #expect(compilation.step("ask")?.operation?.accept == [])
    #expect(compilation.lines == [])
  }

  // MARK: bodies

  private func body(_ operation: String, _ body: String) throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, properties: {name: {type: string}, any: {}}}
      steps: [{stepId: ask, operationId: \(operation), requestBody: \(body)}]
      """)
  }

  @Test(
    "A payload is a value, and so is JSON text with placeholders in it",
    arguments: [
      ("{payload: {label: $inputs.name}}", "{label: inputs.name}: json"),
      ("{payload: '{\"label\": \"{$inputs.name}!\"}'}", "{label: inputs.name + '!'}: json"),
      ("{payload: '[1, 2.50]'}", "[1, 2.50]: json"),
      (
        "{payload: '{\"a\": {$inputs.any}, \"b\": [$inputs.name]}'}",
        "{a: inputs.any, b: [inputs.name]}: json"
      ),
      ("{payload: $inputs.any}", "inputs.any: json"),
      ("{payload: {a: [{b: null}]}}", "{a: [{b: null}]}: json"),
    ])
  func payloads(written: String, expected: String) throws {
    let compilation = try body("createParcel", written)
    #expect(compilation.step("ask")?.body == expected, "\(compilation.lines)")
    #expect(compilation.step("ask")?.operation?.body?.contentType == "application/json")
  }

  @Test(
    "What can't be written is refused where it stands",
    arguments: [
      (
        "createParcel", "{contentType: text/csv, payload: 'a,{$inputs.name}'}",
        "8:98: error: a placeholder in a body of type 'text/csv' can't be escaped for it"
      ),
      (
        "putLabel", "{payload: a}",
        "8:71: error: a multipart body must be an object, found a string"
      ),
      (
        "createParcel", "{contentType: 'text/plain; charset=ISO-8859-1', payload: a}",
        "8:79: error: a body of type 'text/plain; charset=ISO-8859-1' can't be written: text is sent"
      ),
      (
        "createParcel", "{contentType: application/json}",
        "8:65: error: the request body has no 'payload'"
      ),
      (
        "createParcel", "{payload: '{\"n\": {$inputs.any}'}",
        "8:75: error: the payload looks like JSON text but isn't valid"
      ),
    ])
  func refused(operation: String, written: String, message: String) throws {
    let compilation = try body(operation, written)
    #expect(compilation.errors.count == 1)
    #expect(compilation.errors.first?.hasPrefix(message) == true, "\(compilation.lines)")
  }

  @Test("A body that is required and not given is a warning")
  func missingBody() throws {
    let compilation = try Compilation("steps: [{stepId: ask, operationId: createParcel}]")
    #expect(
      compilation.warnings
        == ["7:20: warning: step 'ask' sends no body, which POST /parcels requires"])
  }
}

@Suite("A parameter that is the whole query string")
struct QueryStringTests {
  private func compile(_ parameters: String) throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, properties: {a: {type: string}, all: {type: string}}}
      steps: [{stepId: list, operationId: listParcels, parameters: [\(parameters)]}]
      """)
  }

  @Test("Text is split into its fields when the code is generated, an expression stays whole")
  func forms() throws {
    let fields = try compile("{name: q, in: querystring, value: 'a={$inputs.a}&b=1%202'}")
    #expect(fields.errors == [])
    #expect(fields.step("list")?.parameters == ["a=inputs.a: string?", "b='1 2': string"])
    let whole = try compile("{name: q, in: querystring, value: $inputs.all}")
    #expect(whole.step("list")?.operation?.queryString?.value.sketch == "inputs.all: string?")
  }

  @Test("It can't stand beside parameters of the query, nor twice")
  func exclusive() throws {
    let mixed = try compile(
      "{name: q, in: querystring, value: a=1}, {name: limit, in: query, value: 1}")
    #expect(
      mixed.errors == [
        "8:105: error: query parameter 'limit' can't be used with a 'querystring' parameter"
      ])
    let twice = try compile(
      "{name: q, in: querystring, value: a=1}, {name: r, in: querystring, value: b=1}")
    #expect(twice.errors.count == 1)
  }
}
