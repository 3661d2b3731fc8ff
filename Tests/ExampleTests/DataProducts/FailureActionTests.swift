import ArazzoRuntime
import DataProductsExample
import ExampleServers
import Testing

@Suite("Data products: failure actions")
struct FailureActionTests {
  let stage = Stage()

  @Test("a rejection ends the workflow as a failure that says what is wrong")
  func rejected() async throws {
    let api = DataProductsAPI().answering(.createRun, with: DataProductsAPI.rejection)
    try await StandIn.serve(api) { service in
      let outcome = try await runDataProduct(.example, client: stage.client(for: service))
      guard case .rejected(let failure) = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      #expect(failure.statusCode == 422)
      let detail = failure.response?.body["detail"]?[0]
      #expect(detail?["loc"] == ["body", "context"])
      #expect(detail?["msg"] == "Field required")
      #expect(detail?["type"] == "missing")
      #expect(
        try json(of: outcome) == ["ending": "rejected", "failed": true])
    }
  }

  @Test("a struggling server is asked again after the document's delay")
  func retried() async throws {
    let api = DataProductsAPI().answering(.getRun, 1...2, with: .page(status: 503))
    try await StandIn.serve(api) { service in
      let outcome = try await runDataProduct(.example, client: stage.client(for: service))
      guard case .completed = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      #expect(stage.clock.waits == [.seconds(2), .seconds(2)])
      #expect(await service.requests.filter { $0.method == "POST" }.count == 1)
    }
  }

  @Test("Retry-After goes before the document's delay")
  func retryAfter() async throws {
    let busy = Answer.page(status: 503, headers: ["Retry-After": "11"])
    try await StandIn.serve(DataProductsAPI().answering(.getRunTree, 1...1, with: busy)) {
      service in
      _ = try await runDataProduct(.example, client: stage.client(for: service))
      #expect(stage.clock.waits == [.seconds(11)])
    }
  }

  @Test("a server that goes on struggling is given up after three retries")
  func budget() async throws {
    let api = DataProductsAPI().answering(.getRun, with: .page(status: 500))
    try await StandIn.serve(api) { service in
      let error = try await failure { () async throws(WorkflowError) in
        try await runDataProduct(.example, client: stage.client(for: service))
      }
      #expect(error.step == "awaitRun")
      #expect(error.statusCode == 500)
      #expect(stage.clock.waits == [.seconds(2), .seconds(2), .seconds(2)])
      #expect(await service.requests.count == 1 + 4)
    }
  }

  @Test("an error that no failure action answers is thrown at once", arguments: [400, 404, 429])
  func unanswered(_ status: Int) async throws {
    let api = DataProductsAPI().answering(.getRun, with: .page(status: status))
    try await StandIn.serve(api) { service in
      let error = try await failure { () async throws(WorkflowError) in
        try await runDataProduct(.example, client: stage.client(for: service))
      }
      #expect(error.statusCode == status)
      #expect(stage.clock.waits == [])
    }
  }
}
