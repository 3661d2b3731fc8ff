import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Time limits of steps")
struct TimeLimitTests {
  @Test("A11: a step that takes too long has failed")
  func a11_stepFails() async throws {
    let run = makeRun(.never, clock: .expired)
    let error = await #expect(throws: WorkflowError.self) {
      try await run.send(
        run.request(step: "slow", method: "GET", path: "/slow", server: .api), timeout: .seconds(2))
    }
    #expect(error?.code == .timedOut)
    #expect("\(try #require(error))".hasSuffix("the step took longer than 2 s"))
    #expect(try run.stepFailure(try #require(error)).code == .timedOut)
  }

  @Test("A11: where a step calls a workflow, no action of that one answers the caller's limit")
  func a11_wholeCall() async throws {
    let run = makeRun(.never, clock: .expired)
    let thrown = await #expect(throws: WorkflowError.self) {
      try await run.call("outer", timeout: .seconds(3)) { client throws(WorkflowError) in
        let inner = WorkflowRun("inner", client: client)
        do throws(WorkflowError) {
          try await inner.get("slow")
        } catch {
          #expect(throws: WorkflowError.self) { try inner.stepFailure(error) }
          throw error
        }
      }
    }
    let error = try #require(thrown)
    #expect(error.code == .timedOut)
    #expect(try run.stepFailure(error).code == .timedOut)
  }

  @Test("A11: a wait that would pass the limit is not begun")
  func a11_waits() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(clock: clock)
    let error = await #expect(throws: WorkflowError.self) {
      try await run.call("outer", timeout: .milliseconds(500)) { client throws(WorkflowError) in
        let inner = WorkflowRun("inner", client: client)
        try await inner.waitToPoll("ask", after: inner.get("ask"))
      }
    }
    #expect(error?.code == .timedOut)
    #expect(clock.waits == [])
  }

  @Test("A11: the clock of a test does not move because a limit is armed")
  func a11_armedLimit() async throws {
    let clock = WorkflowTestClock()
    let run = makeRun(clock: clock)
    let request = run.request(step: "fast", method: "GET", path: "/fast", server: .api)
    #expect(try await run.send(request, timeout: .seconds(9)).statusCode == 200)
    #expect(clock.now == .zero)
  }
}
