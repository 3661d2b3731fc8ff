import ArazzoRuntime
import DataProductsExample
import ExampleServers
import Foundation
import Testing

@Suite("Data products: stopping one")
struct CancelRunTests {
  let stage = Stage()
  let inputs: CancelRun.Inputs

  init() throws {
    inputs = .init(runID: try #require(UUID(uuidString: DataProductsAPI().runID)))
  }

  @Test("a run that takes its time is waited for until it has stopped")
  func stopped() async throws {
    let api = DataProductsAPI(statuses: ["running", "running", "cancelled"])
    try await StandIn.serve(api) { service in
      let outcome = try await cancelRun(inputs, client: stage.client(for: service))
      #expect(
        outcome == .stopped(.init(status: "cancelled", completedAt: "2025-11-03T08:31:12Z")))
      #expect(stage.clock.waits == [.seconds(1), .seconds(1.5)])
      let cancellation = try #require(await service.requests.first)
      #expect(cancellation.line == "POST /api/v1/data-products/runs/\(api.runID)/cancel")
      #expect(cancellation.body.isEmpty)
      #expect(cancellation.header("Content-Type") == nil)
    }
  }

  @Test("a run that ends by itself first says so", arguments: ["completed", "failed"])
  func endedBefore(_ status: String) async throws {
    try await StandIn.serve(DataProductsAPI(statuses: [status])) { service in
      let outcome = try await cancelRun(inputs, client: stage.client(for: service))
      #expect(
        outcome == .endedBefore(.init(status: status, completedAt: "2025-11-03T08:31:12Z")))
    }
  }

  @Test("a run that the server does not accept is a failure that can't pass for success")
  func rejected() async throws {
    let api = DataProductsAPI().answering(.cancelRun, with: DataProductsAPI.rejection)
    try await StandIn.serve(api) { service in
      let outcome = try await cancelRun(inputs, client: stage.client(for: service))
      guard case .rejected(let failure) = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      #expect(throws: failure) { try outcome.outputs }
      #expect(failure.step == "cancelRun")
      #expect(
        try json(of: outcome) == ["ending": "rejected", "failed": true])
    }
  }
}
