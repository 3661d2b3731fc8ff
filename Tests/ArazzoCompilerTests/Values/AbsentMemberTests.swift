import Testing

@testable import ArazzoCompiler

/// V8: a reference into a value that can't have the member is found however it is spelled.
@Suite("References to members that can't be there")
struct AbsentMemberTests {
  private func compile(_ outputs: String, _ reference: String) throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, properties: {names: {type: array, items: {type: string}}}}
      steps:
        - {stepId: list, operationId: listParcels, outputs: {\(outputs)}}
        - stepId: get
          operationId: getParcel
          parameters: [{name: parcelId, in: path, value: p}, {name: view, in: query, value: \(reference)}]
      """)
  }

  @Test(
    "V8: a name into an array is an error that shows the first element",
    arguments: [
      (
        "all: $response.body#/items", "$steps.list.outputs.all.id",
        "write $steps.list.outputs.all#/0/id for its first element"
      ),
      (
        "all: $response.body#/items", "'$steps.list.outputs.all#/id'",
        "write $steps.list.outputs.all#/0/id for its first element"
      ),
      (
        "all: $response.body", "'$steps.list.outputs.all#/items/id'",
        "write $steps.list.outputs.all#/items/0/id for its first element"
      ),
      (
        "all: $response.body", "$inputs.names.id",
        "write $inputs.names#/0/id for its first element"
      ),
      (
        "all: $response.body#/items",
        "{context: $steps.list.outputs.all, selector: /id, type: jsonpointer}",
        "write $steps.list.outputs.all#/0/id for its first element"
      ),
    ])
  func v8_arrays(outputs: String, reference: String, help: String) throws {
    let compilation = try compile(outputs, reference)
    #expect(compilation.errors.count == 1, "\(compilation.lines)")
    #expect(compilation.errors.first?.contains("is an array, which has no member 'id'") == true)
    #expect(compilation.suggestions.contains(help), "\(compilation.suggestions)")
    // A dialect's help would lead to the same mistake.
    #expect(!compilation.warnings.contains { $0.contains("dots and indexes") })
  }

  @Test("V8: what the help proposes is no mistake")
  func v8_helpWorks() throws {
    let mended = try compile(
      "all: $response.body#/items", "'$steps.list.outputs.all#/0/id'")
    #expect(mended.lines == [])
  }

  @Test(
    "V8: a member that the schema does not declare is the same warning in every spelling",
    arguments: [
      "'$steps.list.outputs.one#/colour'",
      "{context: $steps.list.outputs.one, selector: /colour, type: jsonpointer}",
    ])
  func v8_undeclared(reference: String) throws {
    let compilation = try compile("one: $response.body#/items/0", reference)
    #expect(compilation.errors == [])
    #expect(
      compilation.warnings.filter { !$0.contains("Arazzo 1.1") }.map { $0.drop { $0 != "w" } }
        == [
          "warning: the API description declares no member 'colour' in the response of GET /parcels"
        ])
  }

  @Test("V8: in the response itself the messages are the same")
  func v8_response() throws {
    let array = try compile("all: $response.body#/items/id", "p")
    #expect(
      array.errors == [
        "9:63: error: '$response.body#/items' is an array, which has no member 'id'"
      ])
    let text = try compile("all: $response.body#/next/id", "p")
    #expect(
      text.errors == ["9:63: error: '$response.body#/next' is a string, which has no member 'id'"])
  }

  @Test("A name in an output of a called workflow is looked for in its type")
  func calledWorkflows() throws {
    let compilation = try Compilation(
      workflows: """
        - workflowId: caller
          steps:
            - {stepId: call, workflowId: callee, outputs: {all: $outputs.items}}
            - stepId: get
              operationId: getParcel
              parameters: [{name: parcelId, in: path, value: '$steps.call.outputs.all#/id'}]
        - workflowId: callee
          steps: [{stepId: list, operationId: listParcels, outputs: {items: $response.body#/items}}]
          outputs: {items: $steps.list.outputs.items}
        """)
    #expect(
      compilation.errors == [
        "11:54: error: '$steps.call.outputs.all' is an array, which has no member 'id'"
      ])
  }

  @Test("A whole object in a scalar parameter is refused where it is required")
  func objectParameters() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: make
          operationId: createParcel
          requestBody: {payload: {weight: 1}}
          outputs: {parcel: $response.body}
        - stepId: get
          operationId: getParcel
          parameters:
            - {name: parcelId, in: path, value: $steps.make.outputs.parcel}
            - {name: view, in: query, value: full}
            - {name: X-Trace, in: header, value: a}
        - stepId: list
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.make.outputs.parcel}]
      """)
    #expect(
      compilation.errors == [
        "15:45: error: '$steps.make.outputs.parcel' is an object, but GET /parcels/{parcelId} expects "
          + "a string for parameter 'parcelId'"
      ])
    #expect(compilation.suggestions.contains("write $steps.make.outputs.parcel#/id"))
    #expect(
      compilation.warnings.contains { $0.contains("expects a string for parameter 'cursor'") })
  }
}

/// The same of queries in criteria.
@Suite("Queries for what can't be there")
struct AbsentNodeTests {
  private func compile(_ operation: String, _ condition: String) throws -> Compilation {
    try Compilation(
      """
      steps:
        - stepId: ask
          operationId: \(operation)
          successCriteria: [{context: $response.body, type: jsonpath, condition: "\(condition)"}]
      """)
  }

  @Test(
    "V8: a name into an array is an error in a query too",
    arguments: [
      ("$.items.id == 'x'", "$.items[0].id"), ("$.items.id", "$.items[0].id"),
      ("$.items.id != 'x'", "$.items[0].id"),
      ("$.items[0].address['city'].x", nil),
    ])
  func v8_queries(condition: String, element: String?) throws {
    let compilation = try compile("listParcels", condition)
    #expect(compilation.errors.count == 1, "\(compilation.lines)")
    let helps = compilation.all.filter { $0.severity == .error }.map(\.suggestion)
    #expect(helps == [element.map { "write \($0) for its first element" }])
  }

  @Test("A query may ask whether there is what the schema does not declare, and no more")
  func undeclared() throws {
    #expect(try compile("listParcels", "$.colour").lines == [])
    let compared = try compile("listParcels", "$.colour == 'red'")
    #expect(compared.errors == [])
    #expect(
      compared.warnings.contains {
        $0.hasSuffix("declares no member 'colour' in the response of GET /parcels")
      }, "\(compared.lines)")
  }
}
