import Testing

@testable import ArazzoCompiler

@Suite("What the plan decides for the emitter")
struct PlanFactsTests {
  @Test("Each step tells what it reads")
  func uses() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: a, operationId: logIn, outputs: {t: $response.body#/token}}
        - stepId: b
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.a.outputs.t}]
          outputs: {n: $response.body#/next}
        - {stepId: c, operationId: listParcels}
      outputs: {n: $steps.b.outputs.n}
      """)
    let steps = try #require(compilation.workflow, "\(compilation.lines)").steps
    #expect(
      steps.map { $0.uses.before.map(\.expression) } == [
        [], ["$steps.a.outputs.t"], ["$steps.b.outputs.n"],
      ])
    #expect(steps.flatMap(\.outputs).map(\.isUsed) == [true, true])
    #expect(steps.map(\.uses.failedResponse) == [false, false, false])
    #expect(compilation.workflow?.changesState == false)
    #expect(compilation.workflow?.products == [])
  }

  @Test("A machine that is gone back in renews what it carries")
  func renewal() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.a.outputs.next}]
          outputs: {next: $response.body#/next}
          onSuccess:
            - {name: again, type: goto, stepId: a, criteria: [{condition: $response.body#/next}]}
          onFailure: [{name: wait, type: retry, criteria: [{condition: $statusCode == 503}]}]
      """)
    let workflow = try #require(compilation.workflow, "\(compilation.lines)")
    #expect(workflow.changesState)
    #expect(workflow.waits)
    let step = try #require(workflow.steps.first)
    #expect(step.outputs.map(\.isRenewed) == [true])
    #expect(step.uses.failedResponse)
    #expect(step.uses.failure)
  }

  @Test("A step that goes back to itself keeps its state unless it sets anew what that holds")
  func keptState() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: a, operationId: logIn, outputs: {t: $response.body#/token}}
        - stepId: b
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.a.outputs.t}]
          outputs: {n: $response.body#/next}
          onSuccess:
            - {name: poll, type: goto, stepId: b, criteria: [{condition: $response.body#/next}]}
        - stepId: c
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.c.outputs.next}]
          outputs: {next: $response.body#/next}
          onSuccess:
            - {name: again, type: goto, stepId: c, criteria: [{condition: $response.body#/next}]}
          onFailure: [{name: repair, type: retry, stepId: d}]
        - {stepId: d, operationId: logIn}
      """)
    let steps = try #require(compilation.workflow, "\(compilation.lines)").steps
    let isKept = steps.map { step in step.transitions.map(step.keepsState) }
    #expect(isKept == [[false], [true, false], [false, false, true], [false]])
    guard case .retry(let retry)? = steps[2].onFailure.first?.transition,
      case .step(let prelude)? = retry.first
    else { return #expect(Bool(false), "no prelude") }
    #expect(prelude.otherwise.map(prelude.keepsState) == true)
  }

  @Test("A workflow can fail where one can that goes on in its place")
  func failures() throws {
    let compilation = try Compilation(
      workflows: """
          - workflowId: first
            steps:
              - stepId: ask
                operationId: listParcels
                onSuccess:
                  - {name: on, type: goto, workflowId: second, criteria: [{condition: $statusCode == 200}]}
          - workflowId: second
            steps:
              - stepId: ask
                operationId: listParcels
                onSuccess:
                  - {name: back, type: goto, workflowId: first, criteria: [{condition: $statusCode == 200}]}
                onFailure: [{name: stop, type: end}]
          - workflowId: third
            steps: [{stepId: ask, operationId: listParcels}]

        """)
    let workflows = compilation.plan.workflows
    #expect(workflows.map(\.canFail) == [true, true, false], "\(compilation.lines)")
    #expect(workflows.map(\.continues) == [true, true, false])
    #expect(workflows.map(\.returnsOutcome) == [true, true, false])
    #expect(workflows.map(\.returnsFrom) == [["second"], ["first"], []])
  }

  @Test("A header with a bearer token has its token apart")
  func bearer() throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {key: {type: string}}}
      steps:
        - stepId: a
          operationId: listParcels
          parameters: [{name: Authorization, in: header, value: 'Bearer {$inputs.key}'}]
      """)
    let tokens = compilation.step("a")?.operation?.parameters.map { $0.bearerToken?.text }
    #expect(tokens == ["inputs.key"], "\(compilation.lines)")
  }

  @Test("What is known of missing values is folded")
  func folding() {
    let missing = ConditionPlan.exists(.missing)
    #expect(missing.folded.constant == false)
    #expect(ConditionPlan.not(missing).folded.constant == true)
    #expect(ConditionPlan.and([.isSuccessStatus, missing]).folded.constant == false)
    #expect(ConditionPlan.or([.isSuccessStatus, missing]).folded.sketch == "2xx")
    #expect(ConditionPlan.all([]).constant == true)
    #expect(ConditionPlan.exists(.literal(.null)).folded.constant == true)
  }
}
