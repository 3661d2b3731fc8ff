import Testing

@testable import ArazzoCompiler

@Suite("Warnings mean something")
struct WarningTests {
  @Test("An input that nothing reads is a warning, one that a workflow hands on is read")
  func unreadInput() throws {
    let compilation = try Compilation(
      workflows: """
        - workflowId: inner
          inputs: {type: object, properties: {name: {type: string}}}
          steps: [{stepId: a, operationId: listParcels, parameters: [{name: cursor, in: query, value: $inputs.name}]}]
        - workflowId: outer
          inputs: {type: object, properties: {name: {type: string}, other: {type: string}}}
          steps:
            - stepId: a
              operationId: listParcels
              onSuccess: [{name: on, type: goto, workflowId: inner}]
        """)
    #expect(
      compilation.everything.map(\.line) == [
        "10:61: warning: the input 'other' of workflow 'outer' is never used"
      ])
  }

  @Test("The same status in several steps is one warning with its count")
  func oneCause() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: a, operationId: listParcels, successCriteria: [{condition: $statusCode == 204}]}
        - {stepId: b, operationId: listParcels, successCriteria: [{condition: $statusCode == 204}]}
      """)
    #expect(
      compilation.lines == [
        "8:75: warning: GET /parcels lists no response with status 204 (2 places; this is the "
          + "first)"
      ])
  }

  @Test("A deprecated operation is one note at the first step that calls it, with the count")
  func deprecated() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: a, operationId: listParcels}
        - {stepId: b, operationId: old}
        - {stepId: c, operationPath: '{$sourceDescriptions.parcels.url}#/paths/~1old/get'}
      """,
      beside: [
        "parcels.yml": """
        openapi: 3.1.0
        info: {title: Parcels, version: 1.0.0}
        servers: [{url: https://parcels.example}]
        paths:
          /parcels: {get: {operationId: listParcels, responses: {'200': {description: All}}}}
          /old:
            get: {operationId: old, deprecated: true, responses: {'200': {description: All}}}
        """
      ])
    #expect(
      compilation.lines == ["9:32: note: GET /old is deprecated (2 places; this is the first)"])
  }

  @Test("'$schema' and extensions at the root are no mistakes")
  func rootMembers() throws {
    let compilation = try Compilation(
      document: """
        $schema: https://spec.openapis.org/arazzo/1.0/schema/2024-08-01
        arazzo: 1.0.1
        x-team: parcels
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions: [{name: parcels, url: parcels.yml, type: openapi}]
        workflows: [{workflowId: flow, steps: [{stepId: a, operationId: listParcels}]}]
        """)
    #expect(compilation.lines == [])
  }

  @Test(
    "P1: an expression that runs on, or has a remark behind it, is an error and no half of one",
    arguments: [
      ("ids $steps.list.outputs.items[*].id", "'[*].id' is JSONPath"),
      ("at $response.body#/a/$inputs.b/c", "unexpected '$' after"),
      (
        "$steps.list.outputs.items.id (take the first)",
        "unexpected text after the runtime expression"
      ),
    ])
  func p1_halfAnExpressionIsAnError(value: String, message: String) throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {b: {}}}
      steps:
        - {stepId: list, operationId: listParcels, outputs: {items: $response.body#/items}}
        - {stepId: use, operationId: listParcels, parameters: [{name: cursor, in: query, value: "\(value)"}]}
      """)
    #expect(compilation.errors.count == 1, "\(compilation.lines)")
    #expect(compilation.errors.first?.contains(message) == true)
  }

  @Test("C2: two negations are none")
  func c2_twoNegationsAreNone() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          successCriteria: [{condition: "!!($response.body#/next == 'x')"}, {condition: "!(!($statusCode == 200))"}]
      """)
    #expect(
      compilation.step("a")?.conditions == ["body/next == 'x' [loose]", "status == 200"])
  }
}
