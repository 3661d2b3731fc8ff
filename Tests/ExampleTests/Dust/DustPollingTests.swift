import ArazzoRuntime
import DustExample
import ExampleServers
import Testing

@Suite("Dust: how a workflow waits")
struct DustPollingTests {
  var stage = Stage()

  @Test("waits grow by half from a second to thirty")
  func growingWaits() async throws {
    let waits = try await waits(DustAPI(statuses: running(10) + ["succeeded"]))
    #expect(
      waits.map { $0 / .seconds(1) }
        == [1, 1.5, 2.25, 3.375, 5.0625, 7.59375, 11.390625, 17.0859375, 25.62890625, 30])
  }

  @Test("no wait comes before the first poll")
  func noWaitAtFirst() async throws {
    #expect(try await waits(DustAPI(statuses: ["succeeded"])) == [])
  }

  @Test(
    "Retry-After overrules the policy, as seconds and as a date",
    arguments: [("7", 7.0), ("Mon, 07 Nov 1994 08:49:57 GMT", 20)])
  func retryAfter(_ header: String, _ seconds: Double) async throws {
    var api = DustAPI(statuses: ["running", "succeeded"])
    api.retryAfter = header
    #expect(try await waits(api) == [.seconds(seconds)])
  }

  @Test("Retry-After that makes no sense is passed over", arguments: ["soon", "-4", ""])
  func unreadableRetryAfter(_ header: String) async throws {
    var api = DustAPI(statuses: ["running", "succeeded"])
    api.retryAfter = header
    #expect(try await waits(api) == [.seconds(1)])
  }

  @Test("a run that never ends is given up after an hour, with the last response")
  func bound() async throws {
    var api = DustAPI(statuses: ["running"])
    api.retryAfter = "700"
    try await StandIn.serve(api) { dust in
      let error = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(.example, client: stage.client(for: dust))
      }
      #expect(error.code == .pollingLimitReached)
      #expect(error.step == "pollRun")
      #expect(error.response?.body["run"]?["status"]?["run"] == "running")
      #expect(stage.clock.waits == Array(repeating: .seconds(700), count: 5))
      #expect(await dust.requests.count == 1 + 6)
    }
  }

  @Test("a server that asks for more patience than the policy has ends the wait at once")
  func impatient() async throws {
    var api = DustAPI(statuses: ["running"])
    api.retryAfter = "86400"
    try await StandIn.serve(api) { dust in
      let error = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(.example, client: stage.client(for: dust))
      }
      #expect(error.code == .pollingLimitReached)
      #expect(stage.clock.waits == [])
    }
  }

  @Test("the number of passes is bounded too")
  func passes() async throws {
    var stage = stage
    stage.polling.maximumPasses = 3
    try await StandIn.serve(DustAPI(statuses: ["running"])) { [stage] dust in
      let error = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(.example, client: stage.client(for: dust))
      }
      #expect(error.code == .pollingLimitReached)
      #expect(await dust.requests.count == 1 + 3)
    }
  }

  private func running(_ count: Int) -> [String] { .init(repeating: "running", count: count) }

  /// The waits of a workflow that comes to an end.
  private func waits(_ api: DustAPI) async throws -> [Duration] {
    try await StandIn.serve(api) { dust in
      _ = try await runAppAndPoll(.example, client: stage.client(for: dust))
      return stage.clock.waits
    }
  }
}
