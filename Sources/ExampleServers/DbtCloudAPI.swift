/// A stand-in for dbt Cloud: a job whose run goes through the states that it is told.
package struct DbtCloudAPI: ExampleAPI {
  /// The operations that the example workflow calls.
  package enum Operation: Hashable, Sendable {
    /// `POST /accounts/{accountId}/jobs/{jobId}/run/`
    case triggerRun
    /// `GET /accounts/{accountId}/runs/{runId}/`
    case pollRun
    /// `GET /accounts/{accountId}/runs/{runId}/artifacts/`
    case listArtifacts
  }

  /// What is accepted as a bearer token.
  package var token = "dbtc_example"
  /// What the run is called, as it stands in the JSON.
  package var runID = "9007199254740993"
  /// The run's status at each poll; the last one stays.
  package var statuses: [Int]
  /// What the run has made, as JSON.
  package var artifacts = #"["manifest.json", "catalog.json", "run_results.json"]"#
  package var interruptions: [Interruption<Operation>] = []

  /// A server whose run has these statuses.
  package init(statuses: [Int] = [10]) {
    self.statuses = statuses
  }

  package func operation(of request: ReceivedRequest) -> Operation? {
    let segments = request.segments
    guard segments.count >= 4, segments[0] == "accounts" else { return nil }
    switch (request.method, segments[2], segments.count, segments.last) {
    case ("POST", "jobs", 5, "run"): return .triggerRun
    case ("GET", "runs", 4, _): return .pollRun
    case ("GET", "runs", 5, "artifacts"): return .listArtifacts
    default: return nil
    }
  }

  package func answer(
    _ operation: Operation, to request: ReceivedRequest, pass: Int
  ) -> Answer {
    guard request.header("Authorization") == "Bearer \(token)" else { return .unauthorized }
    switch operation {
    case .triggerRun: return .json(run(status: 1))
    case .pollRun: return .json(run(status: statuses.status(at: pass) ?? 3))
    case .listArtifacts: return .json(#"{"data": \#(artifacts)}"#)
    }
  }

  private func run(status: Int) -> String {
    #"{"data": {"id": \#(runID), "status": \#(status), "is_complete": \#(status >= 10), "#
      + #""is_error": \#(status == 20)}}"#
  }
}
