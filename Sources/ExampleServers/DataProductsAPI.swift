/// A stand-in for the data-product service: one run that goes through the states that it is told.
package struct DataProductsAPI: ExampleAPI {
  /// The operations that the example workflows call.
  package enum Operation: Hashable, Sendable {
    /// `POST /api/v1/data-products/runs`
    case createRun
    /// `GET /api/v1/data-products/runs/{run_id}`
    case getRun
    /// `POST /api/v1/data-products/runs/{run_id}/cancel`
    case cancelRun
    /// `GET /api/v1/data-products/runs/{run_id}/tree`
    case getRunTree
  }

  /// What the run is called.
  package var runID = "3f0c9f5e-5a53-4a57-9a44-0b8f6f0d5c11"
  /// The run's status each time it is fetched; the last one stays.
  package var statuses: [String]
  /// What the run has left, as JSON.
  package var outcome = #"{"artifactName": "churn", "rowCount": 1204, "summary": "Who may leave."}"#
  /// What the run has made, as JSON.
  package var result = #"{"table": "churn", "columns": ["customer", "risk"]}"#
  package var interruptions: [Interruption<Operation>] = []

  /// A server whose run has these statuses.
  package init(statuses: [String] = ["completed"]) {
    self.statuses = statuses
  }

  /// The answer to a request that the service can't make anything of.
  package static let rejection = Answer.json(
    #"{"detail": [{"loc": ["body", "context"], "msg": "Field required", "type": "missing"}]}"#,
    status: 422)

  package func operation(of request: ReceivedRequest) -> Operation? {
    let segments = request.segments
    guard segments.count >= 4, segments.prefix(4) == ["api", "v1", "data-products", "runs"]
    else { return nil }
    switch (request.method, segments.count, segments.last) {
    case ("POST", 4, _): return .createRun
    case ("GET", 5, _): return .getRun
    case ("POST", 6, "cancel"): return .cancelRun
    case ("GET", 6, "tree"): return .getRunTree
    default: return nil
    }
  }

  package func answer(
    _ operation: Operation, to request: ReceivedRequest, pass: Int
  ) -> Answer {
    switch operation {
    case .createRun: .json(run(status: "queued"))
    case .getRun: .json(run(status: statuses.status(at: pass) ?? "running"))
    case .cancelRun: .json(run(status: "running"))
    case .getRunTree: .json(#"{"items": [\#(run(status: "completed"))]}"#)
    }
  }

  private func run(status: String) -> String {
    let isDone = status == "completed"
    return #"{"id": "\#(runID)", "status": "\#(status)", "depth": 0, "parentRunId": null, "#
      + #""createdAt": "2025-11-03T08:30:00Z", "completedAt": \#(completedAt(status)), "#
      + #""error": \#(status == "failed" ? #""out of rows""# : "null"), "#
      + #""outcome": \#(isDone ? outcome : "null"), "result": \#(isDone ? result : "null")}"#
  }

  private func completedAt(_ status: String) -> String {
    ["queued", "running"].contains(status) ? "null" : #""2025-11-03T08:31:12Z""#
  }
}
