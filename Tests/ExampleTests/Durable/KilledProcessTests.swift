import ArazzoRuntime
import ArazzoTesting
import DataProductsExample
import DustExample
import ExampleServers
import Foundation
import RulesExample
import Testing

/// Each workflow is killed at every point in turn and goes on in another process, over real sockets.
@Suite("Generated workflows whose process is killed", .timeLimit(.minutes(5)))
struct KilledProcessTests {
  /// A workflow under test, and the server that it talks to.
  struct Subject: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (KillPoint?, Stage) async throws -> KilledProcess.Report<JSONValue>

    init(
      _ name: String, _ api: some ExampleAPI,
      _ workflow: @escaping @Sendable (WorkflowClient) async throws(WorkflowError) -> JSONValue
    ) {
      testDescription = name
      run = { point, stage in
        try await StandIn.serve(api) { server in
          var client = stage.client(for: server)
          client.idempotencyKey = .header("Idempotency-Key")
          client.runID = "r1"
          return try await KilledProcess(client, stage.clock).run(killedAt: point, workflow)
        }
      }
    }
  }

  private typealias Report = KilledProcess.Report<JSONValue>

  /// Runs the workflow once for each point of a kind, until there is no further one.
  private func killEverywhere(
    _ subject: Subject, at point: (Int) -> KillPoint,
    _ check: (_ whole: Report, _ killed: Report, _ number: Int) throws -> Void
  ) async throws {
    let whole = try await subject.run(nil, Stage())
    let result = try whole.result.get()
    var number = 1
    while true {
      let killed = try await subject.run(point(number), Stage())
      guard killed.wasKilled else { break }
      #expect(try killed.result.get() == result, "\(point(number))")
      try check(whole, killed, number)
      number += 1
    }
    #expect(number > 1 || whole.waits.isEmpty)
  }

  @Test("before a request: nothing is sent twice", arguments: Subject.all)
  func beforeRequests(_ subject: Subject) async throws {
    try await killEverywhere(subject, at: KillPoint.request) { whole, killed, number in
      #expect(killed.requests.map(\.description) == whole.requests.map(\.description))
      #expect(killed.requests.keys == whole.requests.keys, "\(number)")
      #expect(killed.waits == whole.waits, "\(number)")
    }
  }

  @Test(
    "before the response: it is sent once more with its key, and no other", arguments: Subject.all)
  func beforeResponses(_ subject: Subject) async throws {
    try await killEverywhere(subject, at: KillPoint.response) { whole, killed, number in
      let requests = killed.requests
      #expect(requests[number].description == requests[number - 1].description, "\(number)")
      #expect(requests[number].key == requests[number - 1].key, "\(number)")
      let others = requests.enumerated().filter { $0.offset != number }.map(\.element)
      #expect(Set(others.keys).count == others.keys.count, "\(number)")
    }
  }

  @Test("before a save: what was answered last is sent again, and no other", arguments: Subject.all)
  func beforeSaves(_ subject: Subject) async throws {
    try await killEverywhere(subject, at: KillPoint.save) { whole, killed, number in
      #expect(killed.requests.count <= whole.requests.count + 1, "\(number)")
      let keys = killed.requests.keys
      #expect(keys.count - Set(keys).count <= 1, "\(number)")
    }
  }

  @Test("in a wait: nothing is sent twice, and the rest is waited for", arguments: Subject.all)
  func inWaits(_ subject: Subject) async throws {
    try await killEverywhere(subject, at: KillPoint.wait) { whole, killed, number in
      #expect(killed.requests.map(\.description) == whole.requests.map(\.description))
      #expect(killed.waits.reduce(.zero, +) == whole.waits.reduce(.zero, +), "\(number)")
    }
  }

  @Test("another workflow refuses the run, and sends nothing")
  func otherWorkflow() async throws {
    try await StandIn.serve(DustAPI(statuses: ["running"])) { dust in
      let stage = Stage()
      var client = stage.client(for: dust)
      client.checkpoint = ScriptedCheckpoint(onWait: { _ in .park })
      let parked = try await failure { () async throws(WorkflowError) in
        try await runAppAndPoll(.example, client: client)
      }
      let run = try #require(parked.parked?.run)
      #expect(run.plan == RunAppAndPoll.plan)
      let sent = await dust.requests.count
      let other = try await failure { () async throws(WorkflowError) in
        try await runDataProduct(.example, client: client.resuming(run))
      }
      #expect(other.code == .savedRunRejected)
      #expect(await dust.requests.count == sent)
    }
  }
}

extension KilledProcessTests.Subject {
  static let all = [dust, product, task, shops, follow, ship, read, awaitOrder]

  private static let dust = Self(
    "a machine that polls", DustAPI(statuses: ["running", "running", "succeeded"])
  ) { client throws(WorkflowError) in
    .coded(try await runAppAndPoll(.example, client: client))
  }

  private static let flaky = DataProductsAPI(statuses: [
    "queued", "running", "running", "completed",
  ])
  .answering(.getRun, 2...2, with: .page(status: 503))

  private static let product = Self("a machine with retries", flaky) {
    client throws(WorkflowError) in
    .coded(try await runDataProduct(.example, client: client))
  }

  private static let task = Self("one that continues in another", flaky) {
    client throws(WorkflowError) in
    .coded(try await runTask(.init(taskName: "churn", context: ["a": 1]), client: client))
  }

  private static let shops = Self(
    "three steps",
    ScriptedAPI([
      "GET /shops": [.json("[]")], "GET /pictures": [.json("[]")], "PUT /pictures": [.json("{}")],
    ])
  ) { client throws(WorkflowError) in
    try await visitShops(client: client)
    return .null
  }

  private static let orders: [String: [Answer]] = [
    "POST /login": [.json(#"{"token": "t1"}"#)],
    "POST /payments": [.json(#"{"id": "p1"}"#, status: 201)],
    "POST /refunds": [.json("{}", status: 201)],
    "GET /orders/o1": [
      .json("{}", status: 401), .json("{}", status: 429, headers: ["Retry-After": "7"]),
      .json(#"{"id": "o1", "state": "pending"}"#), .json(#"{"id": "o1", "state": "sent"}"#),
    ],
  ]

  private static let sent = ScriptedAPI(
    orders.merging(["GET /orders/o1": [.json(#"{"id": "o1", "state": "sent"}"#)]]) { $1 })

  private static let follow = Self("one with a step that calls", sent) {
    client throws(WorkflowError) in
    .coded(try await followOrder(.init(order: "o1"), client: client))
  }

  private static let ship = Self("one with dependencies", sent) { client throws(WorkflowError) in
    .coded(
      try await shipOrder(
        .init(order: "o1"), settleOrderInputs: .init(order: "o1", amount: 2), client: client))
  }

  private static let read = Self(
    "one whose retries run a step and a workflow first", ScriptedAPI(orders)
  ) { client throws(WorkflowError) in
    .coded(try await readOrder(.init(order: "o1"), client: client))
  }

  private static let awaitOrder = Self(
    "one that signs in again before it looks again",
    ScriptedAPI(
      orders.merging([
        "GET /orders/o1": [
          .json(#"{"id": "o1", "state": "pending"}"#), .json(#"{"id": "o1", "state": "sent"}"#),
        ]
      ]) { $1 })
  ) { client throws(WorkflowError) in
    .coded(try await RulesExample.awaitOrder(.init(order: "o1"), client: client))
  }
}

extension JSONValue {
  /// What a result encodes to.
  fileprivate static func coded(_ value: some Encodable) -> JSONValue {
    (try? json(of: value)) ?? .null
  }
}

extension RecordedRequest {
  fileprivate var key: String? {
    head.headerFields.first { $0.name.canonicalName == "idempotency-key" }?.value
  }
}

extension [RecordedRequest] {
  fileprivate var keys: [String] { compactMap(\.key) }
}
