import ArazzoRuntime
import DataProductsExample
import ExampleServers
import Foundation
import Testing

@Suite("Data products: following one by its events")
struct FollowRunTests {
  let stage = Stage()

  /// A server whose run ends with this event.
  private func api(_ ending: String, _ data: String = "all done") -> DataProductsAPI {
    var api = DataProductsAPI()
    api.events = [("step", "read rows"), ("step", "train"), ("step", "score"), (ending, data)]
    return api
  }

  private func follow(
    _ api: DataProductsAPI
  ) async throws -> (requests: [ReceivedRequest], outcome: FollowRun.Outcome) {
    try await StandIn.serve(api) { service in
      let outcome = try await followRun(
        .init(runID: api.runUUID), client: stage.client(for: service))
      return (await service.requests, outcome)
    }
  }

  /// What the observer was told of the stream.
  private var received: [String] {
    stage.log.events.compactMap { event in
      guard case .received("followEvents", let event) = event.kind else { return nil }
      return event.data
    }
  }

  @Test("a stream that ends well is followed by the result, and its events reach the observer")
  func completed() async throws {
    let api = api("completed")
    let (requests, outcome) = try await follow(api)
    guard case .completed(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.message == "all done")
    #expect(outputs.rowCount == 1204)
    #expect(outputs.result?["table"] == "churn")
    #expect(received == ["read rows", "train", "score", "all done"])
    let run = "GET /api/v1/data-products/runs/\(api.runID)"
    #expect(requests.map(\.line) == [run + "/events", run])
    #expect(requests[0].header("Accept") == "text/event-stream")
    #expect(requests[0].header("Last-Event-ID") == nil)
  }

  @Test("a stream that reports a failure ends the workflow with the reason")
  func failed() async throws {
    let (requests, outcome) = try await follow(api("failed", "out of rows"))
    guard case .runFailed(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.message == "out of rows")
    #expect(requests.count == 1)
  }

  @Test("a run that somebody cancels ends as cancelled")
  func cancelled() async throws {
    let (requests, outcome) = try await follow(api("cancelled", "by Ada"))
    guard case .runCancelled(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.message == "by Ada")
    #expect(requests.count == 1)
  }

  @Test("A8: a stream that ends early is continued after its last event, without a wait")
  func a8_continued() async throws {
    var api = api("completed")
    api.eventsPerConnection = 2
    let (requests, outcome) = try await follow(api)
    guard case .completed = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(received == ["read rows", "train", "score", "all done"])
    #expect(requests.map { $0.header("Last-Event-ID") } == [nil, "2", nil])
    #expect(stage.clock.waits == [])
  }

  @Test("a stream without events keeps the place where the one before ended")
  func withoutEvents() async throws {
    var api = api("failed").answering(
      .streamRunEvents, 2...3, with: .content("text/event-stream", ": nothing new\n\n"))
    api.eventsPerConnection = 3
    let (requests, outcome) = try await follow(api)
    guard case .runFailed = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(requests.map { $0.header("Last-Event-ID") } == [nil, "3", "3", "3"])
    #expect(stage.clock.waits == [.seconds(5), .seconds(5)])
  }

  @Test("a connection that breaks off is opened again at the place where it was")
  func brokenOff() async throws {
    var api = api("completed")
    api.eventsPerConnection = 2
    let broken = Answer.content("text/event-stream", "id: 3\nevent: step\ndata: score\n\n")
    let (requests, outcome) = try await follow(
      api.answering(.streamRunEvents, 2...2, with: broken.cutShort))
    guard case .completed = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    // The event of the broken connection is told of twice: a step that fails has no outputs.
    #expect(received == ["read rows", "train", "score", "score", "all done"])
    #expect(requests.map { $0.header("Last-Event-ID") } == [nil, "2", "2", nil])
    #expect(stage.clock.waits == [.seconds(1)])
  }

  @Test("a connection that breaks off each time is given up after three retries")
  func givenUp() async throws {
    let broken = Answer.content("text/event-stream", "id: 1\ndata: a\n\n").cutShort
    let api = api("completed").answering(.streamRunEvents, with: broken)
    let inputs = FollowRun.Inputs(runID: try api.runUUID)
    try await StandIn.serve(api) { service in
      let error = try await failure { () async throws(WorkflowError) in
        try await followRun(inputs, client: stage.client(for: service))
      }
      #expect(error.code == .transport && error.step == "followEvents")
      #expect(error.statusCode == nil)
      #expect(await service.requests.count == 4)
    }
  }

  @Test("a run that is not there fails the workflow at once", arguments: [404, 422])
  func unknownRun(_ status: Int) async throws {
    let api = api("completed").answering(.streamRunEvents, with: .json("{}", status: status))
    let inputs = FollowRun.Inputs(runID: try api.runUUID)
    try await StandIn.serve(api) { service in
      let error = try await failure { () async throws(WorkflowError) in
        try await followRun(inputs, client: stage.client(for: service))
      }
      #expect(error.statusCode == status)
      #expect(stage.clock.waits == [])
    }
  }
}
