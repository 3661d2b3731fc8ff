import ArazzoRuntime
import DustExample
import Foundation

/// One of the two ways to run a Dust app and to ask again and again what has become of it.
struct PollingCaller: Sendable {
  /// How the table calls it.
  var name: String
  /// Runs the app once, waiting so long between two polls.
  var call: @Sendable (URL, any HTTPTransport, Duration) async throws -> Void

  /// The run did not end as it should.
  struct Failure: Error {}

  /// By hand and generated, in this order.
  static let both = [byHand, generated]

  private static let byHand = PollingCaller(name: "by hand") { url, transport, delay in
    let app = HandWrittenDust(
      baseURL: url, transport: transport, apiToken: "sk-example", wID: "w1", spaceID: "s1",
      appID: "a1")
    try await app.pollToEnd(specificationHash: "5a1e", question: "How many?", every: delay)
  }

  private static let generated = PollingCaller(name: "generated") { url, transport, delay in
    let inputs = RunAppAndPoll.Inputs(
      apiToken: "sk-example", wID: "w1", spaceID: "s1", aID: "a1", specificationHash: "5a1e",
      inputs: [["question": "How many?"]])
    let client = WorkflowClient(
      baseURL: url, transport: transport,
      polling: PollingPolicy(initialDelay: delay, backoffFactor: 1, jitter: 0))
    guard case .succeeded = try await runAppAndPoll(inputs, client: client) else {
      throw Failure()
    }
  }
}
