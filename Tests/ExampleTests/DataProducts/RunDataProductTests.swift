import ArazzoRuntime
import DataProductsExample
import ExampleServers
import Foundation
import Testing

@Suite("Data products: making one")
struct RunDataProductTests {
  let stage = Stage()

  @Test("a run that completes has its outcome and the tree of its runs")
  func completed() async throws {
    let api = DataProductsAPI(statuses: ["queued", "running", "completed"])
    try await StandIn.serve(api) { service in
      let outcome = try await runDataProduct(.example, client: stage.client(for: service))
      guard case .completed(let outputs) = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      #expect(outputs.runID == api.runID)
      #expect(outputs.status == "completed")
      #expect(outputs.summary == "Who may leave.")
      #expect(outputs.rowCount == 1204)
      #expect(outputs.error == .null)
      #expect(outputs.result == ["table": "churn", "columns": ["customer", "risk"]])
      #expect(outputs.tree.count == 1)
      let runs = "/api/v1/data-products/runs"
      let run = "GET \(runs)/\(api.runID)"
      #expect(
        await service.requests.map(\.line) == ["POST \(runs)", run, run, run, run + "/tree"])
    }
  }

  @Test("a run that fails ends without a tree, and says why")
  func failed() async throws {
    try await StandIn.serve(DataProductsAPI(statuses: ["running", "failed"])) { service in
      let outcome = try await runDataProduct(.example, client: stage.client(for: service))
      guard case .runFailed(let outputs) = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      #expect(outputs.error == "out of rows")
      #expect(outputs.summary == nil)
      let error = #expect(throws: WorkflowError.self) { try outcome.outputs }
      #expect(error?.code == .otherEnding)
      #expect(error?.reason.contains("'runFailed'") == true)
    }
  }

  @Test("a run that somebody cancels ends as cancelled")
  func cancelled() async throws {
    try await StandIn.serve(DataProductsAPI(statuses: ["cancelled"])) { service in
      let outcome = try await runDataProduct(.example, client: stage.client(for: service))
      guard case .runCancelled = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      #expect(await service.requests.count == 2)
    }
  }

  @Test("optional inputs that are not given leave nothing behind")
  func leftOut() async throws {
    try await StandIn.serve(DataProductsAPI()) { service in
      _ = try await runDataProduct(.example, client: stage.client(for: service))
      let body = try await service.requests.first?.json
      #expect(
        body == ["context": ["segment": "retail", "months": 12], "triggeredBy": "api"])
    }
  }

  @Test("a free-form context arrives as it was given, and so does every optional input")
  func allInputs() async throws {
    var inputs = RunDataProduct.Inputs.example
    inputs.context = ["z": [], "a": .null, "nested": ["deep": [1, "two", false]]]
    inputs.taskName = "churn"
    inputs.workflowDocumentID = UUID(uuidString: "2d8c9a31-6d0e-4cf1-8a53-5f3d3d1c8e77")
    inputs.workspaceID = UUID(uuidString: "c0a4f5b2-93c3-4b4e-b5b5-0c44bb4a7f10")
    inputs.triggeredBy = "nightly"
    try await StandIn.serve(DataProductsAPI()) { [inputs] service in
      _ = try await runDataProduct(inputs, client: stage.client(for: service))
      let body = try await service.requests.first?.json
      #expect(
        body == [
          "context": inputs.context, "taskName": "churn",
          "workflowDocumentId": "2d8c9a31-6d0e-4cf1-8a53-5f3d3d1c8e77",
          "workspaceId": "c0a4f5b2-93c3-4b4e-b5b5-0c44bb4a7f10", "triggeredBy": "nightly",
        ])
    }
  }

  @Test("without a base URL nothing is sent, because the description has none")
  func relativeServer() async throws {
    let error = try await failure { () async throws(WorkflowError) in
      try await runDataProduct(.example, client: WorkflowClient(clock: stage.clock))
    }
    #expect(error.code == .unknownServer)
  }
}
