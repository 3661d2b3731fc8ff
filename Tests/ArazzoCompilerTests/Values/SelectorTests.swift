import Testing

@testable import ArazzoCompiler

@Suite("Selector Objects (Arazzo 1.1)")
struct SelectorTests {
  private func outputs(_ selector: String) throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, properties: {user: {type: object, properties: {age: {type: integer}}}}}
      steps:
        - stepId: get
          operationId: getParcel
          parameters:
            - {name: parcelId, in: path, value: p}
            - {name: view, in: query, value: {context: $inputs.user, selector: /age, type: jsonpointer}}
          outputs: {found: {context: \(selector), type: jsonpointer}}
      outputs: {found: $steps.get.outputs.found}
      """)
  }

  @Test(
    "A JSON Pointer is the value with the type that the description gives it",
    arguments: [
      ("$response.body, selector: /address/city", "get.found: string = body/address/city: string"),
      ("$response.body#/address, selector: /city", "get.found: string = body/address/city: string"),
      ("$inputs.user, selector: '#/age'", "get.found: integer = inputs.user.age: integer"),
      ("$response.body, selector: ''", "get.found: object 0? = body: object 0?"),
    ])
  func pointers(selector: String, expected: String) throws {
    let compilation = try outputs(selector)
    #expect(compilation.errors == [])
    #expect(compilation.step("get")?.kept == [expected])
    #expect(compilation.step("get")?.parameters.last == "view=inputs.user.age: integer")
  }

  @Test(
    "A JSONPath of names and indexes is the value there, any other what the query finds",
    arguments: [
      ("$.address.city", "get.found: string = body/address/city: string"),
      ("$.list[-1]", "get.found: json? = body/list[-1]: json?"),
      ("$.list[0]", "get.found: json? = body/list[0]: json?"),
      ("$.list[''0'']", "get.found: json? = body/list['0']: json?"),
      ("$.list[0, ''0'']", "get.found: json? = all .list[[0],.0] in body: json?"),
      ("$.list[*]", "get.found: json? = all .list[*] in body: json?"),
    ])
  func paths(selector: String, expected: String) throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: get
          operationId: getParcel
          parameters: [{name: parcelId, in: path, value: p}, {name: view, in: query, value: v}]
          outputs: {found: {context: $response.body, selector: '\(selector)', type: jsonpath}}
      outputs: {found: $steps.get.outputs.found}
      """)
    #expect(compilation.errors == [])
    #expect(compilation.step("get")?.kept == [expected])
  }

  @Test(
    "A selector that can't be one is refused at its place",
    arguments: [
      ("$response.body, selector: a", "14:60: error: 'a' isn't a JSON Pointer: "),
      ("$respons.body, selector: /a", "14:34: error: the context '$respons.body': "),
    ])
  func refused(selector: String, message: String) throws {
    let errors = try outputs(selector).errors
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix(message) == true, "\(errors)")
  }
}

@Suite("`$inputs` and `$steps.ID.outputs` alone as a context (dialect P3)")
struct WholeContextTests {
  @Test("are objects of all of them")
  func whole() throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {cancel: {type: boolean}, name: {type: string}}}
      steps:
        - stepId: list
          operationId: listParcels
          outputs: {next: $response.body#/next}
          successCriteria:
            - {context: $inputs, type: jsonpath, condition: $.cancel == true}
            - {context: $inputs, type: jsonpath, condition: $.other}
        - stepId: more
          operationId: listParcels
          parameters:
            - {name: cursor, in: query, value: {context: $steps.list.outputs, selector: /next, type: jsonpointer}}
      """)
    #expect(compilation.errors == [])
    #expect(
      compilation.step("list")?.conditions == [
        "inputs.cancel == true [strict]", "false",
      ])
    #expect(compilation.step("more")?.parameters == ["cursor=list.next: string|null?"])
    #expect(
      compilation.warnings.filter { $0.contains("'$inputs'") || $0.contains("P3") }.count <= 1)
  }
}
