import ExampleServers
import Foundation
import Testing

/// Documents as others have published them: generated, compiled to a program and run against a
/// stand-in server.
@Suite("Published documents", .enabled(if: Published.isPresent, "no corpus beside the package"))
struct PublishedDocumentTests {
  @Test("Dust: a run is polled until it has succeeded")
  func dust() async throws {
    let api = DustAPI(statuses: ["running", "succeeded"])
    let program = Published(
      document: "dust-tt/arazzo/dust-tt-run-app-and-poll-workflow.yml", function: "runAppAndPoll",
      inputs: """
        {"apiToken": "\(api.apiToken)", "wId": "w", "spaceId": "s", "aId": "a",
         "specificationHash": "h", "config": null, "inputs": [{"question": "What is 5*7?"}]}
        """)
    let (outcome, requests) = try await StandIn.serve(api) { server in
      (try await program.run(against: server.url), await server.requests)
    }
    #expect(
      outcome == """
        {"ending":"succeeded","outputs":{"results":[[{"error":null,"value":{"answer":"35"}}]],\
        "runId":"\(api.runID)","runStatus":"succeeded"}}
        """)
    #expect(requests.map(\.method) == ["POST", "GET", "GET"])
  }

  @Test("dbt Cloud: a run is polled until it is done, then its artifacts are listed")
  func dbtCloud() async throws {
    let api = DbtCloudAPI(statuses: [3, 10])
    let program = Published(
      document: "dbt/arazzo/dbt-trigger-run-and-poll-workflow.yml", function: "triggerRunAndPoll",
      inputs: #"{"accountId": 1, "jobId": 2, "token": "\#(api.token)"}"#)
    let outcome = try await StandIn.serve(api) { try await program.run(against: $0.url) }
    #expect(
      outcome == """
        {"ending":"completed","outputs":{"artifacts":["manifest.json","catalog.json",\
        "run_results.json"],"finalStatus":10,"runId":\(api.runID)}}
        """)
  }
}
