import ArazzoRuntime
import DustExample
import Foundation

/// One of the two ways to run a Dust app and to ask again and again what has become of it.
struct PollingCaller: Sendable {
  /// How the table calls it.
  var name: String
  /// Makes what runs the app once against an API at a URL, waiting so long between two polls.
  var make: @Sendable (URL, any HTTPTransport, Duration) -> @Sendable () async throws -> Void

  /// The run did not end as it should.
  struct Failure: Error {}

  /// By hand and generated, in this order.
  static let both = [byHand, generated]

  private static let byHand = PollingCaller(name: "by hand") { url, transport, delay in
    let app = HandWrittenDust(
      baseURL: url, transport: transport, apiToken: "sk-example", wID: "w1", spaceID: "s1",
      appID: "a1")
    return {
      try await app.pollToEnd(specificationHash: "5a1e", question: "How many?", every: delay)
    }
  }

  private static let generated = PollingCaller(name: "generated") { url, transport, delay in
    let client = WorkflowClient(
      baseURL: url, transport: transport,
      polling: PollingPolicy(initialDelay: delay, backoffFactor: 1, maximumDelay: delay, jitter: 0))
    return {
      let inputs = RunAppAndPoll.Inputs(
        apiToken: "sk-example", wID: "w1", spaceID: "s1", aID: "a1", specificationHash: "5a1e",
        inputs: [["question": "How many?"]])
      guard case .succeeded = try await runAppAndPoll(inputs, client: client) else {
        throw Failure()
      }
    }
  }
}
