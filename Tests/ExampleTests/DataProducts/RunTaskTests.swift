import ArazzoRuntime
import DataProductsExample
import ExampleServers
import Testing

@Suite("Data products: running a published task")
struct RunTaskTests {
  let stage = Stage()
  static let paths = (
    tasks: "GET /api/v1/data-products/tasks", runs: "POST /api/v1/data-products/runs"
  )

  private func run(
    _ inputs: RunTask.Inputs, _ api: DataProductsAPI = DataProductsAPI()
  ) async throws -> (requests: [ReceivedRequest], outcome: RunTask.Outcome) {
    try await StandIn.serve(api) { service in
      let outcome = try await runTask(inputs, client: stage.client(for: service))
      return (await service.requests, outcome)
    }
  }

  @Test("a task that is found runs to the end with the context")
  func completed() async throws {
    let context: JSONValue = ["segment": "retail"]
    let (requests, outcome) = try await run(.init(taskName: "churn", context: context))
    guard case .runTask(.completed(let outputs)) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.rowCount == 1204)
    #expect(requests.prefix(2).map(\.line) == [Self.paths.tasks, Self.paths.runs])
    #expect(
      try requests[1].json == ["context": context, "taskName": "churn", "triggeredBy": "api"])
  }

  @Test("a task without variables runs with an empty context")
  func withoutContext() async throws {
    let (requests, outcome) = try await run(.init(taskName: "calendar"))
    guard case .runTask(.completed) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(try requests[1].json?["context"] == [:])
  }

  @Test("without a context, the outputs list the variables that only the caller knows")
  func contextNeeded() async throws {
    let (requests, outcome) = try await run(.init(taskName: "churn"))
    guard case .contextNeeded(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(
      outputs.requiredVariables == [
        [
          "name": "segment", "type": "string", "required": true, "default": .null,
          "resolveFrom": .null,
        ]
      ])
    #expect(requests.map(\.line) == [Self.paths.tasks])
  }

  @Test("a name that no published task has ends the workflow", arguments: ["chur", "' || true"])
  func unknownTask(_ name: String) async throws {
    let (requests, outcome) = try await run(.init(taskName: name, context: [:]))
    guard case .unknownTask = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(requests.map(\.line) == [Self.paths.tasks])
    #expect(try json(of: outcome) == ["ending": "unknownTask", "outputs": [:]])
  }

  @Test("a run that fails is the outcome of the workflow that runs it")
  func runFailed() async throws {
    let (_, outcome) = try await run(
      .init(taskName: "calendar"), DataProductsAPI(statuses: ["running", "failed"]))
    guard case .runTask(.runFailed(let outputs)) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.error == "out of rows")
    let continued = try json(of: outcome)["continued"]
    #expect(continued?["ending"] == "runFailed")
  }

  @Test("a context that lacks a variable is rejected by the server, and that is a failure")
  func rejected() async throws {
    let api = DataProductsAPI().answering(.createRun, with: DataProductsAPI.rejection)
    let (_, outcome) = try await run(.init(taskName: "churn", context: ["months": 3]), api)
    guard case .runTask(.rejected) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    let error = try #require(throws: WorkflowError.self) { try outcome.requireSuccess() }
    #expect(error.workflow == "run-data-product" && error.statusCode == 422)
  }

  @Test("the list is asked for again where the server struggles, and no run is made twice")
  func listRetried() async throws {
    let api = DataProductsAPI().answering(.listTasks, 1...2, with: .page(status: 502))
    let (requests, outcome) = try await run(.init(taskName: "calendar"), api)
    guard case .runTask(.completed) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(stage.clock.waits == [.seconds(2), .seconds(2)])
    #expect(requests.count { $0.method == "POST" } == 1)
  }

  @Test("a list that can't be had fails the workflow")
  func listFails() async throws {
    let api = DataProductsAPI().answering(.listTasks, with: .page(status: 403))
    try await StandIn.serve(api) { service in
      let error = try await failure { () async throws(WorkflowError) in
        try await runTask(.init(taskName: "calendar"), client: stage.client(for: service))
      }
      #expect(error.step == "findTask" && error.statusCode == 403)
    }
  }

  @Test("the credentials go with both workflows' requests")
  func credentials() async throws {
    let (requests, _) = try await run(.init(taskName: "calendar", apiKey: "marker"))
    #expect(requests.count == 4)
    #expect(requests.allSatisfy { $0.header("X-API-Key") == "marker" })
  }
}
