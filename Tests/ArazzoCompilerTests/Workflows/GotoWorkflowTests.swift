import Testing

@testable import ArazzoCompiler

@Suite("Workflows that others go on to")
struct GotoWorkflowTests {
  private static let target = """
      - workflowId: target
        inputs: {type: object, required: [id], properties: {id: {type: string}, n: {type: integer}}}
        steps: [{stepId: in, operationId: logIn}]

    """

  private func compile(
    _ action: String, inputs: String = "{id: {type: string}}", list: String = "onSuccess"
  ) throws -> Compilation {
    try Compilation(
      workflows: """
          - workflowId: first
            inputs: {type: object, properties: \(inputs)}
            steps: [{stepId: ask, operationId: listParcels, \(list): [{\(action)}]}]
            outputs: {id: $inputs.id}

        """ + Self.target)
  }

  @Test("A5: the result is the other's, under the action's name")
  func a5_result() throws {
    let compilation = try compile(
      "name: on, type: goto, workflowId: target, parameters: [{name: id, value: $response.body#/next}],"
        + " criteria: [{condition: $statusCode == 200}]")
    let workflow = try #require(compilation.workflow, "\(compilation.lines)")
    #expect(workflow.ways == ["completed completed", "continued on"])
    #expect(workflow.returnsOutcome)
    #expect(
      workflow.steps[0].flow.dropFirst() == [
        "on if status == 200 continued on → target(id: body/next)",
        "else completed completed(inputs.id)",
      ])
  }

  @Test(
    "A5: without parameters, inputs of the same name are passed",
    arguments: [
      "onSuccess", "onFailure",
    ])
  func a5_sameNames(list: String) throws {
    let inputs = "{id: {type: string}, n: {type: integer}, other: {type: string}}"
    let compilation = try compile(
      "name: on, type: goto, workflowId: target", inputs: inputs, list: list)
    let workflow = try #require(compilation.workflow, "\(compilation.lines)")
    #expect(
      workflow.steps[0].flow.contains {
        $0.hasSuffix("continued on → target(id: inputs.id, n: inputs.n)")
      })
  }

  @Test("A9: workflows that can only go on to each other are refused, each at its place")
  func a9_endless() throws {
    let compilation = try Compilation(
      workflows: """
          - workflowId: ping
            steps: [{stepId: ask, operationId: listParcels,
              onSuccess: [{name: on, type: goto, workflowId: pong}]}]
          - workflowId: pong
            steps: [{stepId: ask, operationId: listParcels,
              onSuccess: [{name: back, type: goto, workflowId: ping}]}]

        """)
    #expect(compilation.errors.count == 2, "\(compilation.lines)")
    #expect(
      compilation.errors.allSatisfy { $0.contains("never ends: every path leads back to it") })
  }

  @Test("A5: it is an error if a required input is left")
  func a5_requiredInputIsLeft() throws {
    let compilation = try compile("name: on, type: goto, workflowId: target", inputs: "{n: {}}")
    #expect(
      compilation.errors.contains {
        $0.hasSuffix("action 'on' does not pass the input 'id' that workflow 'target' requires")
      }, "\(compilation.errors)")
  }

  @Test("Workflows may go on to each other and call each other in a circle")
  func circles() throws {
    let compilation = try Compilation(
      workflows: """
        - workflowId: one
          steps:
            - stepId: a
              operationId: logIn
              outputs: {t: $response.body#/token}
              onSuccess: [{name: n, type: goto, workflowId: two, criteria: [{condition: $statusCode == 202}]}]
          outputs: {t: $steps.a.outputs.t}
        - workflowId: two
          steps: [{stepId: a, workflowId: one, outputs: {t: $outputs.t}}]
          outputs: {t: $steps.a.outputs.t}

        """)
    #expect(compilation.errors == [])
    #expect(compilation.plan.workflows.map(\.id) == ["one", "two"])
    #expect(compilation.plan.workflows.map(\.outputSketches) == [["t: string"], ["t: json?"]])
  }

  @Test("A circle in which one workflow has an error is left out as a whole")
  func brokenCircle() throws {
    let compilation = try Compilation(
      workflows: """
        - {workflowId: one, steps: [{stepId: a, workflowId: two}]}
        - {workflowId: two, steps: [{stepId: a, workflowId: one}, {stepId: b, operationId: logOn}]}
        - {workflowId: three, steps: [{stepId: a, operationId: logIn}]}
        """)
    #expect(compilation.errors.count == 1)
    #expect(compilation.plan.workflows.map(\.id) == ["three"])
  }
}
