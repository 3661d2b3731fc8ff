import Testing

@testable import ArazzoCompiler

@Suite("Workflows that call workflows")
struct WorkflowCallTests {
  private static let callee = """
      - workflowId: callee
        inputs:
          type: object
          required: [token]
          properties: {token: {type: string, format: password}, limit: {type: integer, default: 3}}
        steps: [{stepId: in, operationId: logIn, outputs: {t: $response.body#/token}}]
        outputs: {t: $steps.in.outputs.t}

    """

  private func compile(_ parameters: String) throws -> Compilation {
    try Compilation(
      workflows: """
          - workflowId: caller
            inputs: {type: object, properties: {key: {type: string}}}
            steps:
              - stepId: call
                workflowId: callee
                parameters: [\(parameters)]
                outputs: {t: $outputs.t}
            outputs: {t: $steps.call.outputs.t}

        """ + Self.callee)
  }

  @Test("Inputs and outputs are typed, and a secret stays one through the call")
  func call() throws {
    let compilation = try compile("{name: token, value: $inputs.key}")
    let caller = try #require(compilation.workflow, "\(compilation.lines)")
    #expect(caller.inputs.sketch == "{key: secret}")
    #expect(caller.outputSketches == ["t: string"])
    guard case .workflow(let call)? = caller.steps.first?.call else {
      Issue.record("the step calls no workflow")
      return
    }
    #expect(call.workflow == "callee")
    #expect(call.arguments.map(\.field.name) == ["token"])
    #expect(caller.steps.first?.conditions == [])
  }

  @Test("A failure action of the call can run whatever the step's own criteria are")
  func failureActions() throws {
    let actions = "onFailure: [{name: held, type: end, criteria: [{condition: $outputs.t == 'x'}]}]"
    for criteria in ["", "successCriteria: [{condition: $statusCode == 200}]"] {
      let compilation = try Compilation(
        workflows: """
            - workflowId: caller
              steps:
                - stepId: call
                  workflowId: callee
                  parameters: [{name: token, value: a}]
                  \(criteria)
                  \(actions)

          """ + Self.callee)
      #expect(!compilation.warnings.contains { $0.contains("never runs") }, "\(criteria)")
    }
  }

  @Test(
    "What the called workflow lacks, or can't take, is an error",
    arguments: [
      (
        "",
        "9:17: error: step 'call' does not pass the input 'token' that workflow 'callee' requires"
      ),
      (
        "{name: token, value: a}, {name: limit, value: many}",
        "11:68: error: input 'limit' of workflow 'callee' is an integer, found a string"
      ),
    ])
  func mistakes(parameters: String, message: String) throws {
    let errors = try compile(parameters).errors
    #expect(errors == [message])
  }

  @Test("What the called workflow has no input for is not passed, with a warning (rule P10)")
  func undeclared() throws {
    let compilation = try compile("{name: token, value: a}, {name: limits, value: 1}")
    #expect(
      compilation.lines
        == ["11:54: warning: workflow 'callee' has no input 'limits'; it is not passed"])
    guard case .workflow(let call)? = compilation.workflow?.steps.first?.call else {
      Issue.record("the step calls no workflow")
      return
    }
    #expect(call.arguments.map(\.field.name) == ["token"])
  }

  @Test("Unknown workflows and documents are refused where they are named")
  func targets() throws {
    let compilation = try Compilation(
      workflows: """
        - {workflowId: one, steps: [{stepId: a, workflowId: two}]}
        - {workflowId: two, steps: [{stepId: a, operationId: listParcels}]}
        - {workflowId: three, steps: [{stepId: a, workflowId: thre}]}
        - {workflowId: four, steps: [{stepId: a, workflowId: $sourceDescriptions.x.y}]}
        - {workflowId: five, steps: [{stepId: a, operationId: listParcels}], dependsOn: [one]}
        - {workflowId: six, steps: [{stepId: a, operationId: listParcels}]}
        """)
    #expect(
      compilation.errors == [
        "8:55: error: there is no workflow 'thre' in this document",
        "9:54: error: there is no source description 'x'",
      ])
    #expect(compilation.plan.workflows.map(\.id) == ["one", "two", "five", "six"])
    #expect(compilation.total == 6)
  }
}
