import ArazzoTesting
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Calls of other workflows")
struct CallTests {
  @Test("Sub-workflow steps: a caller knows the last response of all that it called, at any depth")
  func subWorkflowSteps_lastResponse() async throws {
    let run = makeRun(ScriptedTransport([.any(.status(200)), .any(.status(202))]))
    try await run.call("outer") { client throws(WorkflowError) in
      let outer = WorkflowRun("outer", client: client)
      try await outer.get("first")
      #expect(run.calledResponse?.statusCode == 200)
      try await outer.call("inner") { client throws(WorkflowError) in
        try await WorkflowRun("inner", client: client).get("second")
      }
      #expect(outer.calledResponse?.statusCode == 202)
    }
    #expect(run.calledResponse?.statusCode == 202)
  }

  @Test("a step whose workflow throws has failed, and the observer is told")
  func calledWorkflowThrows() async throws {
    let log = WorkflowEventLog()
    let run = makeRun(ScriptedTransport([.always(.status(500))]), observer: log)
    await #expect(throws: WorkflowError.self) {
      try await run.call("outer") { client throws(WorkflowError) in
        try await WorkflowRun("inner", client: client).get("ask").check("x", false)
      }
    }
    let failed = log.descriptions.filter { $0.contains(" failed: ") }
    #expect(
      failed == [
        #"workflow 'inner': step 'ask' failed: criterion "x" failed"#,
        #"workflow 'tidy': step 'outer' failed: criterion "x" failed"#,
      ])
  }

  @Test("Workflows that call each other end at a depth of 64, with an error that no action answers")
  func callsAreBounded() async throws {
    var run = makeRun()
    for _ in 0..<64 { run = WorkflowRun("tidy", client: try run.client(from: "again")) }
    let error = await #expect(throws: WorkflowError.self) { try await run.call("again") { _ in } }
    #expect(error?.code == .callDepthExceeded)
    #expect(
      error?.description
        == "workflow 'tidy', step 'again': workflows call each other more than 64 deep")
    #expect(throws: WorkflowError.self) { try run.stepFailure(try #require(error)) }
  }
}
