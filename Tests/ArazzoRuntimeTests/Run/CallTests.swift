import Testing

@testable import ArazzoRuntime

@Suite("Calls of other workflows")
struct CallTests {
  @Test("Sub-workflow steps: a caller knows the last response of all that it called, at any depth")
  func subWorkflowSteps_lastResponse() async throws {
    let run = makeRun(ScriptedTransport(.status(200), .status(202)))
    let call = try run.call("outer")
    #expect(await call.response == nil)

    let outer = WorkflowRun("outer", client: call.client)
    try await outer.get("first")
    let inner = try outer.call("inner")
    try await WorkflowRun("inner", client: inner.client).get("second")

    #expect(await inner.response?.statusCode == 202)
    #expect(await call.response?.statusCode == 202)
  }

  @Test("Workflows that call each other end at a depth of 64, with an error that no action answers")
  func callsAreBounded() throws {
    var run = makeRun()
    for _ in 0..<64 { run = WorkflowRun("tidy", client: try run.call("again").client) }
    let error = #expect(throws: WorkflowError.self) { try run.call("again") }
    #expect(error?.code == .callsTooDeep)
    #expect(
      error?.description
        == "workflow 'tidy', step 'again': workflows call each other more than 64 deep")
    #expect(throws: WorkflowError.self) { try run.stepFailure(try #require(error)) }
  }
}
