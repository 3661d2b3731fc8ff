import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Actions")
struct ActionTests {
  private func reading(_ action: String) throws -> Reading {
    try Reading(
      steps: """
              - stepId: a
                operationId: b
                onFailure:
                  - \(action)
        """)
  }

  @Test("A retry is read with its numbers")
  func retry() throws {
    let reading = try reading("{name: again, type: retry, retryAfter: 0.5, retryLimit: 3}")
    let action = try #require(reading.steps.first?.onFailure.first)
    #expect(reading.lines == [])
    #expect(action.retryAfter?.value == 0.5)
    #expect(action.retryLimit?.value == 3)
  }

  @Test(
    "What an action lacks or has too much",
    arguments: [
      (
        "{name: x, type: teleport}", "14:29",
        "'type' must be 'end', 'goto' or 'retry', found 'teleport'"
      ),
      (
        "{name: x, type: goto}", "14:13",
        "'goto' must have exactly one of 'stepId' or 'workflowId', found neither"
      ),
      (
        "{name: x, type: goto, stepId: a, workflowId: c}", "14:58",
        "'goto' must have exactly one of 'stepId' or 'workflowId', found both"
      ),
      (
        "{name: x, type: retry, retryAfter: -1}", "14:48",
        "'retryAfter' must be a non-negative number, found -1"
      ),
      (
        "{name: x, type: retry, retryLimit: 1.5}", "14:48",
        "'retryLimit' must be a non-negative whole number, found 1.5"
      ),
    ])
  func errors(action: String, place: String, message: String) throws {
    let reading = try reading(action)
    #expect(reading.lines == ["\(place): error: failure action 'x' of step 'a': \(message)"])
  }

  @Test("A target on 'end' means nothing and is dropped with a warning")
  func targetOfEnd() throws {
    let reading = try reading("{name: x, type: end, stepId: a}")
    #expect(
      reading.lines == [
        "14:42: warning: failure action 'x' of step 'a': 'stepId' has no effect for the type 'end'"
      ])
    #expect(reading.steps.first?.onFailure.first?.stepID == nil)
  }

  @Test("An action without a name gets one")
  func unnamed() throws {
    let reading = try reading("{type: end}")
    #expect(!reading.diagnostics.hasErrors)
    #expect(reading.diagnostics.all.count == 1)
    #expect(reading.steps.first?.onFailure.first?.name.value == "action-1")
  }
}
