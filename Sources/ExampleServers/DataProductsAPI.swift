/// A stand-in for the data-product service: its tasks, its list of runs, and one run that goes through
/// the states that it is told.
package struct DataProductsAPI: ExampleAPI {
  /// The operations that the example workflows call.
  package enum Operation: Hashable, Sendable {
    /// `GET /api/v1/data-products/tasks`
    case listTasks
    /// `GET /api/v1/data-products/runs`
    case listRuns
    /// `POST /api/v1/data-products/runs`
    case createRun
    /// `GET /api/v1/data-products/runs/{run_id}`
    case getRun
    /// `POST /api/v1/data-products/runs/{run_id}/cancel`
    case cancelRun
    /// `GET /api/v1/data-products/runs/{run_id}/events`
    case streamRunEvents
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
  /// The published tasks, each with the JSON of its variables.
  package var tasks: [(name: String, variables: [String])] = [
    ("calendar", []),
    (
      "churn",
      [
        variable("segment"), variable("months", required: false),
        variable("currency", defaultValue: #""EUR""#),
        variable("region", resolveFrom: #""workspace""#),
      ]
    ),
  ]
  /// The triggers of all runs, newest run first.
  package var triggers: [String] = []
  /// The events of the run; the place in the list is the identifier, from 1 on.
  package var events: [(type: String, data: String)] = []
  /// How many events a connection sends before the server closes it.
  package var eventsPerConnection = Int.max
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
    guard segments.prefix(3) == ["api", "v1", "data-products"], segments.count >= 4
    else { return nil }
    if segments.dropFirst(3) == ["tasks"] { return request.method == "GET" ? .listTasks : nil }
    guard segments[3] == "runs" else { return nil }
    switch (request.method, segments.count, segments.last) {
    case ("GET", 4, _): return .listRuns
    case ("POST", 4, _): return .createRun
    case ("GET", 5, _): return .getRun
    case ("POST", 6, "cancel"): return .cancelRun
    case ("GET", 6, "events"): return .streamRunEvents
    case ("GET", 6, "tree"): return .getRunTree
    default: return nil
    }
  }

  package func answer(
    _ operation: Operation, to request: ReceivedRequest, pass: Int
  ) -> Answer {
    switch operation {
    case .listTasks: .json(#"{"items": [\#(tasks.map(task).joined(separator: ", "))]}"#)
    case .listRuns: page(of: request)
    case .createRun: .json(run(status: "queued"))
    case .getRun: .json(run(status: statuses.status(at: pass) ?? "running"))
    case .cancelRun: .json(run(status: "running"))
    case .streamRunEvents: stream(after: request.header("Last-Event-ID"))
    case .getRunTree: .json(#"{"items": [\#(run(status: "completed"))]}"#)
    }
  }
}

extension DataProductsAPI {
  /// The JSON of a variable that a task reads from the context.
  package static func variable(
    _ name: String, required: Bool = true, defaultValue: String = "null",
    resolveFrom: String = "null"
  ) -> String {
    #"{"name": "\#(name)", "type": "string", "required": \#(required), "#
      + #""default": \#(defaultValue), "resolveFrom": \#(resolveFrom)}"#
  }

  private func task(_ name: String, _ variables: [String]) -> String {
    #"{"id": "9f2f2d0b-6f0e-4f1d-8a55-1c9a3a0f7e42", "name": "\#(name)", "#
      + #""displayName": "The \#(name)", "#
      + #""contextVars": [\#(variables.joined(separator: ", "))]}"#
  }

  private func page(of request: ReceivedRequest) -> Answer {
    let limit = request.query("limit").flatMap { Int($0) } ?? 50
    let offset = request.query("offset").flatMap { Int($0) } ?? 0
    let items = triggers.enumerated().dropFirst(offset).prefix(limit).map { number, trigger in
      #"{"id": "run-\#(number)", "status": "completed", "createdAt": "2025-11-03T08:30:00Z", "#
        + #""depth": 0, "triggerRef": "\#(trigger)"}"#
    }
    let next = offset + items.count
    return .json(
      #"{"items": [\#(items.joined(separator: ", "))], "total": \#(triggers.count), "#
        + #""nextOffset": \#(next < triggers.count ? "\(next)" : "null")}"#)
  }

  private func stream(after lastID: String?) -> Answer {
    let sent = lastID.flatMap { Int($0) } ?? 0
    let events = events.enumerated().dropFirst(sent).prefix(eventsPerConnection)
    let texts = events.map { number, event in
      "id: \(number + 1)\nevent: \(event.type)\ndata: \(event.data)\n\n"
    }
    return .content("text/event-stream", texts.joined())
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
