import ArazzoRuntime
import DustExample
import Foundation

/// One of the two ways to run a Dust app and wait for what comes of it.
struct DustCaller: Sendable {
  /// How the table calls it.
  var name: String
  /// Makes what runs the app once against an API at a URL.
  var make: @Sendable (URL, any HTTPTransport) -> @Sendable () async throws -> Void

  /// The run did not end as it should.
  struct Failure: Error {}

  /// By hand and generated, in this order.
  static let both = [byHand, generated]

  private static let byHand = DustCaller(name: "by hand, with JSONDecoder") { url, transport in
    let app = HandWrittenDust(
      baseURL: url, transport: transport, apiToken: "sk-example", wID: "w1", spaceID: "s1",
      appID: "a1")
    return { consume(try await app.runToEnd(specificationHash: "5a1e", question: "How many?")) }
  }

  private static let generated = DustCaller(name: "generated") { url, transport in
    let client = WorkflowClient(baseURL: url, transport: transport)
    return {
      let inputs = RunAppAndPoll.Inputs(
        apiToken: "sk-example", wID: "w1", spaceID: "s1", aID: "a1", specificationHash: "5a1e",
        inputs: [["question": "How many?"]])
      guard case .succeeded(let outputs) = try await runAppAndPoll(inputs, client: client) else {
        throw Failure()
      }
      consume(outputs)
    }
  }
}
