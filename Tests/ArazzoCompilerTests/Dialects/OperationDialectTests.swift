import Testing

@testable import ArazzoCompiler

@Suite("Dialects in operations and references (rules P8, P11)")
struct OperationDialectTests {
  @Test(
    "P8: loose names of operations are the operation that they name",
    arguments: [
      "operationId: parcels.createParcel", "operationPath: 'parcels#/paths/~1parcels/post'",
      "operationPath: '$sourceDescriptions.parcels.url#/paths/~1parcels/post'",
      "operationPath: POST /parcels", "operationPath: /labels",
    ])
  func p8_looseOperationNames(operation: String) throws {
    let column = operation.hasPrefix("operationId") ? 22 : 24
    let fields =
      operation.contains("labels") ? "outputs: {}" : "requestBody: {payload: {weight: 1}}"
    let step = try Dialected(fields, operation: operation)
      .compile(
        operation.hasPrefix("operationId") ? .p08LooseOperationID : .p08LooseOperation, uses: 1,
        at: "12:\(column)")
    let expected = operation.contains("labels") ? "/labels" : "/parcels"
    #expect(step.operation?.path == expected)
  }

  @Test("P8: an operationId in two sources that both describe the same request is that request")
  func p8_oneRequestInTwoSources() throws {
    let document = """
      arazzo: 1.0.1
      info: {title: Parcels, version: 1.0.0}
      sourceDescriptions:
        - {name: parcels, url: parcels.yml, type: openapi}
        - {name: lists, url: lists.yml, type: openapi}
      workflows:
        - {workflowId: flow, steps: [{stepId: a, operationId: listParcels}]}
      """
    func lists(_ server: String) -> [String: String] {
      [
        "lists.yml": """
        openapi: 3.1.0
        info: {title: Lists, version: 1.0.0}
        servers: [{url: '\(server)'}]
        paths:
          /parcels: {get: {operationId: listParcels, responses: {}}}
        """
      ]
    }
    let same = try Compilation(
      document: document, beside: lists("https://parcels.example/v1"))
    #expect(same.errors == [])
    #expect(same.plan.servers.map(\.source) == ["parcels"])
    #expect(same.warnings.contains { $0.contains("an operationId of several source descriptions") })
    let other = try Compilation(document: document, beside: lists("https://lists.example"))
    #expect(other.errors.map { $0.contains("names several operations: ") } == [true])
  }

  @Test("P8: a path of several operations is an error that lists them")
  func p8_ambiguousPathListsTheCandidates() throws {
    let compilation = try Compilation("steps: [{stepId: a, operationPath: /parcels}]")
    #expect(
      compilation.errors == [
        "7:38: error: '/parcels' names several operations of 'parcels': GET /parcels, POST /parcels"
      ])
  }

  @Test(
    "P11: what does not exist is an error with a suggestion",
    arguments: [
      ("$inputs.nam", "workflow 'flow' has no input 'nam'", "write $inputs.name"),
      (
        "$steps.lst.outputs.next", "workflow 'flow' has no step 'lst'",
        "write $steps.list.outputs.next"
      ),
      (
        "$steps.list.outputs.nxt", "step 'list' has no output 'nxt'",
        "write $steps.list.outputs.next"
      ),
    ])
  func p11_whatDoesNotExistIsAnError(value: String, message: String, suggestion: String) throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {name: {type: string}}}
      steps:
        - {stepId: list, operationId: listParcels, outputs: {next: $response.body#/next}}
        - {stepId: use, operationId: listParcels, parameters: [{name: cursor, in: query, value: \(value)}]}
      """)
    #expect(compilation.errors == ["10:93: error: \(message)"])
    #expect(compilation.suggestions == [suggestion])
    #expect(compilation.workflow == nil)
  }
}
