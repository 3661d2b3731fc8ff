/// A stand-in for Dust: it starts one run and lets it go on for as many polls as it is told to.
package struct DustAPI: ExampleAPI {
  /// The operations that the example workflow calls.
  package enum Operation: Hashable, Sendable {
    /// `POST …/runs`
    case createRun
    /// `GET …/runs/{runId}`
    case pollRun
  }

  /// What is accepted as a bearer token.
  package var apiToken = "sk-example"
  /// What the run is called.
  package var runID = "7be1c0ffee"
  /// The run's status at each poll; the last one stays.
  package var statuses: [String]
  /// The results of a run that has succeeded, as JSON. Real servers send an array of arrays, though
  /// the description promises an object.
  package var results = #"[[{"value": {"answer": "35"}, "error": null}]]"#
  /// What a running run says about when to come back.
  package var retryAfter: String?
  package var interruptions: [Interruption<Operation>] = []

  /// A server whose run has these statuses.
  package init(statuses: [String] = ["succeeded"]) {
    self.statuses = statuses
  }

  package func operation(of request: ReceivedRequest) -> Operation? {
    let segments = request.segments
    guard segments.count >= 9, segments.prefix(3) == ["api", "v1", "w"],
      segments[4] == "spaces", segments[6] == "apps", segments[8] == "runs"
    else { return nil }
    switch (request.method, segments.count) {
    case ("POST", 9): return .createRun
    case ("GET", 10): return .pollRun
    default: return nil
    }
  }

  package func answer(
    _ operation: Operation, to request: ReceivedRequest, pass: Int
  ) -> Answer {
    guard request.header("Authorization") == "Bearer \(apiToken)" else { return .unauthorized }
    switch operation {
    case .createRun:
      return .json(run(status: "running"))
    case .pollRun:
      guard request.segments.last.map(String.init) == runID else {
        return .json(#"{"error": "no such run"}"#, status: 404)
      }
      let status = statuses.status(at: pass) ?? "running"
      let isRunning = status == "running"
      return .json(
        run(status: status), headers: isRunning ? .retryAfter(retryAfter) : [:])
    }
  }

  private func run(status: String) -> String {
    let results = status == "succeeded" ? results : "null"
    return #"{"run": {"run_id": "\#(runID)", "status": {"run": "\#(status)"}, "#
      + #""results": \#(results)}}"#
  }
}
