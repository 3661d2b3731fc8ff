import ArazzoTesting
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Cancellation", .timeLimit(.minutes(5)))
struct CancellationTests {
  @Test("cancelling a task during a wait ends the wait")
  func cancelDuringWait() async throws {
    let events = WorkflowEvents()
    let task = Task {
      let policy = PollingPolicy(initialDelay: .seconds(3000), maximumDelay: .seconds(3000))
      let run = makeRun(
        ScriptedTransport([.always(.status(200))]), clock: SystemClock(), polling: policy,
        observer: events)
      try await run.waitToPoll("poll", after: run.get("poll"))
    }
    _ = await events.first { if case .waiting = $0.kind { true } else { false } }
    task.cancel()
    let error = await #expect(throws: WorkflowError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(error?.step == "poll")
  }

  @Test("a cancelled task sends nothing, and loops end")
  func cancelledBefore() async throws {
    let transport = ScriptedTransport([.always(.status(200))])
    let log = WorkflowEventLog()
    let task = Task {
      let run = makeRun(transport, observer: log)
      let response = try await run.get("next")
      withUnsafeCurrentTask { $0?.cancel() }
      let codes = [
        await #expect(throws: WorkflowError.self) { try await run.get("next") }?.code,
        await #expect(throws: WorkflowError.self) {
          try await run.waitToIterate("next", after: response)
        }?.code,
        await #expect(throws: WorkflowError.self) {
          try await run.waitToRetry("a", of: "next", after: response)
        }?.code,
      ]
      return codes
    }
    #expect(try await task.value == [.cancelled, .cancelled, .cancelled])
    #expect(transport.requests.count == 1)
  }

  @Test(
    "what no failure action may answer is thrown on",
    arguments: [
      WorkflowError.Code.cancelled, .pollingLimitReached, .invalidRequest, .missingValue,
      .unknownServer,
    ])
  func notFailures(code: WorkflowError.Code) {
    let error = StepContext(workflow: "tidy").error(code, "because")
    #expect(throws: error) { try makeRun().stepFailure(error) }
  }

  @Test(
    "a failed step is handed to its failure actions",
    arguments: [
      WorkflowError.Code.criterionFailed, .transport, .responseTooLarge, .unexpectedValue,
    ])
  func failures(code: WorkflowError.Code) throws {
    let error = StepContext(workflow: "tidy").error(code, "because")
    #expect(try makeRun().stepFailure(error) == error)
  }
}
