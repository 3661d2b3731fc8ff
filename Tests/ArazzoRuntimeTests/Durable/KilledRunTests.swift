import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Runs whose process is killed")
struct KilledRunTests {
  /// A workflow under test.
  struct Subject: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let workflow: @Sendable (WorkflowClient) async throws(WorkflowError) -> [Int]

    static let all = [
      Subject(testDescription: "straight") { client throws(WorkflowError) in
        try await DurableWorkflows.straight(client)
      },
      Subject(testDescription: "a machine that polls") { client throws(WorkflowError) in
        [try await DurableWorkflows.poller(client)]
      },
      Subject(testDescription: "pages") { client throws(WorkflowError) in
        [Int(try await DurableWorkflows.pages(client)) ?? 0]
      },
      Subject(testDescription: "one that calls") { client throws(WorkflowError) in
        try await DurableWorkflows.caller(client)
      },
      Subject(testDescription: "one whose time is over in a call") { client throws(WorkflowError) in
        try await DurableWorkflows.impatient(client)
      },
      Subject(testDescription: "one with a dependency") { client throws(WorkflowError) in
        try await DurableWorkflows.dependent(client)
      },
    ]
  }

  private typealias Report = KilledProcess.Report<[Int]>

  private func run(_ subject: Subject, killedAt point: KillPoint?) async throws -> Report {
    let clock = WorkflowTestClock(date: Date(timeIntervalSince1970: 1_000_000))
    let client = WorkflowClient(
      transport: KeyedServer.all, polling: .exact, idempotencyKey: .header("Idempotency-Key"),
      runID: "r1")
    return try await KilledProcess(client, clock).run(killedAt: point, subject.workflow)
  }

  /// Runs the workflow once for each point of a kind, until there is no further one.
  private func killEverywhere(
    _ subject: Subject, at point: (Int) -> KillPoint,
    _ check: (_ whole: Report, _ killed: Report, _ number: Int) throws -> Void
  ) async throws {
    let whole = try await run(subject, killedAt: nil)
    _ = try whole.result.get()
    var number = 1
    while true {
      let killed = try await run(subject, killedAt: point(number))
      guard killed.wasKilled else { break }
      #expect(try killed.result.get() == whole.result.get(), "\(point(number))")
      try check(whole, killed, number)
      number += 1
    }
    #expect(number > 1 || whole.waits.isEmpty)
  }

  @Test("where all is saved that was answered, nothing is sent twice", arguments: Subject.all)
  func killedBeforeARequest(_ subject: Subject) async throws {
    try await killEverywhere(subject, at: KillPoint.request) { whole, killed, number in
      #expect(killed.requests.lines == whole.requests.lines, "\(number)")
      #expect(killed.requests.keys == whole.requests.keys, "\(number)")
      #expect(killed.waits == whole.waits, "\(number)")
    }
  }

  @Test("what was in flight is sent once more, with the same key", arguments: Subject.all)
  func killedBeforeTheResponse(_ subject: Subject) async throws {
    try await killEverywhere(subject, at: KillPoint.response) { whole, killed, number in
      let requests = killed.requests
      #expect(requests[number].description == requests[number - 1].description)
      #expect(requests[number].key == requests[number - 1].key)
      // A server that is looked at twice is a look ahead.
      let others = requests.enumerated().filter { $0.offset != number }.map(\.element)
      #expect(others.posts.lines == whole.requests.posts.lines, "\(number)")
      #expect(others.posts.keys == whole.requests.posts.keys, "\(number)")
      #expect(abs(others.count - whole.requests.count) <= 1)
    }
  }

  @Test("where it can't be saved, what was answered last is sent again", arguments: Subject.all)
  func killedBeforeASave(_ subject: Subject) async throws {
    try await killEverywhere(subject, at: KillPoint.save) { whole, killed, number in
      let keys = killed.requests.keys
      #expect(Set(keys) == Set(whole.requests.keys), "\(number)")
      #expect(keys.count <= whole.requests.keys.count + 1, "\(number)")
    }
  }

  @Test("a wait that was begun is waited for as long as it remains", arguments: Subject.all)
  func killedInAWait(_ subject: Subject) async throws {
    try await killEverywhere(subject, at: KillPoint.wait) { whole, killed, number in
      #expect(killed.requests.lines == whole.requests.lines, "\(number)")
      #expect(killed.waits.count == whole.waits.count + 1)
      #expect(killed.waits[number - 1] == killed.waits[number], "\(number)")
      #expect(killed.waits.reduce(.zero, +) == whole.waits.reduce(.zero, +), "\(number)")
    }
  }

  @Test("what is saved of a loop doesn't grow with its passes")
  func compaction() async throws {
    let server = KeyedServer([
      "POST /v1/begin": [.json(["n": 5])],
      "GET /v1/poll": Array(repeating: .json(["state": "running"]), count: 50)
        + [.json(["state": "done"])],
    ])
    let checkpoint = ScriptedCheckpoint()
    let client = WorkflowClient(
      transport: server, clock: WorkflowTestClock(), checkpoint: checkpoint)
    _ = try await DurableWorkflows.poller(client)
    let sizes = checkpoint.texts.map(\.utf8.count)
    #expect(sizes.count == 2 + 50 * 2)
    #expect((sizes.max() ?? 0) < 700)
  }
}

extension RecordedRequest {
  fileprivate var key: String? { head.headerFields[.idempotencyKey] }
}

extension [RecordedRequest] {
  fileprivate var lines: [String] { map(\.description) }
  fileprivate var keys: [String] { compactMap(\.key) }
  fileprivate var posts: [RecordedRequest] { filter { $0.method == "POST" } }
}
