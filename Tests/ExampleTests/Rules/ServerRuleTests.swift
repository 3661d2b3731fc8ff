import ArazzoRuntime
import ArazzoTesting
import Foundation
import RulesExample
import Testing

/// The rule H3, on generated code that runs.
@Suite("Rules: servers")
struct ServerRuleTests {
  private func visited(
    _ change: (inout WorkflowClient) -> Void = { _ in }
  ) async throws -> [String] {
    let transport = ScriptedTransport([.always(.status(200))])
    var client = WorkflowClient(transport: transport)
    change(&client)
    try await visitShops(client: client)
    return transport.requests.map(\.url)
  }

  @Test func h3_theNearestServerIsUsedAndTheFirstIsTheDefault() async throws {
    #expect(
      try await visited() == [
        "https://shops.example/v1/shops", "https://pictures.example/pictures",
        "https://upload.example/new/pictures",
      ])
  }

  @Test func h3_theCallerChoosesAmongServers() async throws {
    let near = ServersServers.Shops.aServerNearYou(region: .usWest, port: "8443")
    let urls = try await visited { $0.use(near.server) }
    #expect(urls.first == "https://us-west.shops.example:8443/v1/shops")
  }

  @Test func h3_aRelativeServerIsResolvedByTheCaller() async throws {
    let error = try await failure { () async throws(WorkflowError) in
      var client = WorkflowClient(transport: ScriptedTransport([]))
      client.use(ServersServers.Shops.staging.server)
      try await visitShops(client: client)
    }
    #expect(error.code == .unknownServer)
    let urls = try await visited {
      $0.use(ServersServers.Shops.staging.server)
      $0.baseURL = URL(string: "https://my.example")
    }
    #expect(urls.first == "https://my.example/staging/shops")
  }

  @Test func h3_aChoiceIsForItsOwnOperationsOnly() async throws {
    let urls = try await visited {
      $0.use(ServersServers.Shops3.uploadExampleBucket(bucket: "old").server)
    }
    #expect(
      urls == [
        "https://shops.example/v1/shops", "https://pictures.example/pictures",
        "https://upload.example/old/pictures",
      ])
  }

  @Test func h3_theCallerCanSetAnyBaseURLOfASource() async throws {
    let urls = try await visited {
      $0.servers["shops"] = URL(string: "http://127.0.0.1:8080/base")
    }
    #expect(
      urls == [
        "http://127.0.0.1:8080/base/shops", "http://127.0.0.1:8080/base/pictures",
        "http://127.0.0.1:8080/base/pictures",
      ])
  }
}
