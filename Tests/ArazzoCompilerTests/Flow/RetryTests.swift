import Testing

@testable import ArazzoCompiler

@Suite("Steps that are tried again")
struct RetryTests {
  private func compile(_ action: String, list: String = "onFailure") throws -> Compilation {
    try Compilation(
      """
      steps:
        - {stepId: in, operationId: logIn, outputs: {t: $response.body#/token}}
        - stepId: get
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.in.outputs.t}]
          \(list): [{name: again, type: retry, \(action)}]
      """)
  }

  @Test("A6: a step that runs first renews what the other one is entered with")
  func a6_stepRunsFirst() throws {
    let compilation = try compile("stepId: in, retryLimit: 2")
    let step = try #require(compilation.step("get"), "\(compilation.lines)")
    guard case .retry(let plan) = step.onFailure.first?.transition,
      case .step(let first)? = plan.first
    else {
      Issue.record("no step runs first: \(step.flow)")
      return
    }
    #expect(plan.limit == 2)
    #expect(first.flow == ["in(in.t: string)", "else → get(in.t)"])
    #expect(first.kept == ["in.t: string = body/token: string"])
    #expect(compilation.workflow?.isMachine == true)
  }

  @Test("P9: under onSuccess, too, another step can run first")
  func p9_stepRunsFirst() throws {
    let compilation = try compile("stepId: in", list: "onSuccess")
    let step = try #require(compilation.step("get"), "\(compilation.lines)")
    guard case .retry(let plan) = step.onSuccess.first?.transition,
      case .step(let first)? = plan.first
    else {
      Issue.record("no step runs first: \(step.flow)")
      return
    }
    #expect(first.flow == ["in(in.t: string)", "else → get(in.t)"])
  }

  @Test("A6: a retry that names its own step is a plain one")
  func a6_ownStep() throws {
    let compilation = try compile("stepId: get, retryAfter: 3")
    #expect(compilation.step("get")?.flow.last == "failed: again retry 1 times after 3.0 s")
  }

  @Test("P9: a retry under onSuccess is another pass, with what the step has set")
  func p9_retryUnderOnSuccess() throws {
    let compilation = try compile("retryLimit: 4", list: "onSuccess")
    let step = try #require(compilation.step("get"), "\(compilation.lines)")
    #expect(step.onSuccess.map(\.sketch) == ["again retry 4 times"])
    #expect(step.otherwise?.sketch == "completed completed()")
    #expect(compilation.warnings.count == 1)
    #expect(
      compilation.warnings.first?.contains(
        "the specification allows 'retry' only under "
          + "'onFailure'") == true)
  }

  @Test(
    "What a retry can't run first is refused",
    arguments: [
      ("onFailure", "stepId: inn", "workflow 'flow' has no step 'inn'"),
      ("onFailure", "workflowId: none", "there is no workflow 'none' in this document"),
    ])
  func refusals(list: String, action: String, message: String) throws {
    let errors = try compile(action, list: list).errors
    #expect(errors.contains { $0.hasSuffix(message) }, "\(errors)")
  }
}
