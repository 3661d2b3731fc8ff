import ArazzoRuntime
import ArazzoTesting
import ExampleServers
import Foundation
import Testing

/// What the tests of an example run its function with: a client without jitter, on a clock that
/// does not sleep.
struct Stage {
  /// It begins on the seventh of November 1994, 8:49:37 GMT.
  let clock = WorkflowTestClock(date: Date(timeIntervalSince1970: 784_198_177))
  let log = WorkflowEventLog()
  var polling = PollingPolicy(jitter: 0)

  func client(for server: StandIn) -> WorkflowClient {
    WorkflowClient(baseURL: server.url, polling: polling, clock: clock, observer: log)
  }
}

/// Runs a function that is expected to throw, and hands back what it threw.
func failure<Result>(
  of body: () async throws(WorkflowError) -> Result,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> WorkflowError {
  var thrown: WorkflowError?
  do throws(WorkflowError) {
    let result = try await body()
    Issue.record("came to an end: \(result)", sourceLocation: sourceLocation)
  } catch {
    thrown = error
  }
  return try #require(thrown, sourceLocation: sourceLocation)
}
