import ArazzoRuntime
import DataProductsExample
import ExampleServers
import Testing

@Suite("Data products: credentials")
struct CredentialTests {
  let stage = Stage()

  /// Which credentials a caller gives.
  struct Given: Sendable {
    var authorization: Secret?
    var apiKey: Secret?
    var sessionToken: Secret?
  }

  static let combinations = [
    Given(),
    Given(authorization: "Bearer marker-1"),
    Given(apiKey: "marker-2"),
    Given(sessionToken: "marker-3"),
    Given(authorization: "Bearer marker-1", apiKey: "marker-2", sessionToken: "marker-3"),
  ]

  @Test(
    "each credential is sent with every request when it is given, and not at all otherwise",
    arguments: combinations)
  func sentOrLeftOut(_ given: Given) async throws {
    var inputs = RunDataProduct.Inputs.example
    inputs.authorization = given.authorization
    inputs.apiKey = given.apiKey
    inputs.sessionToken = given.sessionToken
    try await StandIn.serve(DataProductsAPI(statuses: ["running", "completed"])) {
      [inputs] service in
      _ = try await runDataProduct(inputs, client: stage.client(for: service))
      let requests = await service.requests
      #expect(requests.count == 4)
      for request in requests {
        #expect(request.header("Authorization") == given.authorization?.revealed)
        #expect(request.header("X-API-Key") == given.apiKey?.revealed)
        #expect(
          request.header("Cookie") == given.sessionToken.map { "vai_token=\($0.revealed)" })
      }
    }
  }

  @Test("no credential shows in inputs, errors or events")
  func neverShown() async throws {
    var inputs = RunDataProduct.Inputs.example
    inputs.authorization = "Bearer marker-1"
    inputs.apiKey = "marker-2"
    inputs.sessionToken = "marker-3"
    let api = DataProductsAPI().answering(.createRun, with: .page(status: 403))
    try await StandIn.serve(api) { [inputs] service in
      let error = try await failure { () async throws(WorkflowError) in
        try await runDataProduct(inputs, client: stage.client(for: service))
      }
      var shown = "\(error) \(inputs) \(stage.log.events)"
      dump(error, to: &shown)
      dump(inputs, to: &shown)
      #expect(!shown.contains("marker"))
    }
  }
}
