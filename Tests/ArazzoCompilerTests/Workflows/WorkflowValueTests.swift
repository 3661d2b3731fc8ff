import Testing

@testable import ArazzoCompiler

@Suite("What a step that calls a workflow can speak of")
struct WorkflowValueTests {
  private static let callee = """
      - workflowId: callee
        inputs:
          type: object
          properties: {id: {type: string}, limit: {type: integer, default: 3}}
        steps: [{stepId: in, operationId: logIn, outputs: {t: $response.body#/token}}]
        outputs: {t: $steps.in.outputs.t}

    """

  private func compile(_ steps: String, outputs: String = "{}") throws -> Compilation {
    try Compilation(
      workflows: """
          - workflowId: caller
            inputs: {type: object, properties: {key: {type: string}}}
            steps:
        \(steps)
            outputs: \(outputs)

        """ + Self.callee)
  }

  @Test("Sub-workflow steps: status and response are the last that the called workflow received")
  func subWorkflowSteps_lastResponse() throws {
    let compilation = try compile(
      """
            - stepId: call
              workflowId: callee
              successCriteria: [{condition: $statusCode == 200}]
              outputs: {status: $statusCode, etag: $response.header.ETag, id: $response.body#/id}
      """, outputs: "{s: $steps.call.outputs.status, e: $steps.call.outputs.etag}")
    let workflow = try #require(compilation.workflow, "\(compilation.lines)")
    #expect(workflow.steps.first?.conditions == ["status == 200"])
    #expect(
      workflow.steps.first?.kept == [
        "call.status: integer? = status: integer?", "call.etag: string? = header ETag: string?",
      ])
  }

  @Test("Sub-workflow steps: there is no request to speak of")
  func subWorkflowSteps_noRequest() throws {
    let compilation = try compile(
      "      - {stepId: call, workflowId: callee, outputs: {u: $url, b: $request.body#/a}}")
    #expect(
      compilation.errors.map { $0.prefix(44) } == [
        "9:57: error: '$url' has no value: the step c",
        "9:66: error: '$request.body#/a' has no value",
      ])
  }

  @Test("What a called workflow gave back is kept for later steps that speak of it")
  func workflowOutputsAreKept() throws {
    let compilation = try compile(
      """
            - {stepId: call, workflowId: callee, outputs: {t: $workflows.callee.outputs.t}}
            - stepId: use
              operationId: listParcels
              parameters: [{name: cursor, in: query, value: $workflows.callee.outputs.t}]
      """, outputs: "{t: $workflows.callee.outputs.t, own: $steps.call.outputs.t}")
    let workflow = try #require(compilation.workflow, "\(compilation.lines)")
    #expect(
      workflow.steps.first?.kept == [
        "call.t: string = call.t: string", "call.$outputs.t: string = call.t: string",
      ])
    #expect(workflow.steps.last?.parameters == ["cursor=call.$outputs.t: string"])
    #expect(workflow.outputSketches == ["t: string", "own: string"])
  }

  @Test("Inputs of a called workflow are what it was given, and those of this one its own")
  func workflowInputs() throws {
    let compilation = try compile(
      """
            - {stepId: call, workflowId: callee, parameters: [{name: id, value: $inputs.key}]}
      """,
      outputs: """
        {i: $workflows.callee.inputs.id, l: $workflows.callee.inputs.limit, \
        k: $workflows.caller.inputs.key}
        """)
    let workflow = try #require(compilation.workflow, "\(compilation.lines)")
    #expect(
      workflow.steps.first?.flow.last
        == "else completed completed(inputs.key, 3, inputs.key)")
  }

  @Test(
    "Anything else that '$workflows' could mean is refused",
    arguments: [
      (
        "$workflows.calle.outputs.t",
        "refers to workflow 'calle', which no step of workflow 'caller' calls"
      ),
      ("$workflows.callee.outputs.x", "workflow 'callee' has no output 'x'"),
      ("$workflows.callee.inputs.x", "workflow 'callee' has no input 'x'"),
      ("$workflows.caller.outputs.x", "which no step of workflow 'caller' calls"),
    ])
  func refusals(expression: String, message: String) throws {
    let errors = try compile(
      "      - {stepId: call, workflowId: callee}", outputs: "{x: \(expression)}"
    ).errors
    #expect(errors.count == 1 && errors.allSatisfy { $0.contains(message) }, "\(errors)")
  }

  @Test("A workflow that two steps call needs the step's own output to be named")
  func ambiguousCalls() throws {
    let errors = try compile(
      """
            - {stepId: one, workflowId: callee}
            - {stepId: two, workflowId: callee}
      """, outputs: "{t: $workflows.callee.outputs.t}"
    ).errors
    #expect(
      errors == [
        "11:18: error: '$workflows.callee.outputs.t' may mean any of the steps 'one', 'two', which "
          + "all call workflow 'callee'"
      ])
  }
}
