#if Temporal
  import ArazzoRuntime
  import Foundation

  @testable import ArazzoTemporal

  /// A server with a task queue, a client and the workers that a test starts.
  @available(Temporal 1.0, *)
  struct TestStage {
    let server: TemporalServer
    let client: TemporalClient
    let queue = "arazzo"
    let codec: (any TemporalPayloadCodec)?

    static func open(
      codec: (any TemporalPayloadCodec)? = nil, isolation: isolated (any Actor)? = #isolation,
      _ body: (TestStage) async throws -> Void
    ) async throws {
      try await TemporalServer.serve { server in
        let client = try TemporalClient(address: server.address, codec: codec)
        let connection = Task { try await client.run() }
        defer { connection.cancel() }
        try await eventually { (try? await client.connection.check()) != nil }
        try await body(TestStage(server: server, client: client, codec: codec))
      }
    }

    func worker(
      _ options: TemporalWorkerOptions = TemporalWorkerOptions(), _ workflows: [TemporalWorkflow]
    ) -> TemporalWorker {
      TemporalWorker(
        address: server.address, codec: codec, taskQueue: queue, workflows: workflows,
        client: WorkflowClient(), options: options)
    }

    /// Runs a worker as long as the body, then cancels it and waits for its end.
    func withWorker(
      _ options: TemporalWorkerOptions = TemporalWorkerOptions(), _ workflows: TemporalWorkflow...,
      isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void
    ) async throws {
      let worker = worker(options, workflows)
      let running = Task { try await worker.run() }
      defer { running.cancel() }
      try await body()
      running.cancel()
      try await running.value
    }

    func start(
      _ workflow: String, _ inputs: some Encodable = ["a": 1],
      heartbeatTimeout: Duration = .seconds(30)
    ) async throws -> TemporalRun {
      try await client.start(
        workflow, taskQueue: queue, inputs: inputs,
        options: TemporalRunOptions(heartbeatTimeout: heartbeatTimeout))
    }

    /// Waits until something holds of a run.
    func wait(
      for run: TemporalRun, until holds: (TemporalRunInfo) -> Bool
    ) async throws {
      try await eventually { holds(try await client.describe(run)) }
    }

    /// How a run ended that has no outcome.
    func failure(of run: TemporalRun) async throws -> TemporalRunFailure {
      do {
        let outcome = try await client.result(of: run)
        throw UnexpectedOutcome(outcome: outcome)
      } catch let failure as TemporalRunFailure {
        return failure
      }
    }

    /// Takes a run as a worker does that says nothing more afterwards.
    @discardableResult
    func takeSilently(saving state: some Encodable & Sendable) async throws -> Heartbeats {
      let connection = client.connection
      var request = APIPollActivityTaskQueueRequest()
      request.namespace = connection.namespace
      request.taskQueue.name = queue
      let task: APIPollActivityTaskQueueResponse = try await connection.call(
        "PollActivityTaskQueue", request)
      let heartbeats = Heartbeats(
        connection: connection, task: task, coding: client.coding, identity: "silent")
      try await heartbeats.save(state)
      return heartbeats
    }
  }

  struct UnexpectedOutcome: Error {
    let outcome: JSONValue
  }

  /// What the handlers of a test have seen, in order.
  final class Seen: Sendable {
    private let texts = Locked<[String]>([])

    var all: [String] { texts.withLock { $0 } }
    var count: Int { all.count }

    func add(_ text: String) { texts.withLock { $0.append(text) } }
  }

  extension RunAttempt {
    /// The saved run as text; `-` where there is none.
    var savedText: String { saved.map { String(decoding: $0, as: UTF8.self) } ?? "-" }
  }
#endif
