import ArazzoRuntime
import DataProductsExample
import ExampleServers
import Testing

@Suite("Data products: finding a run page by page")
struct FindRunTests {
  var stage = Stage()

  /// A server with seven runs, of which two have the same trigger.
  static var seven: DataProductsAPI {
    var api = DataProductsAPI()
    api.triggers = ["a", "b", "c", "d", "e", "c", "f"]
    return api
  }

  private func find(
    _ trigger: String, pageSize: Int = 2, in api: DataProductsAPI = seven
  ) async throws -> (queries: [String], outcome: FindRun.Outcome) {
    try await StandIn.serve(api) { service in
      let outcome = try await findRun(
        .init(triggerRef: trigger, pageSize: pageSize), client: stage.client(for: service))
      return (await service.requests.map(\.query), outcome)
    }
  }

  @Test("a run on the first page needs no other page and no offset")
  func firstPage() async throws {
    let (queries, outcome) = try await find("b")
    guard case .found(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.run?["id"] == "run-1")
    #expect(outputs.total == 7)
    #expect(queries == ["limit=2"])
  }

  @Test("pages follow each other without a wait, up to the first one with the run")
  func laterPage() async throws {
    let (queries, outcome) = try await find("e")
    guard case .found(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.run?["id"] == "run-4")
    #expect(queries == ["limit=2", "limit=2&offset=2", "limit=2&offset=4"])
    #expect(stage.clock.waits == [])
    #expect(
      stage.log.states(FindRun.State.self) == [
        .listRuns(nextOffset: nil), .listRuns(nextOffset: 2), .listRuns(nextOffset: 4),
      ])
  }

  @Test("of several runs, the newest is found")
  func newest() async throws {
    let (_, outcome) = try await find("c", pageSize: 50)
    guard case .found(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.run?["id"] == "run-2")
  }

  @Test("behind the last page there is nothing to look at", arguments: [(2, 4), (7, 1), (50, 1)])
  func notFound(pageSize: Int, pages: Int) async throws {
    let (queries, outcome) = try await find("none", pageSize: pageSize)
    guard case .notFound(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.total == 7)
    #expect(queries.count == pages)
  }

  @Test("an empty list is one page without a run")
  func empty() async throws {
    let (queries, outcome) = try await find("a", in: DataProductsAPI())
    guard case .notFound(let outputs) = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    #expect(outputs.total == 0)
    #expect(queries == ["limit=2"])
  }

  @Test("a page that the server fails to give is asked for again, the pages before it are not")
  func pageRetried() async throws {
    let api = Self.seven.answering(.listRuns, 2...3, with: .page(status: 503))
    let (queries, outcome) = try await find("d", in: api)
    guard case .found = outcome else {
      Issue.record("ended as \(outcome)")
      return
    }
    let second = "limit=2&offset=2"
    #expect(queries == ["limit=2", second, second, second])
    #expect(stage.clock.waits == [.seconds(2), .seconds(2)])
  }

  @Test("a page that can't be had fails the workflow, which can go on from there later")
  func pageFails() async throws {
    let api = Self.seven.answering(.listRuns, 2...2, with: .page(status: 400))
    try await StandIn.serve(api) { service in
      let inputs = FindRun.Inputs(triggerRef: "e", pageSize: 2)
      let error = try await failure { () async throws(WorkflowError) in
        try await findRun(inputs, client: stage.client(for: service))
      }
      #expect(error.step == "listRuns" && error.statusCode == 400)
      let state = try #require(FindRun.State(resuming: error))
      let outcome = try await findRun(
        inputs, client: stage.client(for: service), from: saved(state))
      guard case .found = outcome else {
        Issue.record("ended as \(outcome)")
        return
      }
      let queries = await service.requests.map(\.query)
      #expect(queries == ["limit=2", "limit=2&offset=2", "limit=2&offset=2", "limit=2&offset=4"])
    }
  }

  @Test("a page without `nextOffset` fails, because the description requires it")
  func withoutNext() async throws {
    let page = Answer.json(#"{"items": [], "total": 0}"#)
    try await StandIn.serve(Self.seven.answering(.listRuns, with: page)) { service in
      let error = try await failure { () async throws(WorkflowError) in
        try await findRun(.init(triggerRef: "a"), client: stage.client(for: service))
      }
      #expect(error.code == .unexpectedValue)
    }
  }

  @Test("A8: a server that slows its clients down is obeyed between pages")
  func a8_retryAfter() async throws {
    let page = Answer.json(
      #"{"items": [], "total": 7, "nextOffset": 2}"#, headers: ["Retry-After": "9"])
    _ = try await find("c", in: Self.seven.answering(.listRuns, 1...1, with: page))
    #expect(stage.clock.waits == [.seconds(9)])
  }

  @Test("A8: pages without an end are given up at the client's bound")
  mutating func a8_bound() async throws {
    stage.polling.maximumPasses = 5
    var api = DataProductsAPI()
    api.triggers = Array(repeating: "other", count: 1_000)
    try await StandIn.serve(api) { [stage] service in
      let error = try await failure { () async throws(WorkflowError) in
        try await findRun(
          .init(triggerRef: "a", pageSize: 1), client: stage.client(for: service))
      }
      #expect(error.code == .pollingLimitReached && error.step == "listRuns")
      #expect(error.response?.body["nextOffset"] == 5)
      #expect(await service.requests.count == 5)
    }
  }

  @Test("A8: a server that names the same page again and again is waited for as in a poll")
  mutating func a8_samePage() async throws {
    stage.polling.maximumPasses = 4
    let page = Answer.json(#"{"items": [], "total": 7, "nextOffset": 2}"#)
    try await StandIn.serve(Self.seven.answering(.listRuns, with: page)) { [stage] service in
      let error = try await failure { () async throws(WorkflowError) in
        try await findRun(.init(triggerRef: "a"), client: stage.client(for: service))
      }
      #expect(error.code == .pollingLimitReached)
      #expect(stage.clock.waits == [.seconds(1), .seconds(1.5)])
    }
  }
}
