import Testing

@testable import ArazzoCompiler

@Suite("What is known at the endings of a workflow")
struct ResultTests {
  private static let steps = """
    steps:
      - stepId: enter
        operationId: logIn
        outputs: {t: $response.body#/token}
        onFailure: [{name: refused, type: end, criteria: [{condition: $statusCode == 401}]}]
      - stepId: list
        operationId: listParcels
        outputs: {n: $response.body#/next}
        onSuccess: [{name: early, type: end, criteria: [{condition: $statusCode == 202}]}]
        onFailure: [{name: gone, type: end, criteria: [{condition: $statusCode == 410}]}]
    outputs: {t: $steps.enter.outputs.t, n: $steps.list.outputs.n}
    """

  /// `ending, ending: output output?`
  private func results(of workflow: WorkflowPlan) -> [String] {
    workflow.results.all.map { (result: ResultPlan) -> String in
      let outputs = result.outputs.map { $0.isOptional ? $0.name + "?" : $0.name }
      return result.endings.map(\.name).joined(separator: ", ") + ": "
        + outputs.joined(separator: " ")
    }
  }

  @Test("An output that can't be set is not there, one that is certain is not optional")
  func exact() throws {
    let compilation = try Compilation("\(Self.steps)")
    let workflow = try #require(compilation.workflow, "\(compilation.lines)")
    #expect(results(of: workflow) == ["completed, early: t n?", "gone: t"])
    #expect(workflow.mainResult?.number == 0)
  }

  @Test("A workflow that another one calls has one type for all endings that know something")
  func called() throws {
    let steps = Self.steps.replacing("\n", with: "\n    ")
    let compilation = try Compilation(
      workflows: """
          - workflowId: callee
            \(steps)
          - workflowId: caller
            steps: [{stepId: call, workflowId: callee}]
        """)
    let callee = try #require(compilation.plan.workflowsByID["callee"], "\(compilation.lines)")
    #expect(results(of: callee) == ["completed, early, gone: t n?"])
  }

  @Test("A caller goes on after an ending that knows nothing, with nothing read")
  func calledWithoutOutputs() throws {
    let compilation = try Compilation(
      workflows: """
          - workflowId: callee
            steps:
              - stepId: enter
                operationId: logIn
                onSuccess: [{name: early, type: end, criteria: [{condition: $statusCode == 202}]}]
                onFailure: [{name: refused, type: end, criteria: [{condition: $statusCode == 401}]}]
              - {stepId: list, operationId: listParcels, outputs: {n: $response.body#/next}}
            outputs: {n: $steps.list.outputs.n}
          - workflowId: caller
            steps: [{stepId: call, workflowId: callee, outputs: {n: $outputs.n}}]
        """)
    let callee = try #require(compilation.plan.workflowsByID["callee"], "\(compilation.lines)")
    #expect(results(of: callee) == ["completed, early: n?"])
  }

  @Test("A saved state outlives other texts and values, and no other shape")
  func digest() throws {
    func digest(_ replacing: String = "", _ with: String = "") throws -> String {
      let text = """
        steps:
          - {stepId: enter, operationId: logIn, outputs: {t: $response.body#/token}}
          - stepId: list
            description: Lists.
            operationId: listParcels
            parameters: [{name: cursor, in: query, value: $steps.enter.outputs.t}]
            onSuccess: [{name: again, type: retry, criteria: [{condition: $statusCode == 202}]}]
        """
      let compilation = try Compilation("\(text.replacing(replacing, with: with))")
      return try #require(compilation.workflow, "\(compilation.lines)").digest
    }
    let plan = try digest()
    #expect(plan.count == 16)
    #expect(try digest("Lists.", "Lists all.") == plan)
    #expect(try digest("202", "206") == plan)
    #expect(try digest("enter", "logIn") != plan)
    #expect(try digest("#/token", "") != plan)
    #expect(try digest("type: retry", "type: end") != plan)
  }
}
