import Testing

@testable import ArazzoCompiler

@Suite("A mistake of shape hides no other")
struct ShapeTests {
  @Test("A mistake of shape and one of reference in a workflow are both told, each once")
  func shapeAndReference() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: list, operationId: listParcels, outputs: {next: $response.body#/next}, onSuccess: [{name: a, type: stop}]}
        - {stepId: use, operationId: listParcels, parameters: [{name: cursor, in: query, value: $steps.list.outputs.nxt}]}
      """)
    #expect(compilation.errors.count == 2, "\(compilation.errors)")
    #expect(compilation.errors.contains { $0.contains("'type' must be 'end'") })
    #expect(compilation.errors.contains { $0.contains("has no output 'nxt'") })
    #expect(compilation.plan.workflows.isEmpty)
  }

  @Test("What speaks of a step, an input or a source that could not be read is no further mistake")
  func consequences() throws {
    let step = try Compilation(
      """
      steps:
        - {stepId: list, outputs: {next: $response.body#/next}}
        - {stepId: use, operationId: listParcels, parameters: [{name: cursor, in: query, value: $steps.list.outputs.next}]}
      """)
    #expect(step.lines.count == 1, "\(step.lines)")
    let inputs = try Compilation(
      """
      inputs: text
      steps: [{stepId: use, operationId: listParcels, parameters: [{name: cursor, in: query, value: $inputs.next}]}]
      """)
    #expect(inputs.lines.count == 1, "\(inputs.lines)")
    let source = try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions: [{name: parcels, type: openapi}]
        workflows: [{workflowId: flow, steps: [{stepId: a, operationId: listParcels}]}]
        """)
    #expect(source.lines.count == 1, "\(source.lines)")
  }

  @Test("A parameter that could not be read is not missing as well")
  func unreadParameter() throws {
    let compilation = try Compilation(
      "steps: [{stepId: one, operationId: deleteParcel, parameters: [{name: parcelId, value: a}]}]")
    #expect(compilation.lines.count == 1, "\(compilation.lines)")
  }

  @Test("A workflow that calls one with a mistake is looked at all the same")
  func callers() throws {
    let compilation = try Compilation(
      workflows: """
        - {workflowId: inner, steps: [{stepId: a, operationId: listParcel}]}
        - workflowId: outer
          steps:
            - {stepId: call, workflowId: inner}
            - {stepId: b, operationId: listParcels, outputs: {x: $inputs.gone}}
        """)
    #expect(compilation.errors.count == 2, "\(compilation.errors)")
    #expect(compilation.errors.last?.contains("has no input 'gone'") == true)
  }
}
