#if Temporal
  import ArazzoRuntime
  import DustExample
  import Foundation
  import Testing

  @testable import ArazzoTemporal

  @Suite(
    "What a Temporal worker and client say of faults", .enabled(if: TemporalServer.isInstalled),
    .serialized, .timeLimit(.minutes(5)))
  struct FaultTests {
    private func error(
      _ code: TemporalError.Code, _ words: String,
      sourceLocation: SourceLocation = #_sourceLocation,
      of body: () async throws -> Void
    ) async {
      let error = await #expect(throws: TemporalError.self, sourceLocation: sourceLocation) {
        try await body()
      }
      #expect(error?.code == code, sourceLocation: sourceLocation)
      #expect(
        error?.description.contains(words) == true, "\(error?.description ?? "")",
        sourceLocation: sourceLocation)
    }

    @Test("an address where nothing listens, and one that is none")
    @available(Temporal 1.0, *)
    func addresses() async throws {
      let address = "127.0.0.1:\(try TemporalServer.freePort())"
      await error(.unreachable, "no Temporal server answers at '\(address)'") {
        try await TemporalClient.with(address: address) { client in
          _ = try await client.start("a", taskQueue: "q")
        }
      }
      await error(.unreachable, "no Temporal server answers at '\(address)'") {
        try await TemporalWorker(
          address: address, taskQueue: "q", workflows: [], client: WorkflowClient(),
          options: TemporalWorkerOptions(connectTimeout: .seconds(1))
        ).run()
      }
      await error(.unreachable, "'localhost' isn't a host and a port") {
        _ = try TemporalClient(address: "localhost")
      }
    }

    @Test("a namespace that the server doesn't have")
    @available(Temporal 1.0, *)
    func namespace() async throws {
      try await TestStage.open { stage in
        let address = stage.server.address
        await error(.unknownNamespace, "the server has no namespace 'nowhere'") {
          try await TemporalWorker(
            address: address, namespace: "nowhere", taskQueue: "q", workflows: [],
            client: WorkflowClient()
          ).run()
        }
        await error(.unknownNamespace, "the server has no namespace 'nowhere'") {
          try await TemporalClient.with(address: address, namespace: "nowhere") { client in
            _ = try await client.start("a", taskQueue: "q")
          }
        }
      }
    }

    @Test("an identifier that is taken, and one that nobody has")
    @available(Temporal 1.0, *)
    func identifiers() async throws {
      try await TestStage.open { stage in
        let client = stage.client
        _ = try await client.start("a", id: "one", taskQueue: "q")
        await error(.alreadyStarted, "already started") {
          _ = try await client.start("a", id: "one", taskQueue: "q")
        }
        for call in [
          client.result,
          {
            _ = try await client.describe($0); return .null
          },
        ]
          as [(TemporalRun) async throws -> JSONValue]
        {
          await error(.unknownRun, "two") { _ = try await call(TemporalRun(id: "two")) }
        }
        try await eventually { try await !client.runs().isEmpty }
        for limit in [0, -1] { #expect(try await client.runs(limit: limit).isEmpty) }
        #expect(try await client.runs(matching: "TaskQueue = 'q'").map(\.run.id) == ["one"])
        #expect(try await client.runs(matching: "TaskQueue = 'z'").isEmpty)
      }
    }

    @Test("payloads over the limit, or not of JSON: nothing is started, and a saved run stays")
    @available(Temporal 1.0, *)
    func payloads() async throws {
      let large = String(repeating: "x", count: 2_200_000)
      try await TestStage.open { stage in
        await error(.payloadTooLarge, "exceeds the server's limit") {
          _ = try await stage.start("a", ["text": large])
        }
        let most = String(repeating: "x", count: PayloadCoding.limit - 2)
        let echo = TemporalWorkflow(name: "echo") { attempt in
          try await attempt.save(attempt.inputs)
          return attempt.inputs
        }
        let outcome = TemporalWorkflow(name: "outcome") { _ in large }
        let unwritable = TemporalWorkflow(name: "unwritable") { _ in Double.infinity }
        let saved = TemporalWorkflow(name: "saved") { attempt in
          try await attempt.save(["at": "first"])
          try await attempt.save(["at": large])
          return "done"
        }
        try await stage.withWorker(.init(), echo, outcome, unwritable, saved) {
          let whole = try await stage.client.result(of: stage.start("echo", most))
          #expect(whole == .string(most))
          let first = try await stage.failure(of: stage.start("outcome"))
          #expect(first.reason.contains("the outcome can't be given to the server"))
          let unwritten = try await stage.failure(of: stage.start("unwritable"))
          #expect(unwritten.code?.rawValue == "invalidPayload")
          #expect(try await stage.client.describe(unwritten.run).attempt == 1)
          let run = try await stage.start("saved")
          let second = try await stage.failure(of: run)
          #expect(second.reason.contains("exceeds the server's limit"))
          #expect(try await stage.client.describe(run).saved == ["at": "first"])
        }
      }
    }

    @Test("a workflow that the worker lacks: the run waits for one that has it")
    @available(Temporal 1.0, *)
    func unknownWorkflow() async throws {
      try await TestStage.open { stage in
        let run = try await stage.start("new")
        let old = TemporalWorkflow(name: "old") { _ in "old" }
        try await stage.withWorker(.init(offerAgainAfter: .milliseconds(300)), old) {
          try await stage.wait(for: run) { $0.lastFailure != nil }
        }
        let info = try await stage.client.describe(run)
        #expect(info.lastFailure == "this worker has no workflow 'new'; it has: old")
        #expect(info.status == .running)
        let workflow = TemporalWorkflow(name: "new") { _ in "new" }
        try await stage.withWorker(.init(), workflow) {
          let outcome = try await stage.client.result(of: run)
          #expect(outcome == "new")
        }
      }
    }

    @Test(
      "a saved run that the worker can't go on with: it waits, as it was saved",
      arguments: [
        (1, "a different version of the workflow"),
        (99, "can't read the saved run: 'version' is 99"),
      ])
    @available(Temporal 1.0, *)
    func rejectedRun(_ version: Int, _ words: String) async throws {
      let saved: JSONValue = [
        "version": .number(JSONNumber(version)), "id": "r1", "savedAt": 0, "step": "pollRun",
        "frames": [["workflow": "run-app-and-poll", "plan": "0000"]],
      ]
      let inputs: JSONValue = [
        "wId": "a", "spaceId": "b", "aId": "c", "specificationHash": "d", "inputs": [],
      ]
      try await TestStage.open { stage in
        let run = try await stage.start(
          "run-app-and-poll", inputs, heartbeatTimeout: .seconds(4))
        try await stage.takeSilently(saving: saved)
        let other = TemporalWorkflow(secrets: ["apiToken": "t"]) { inputs, client in
          try await runAppAndPoll(inputs, client: client)
        }
        let options = TemporalWorkerOptions(
          failureLimit: 1, offerAgainAfter: .milliseconds(300))
        try await stage.withWorker(options, other) {
          try await stage.wait(for: run) { $0.attempt > 3 }
        }
        let info = try await stage.client.describe(run)
        #expect(info.status == .running)
        #expect(info.saved == saved)
        #expect(info.lastFailure?.contains(words) == true, "\(info.lastFailure ?? "")")
        let right = TemporalWorkflow(name: "run-app-and-poll") { attempt in attempt.savedText }
        try await stage.withWorker(.init(), right) {
          let outcome = try await stage.client.result(of: run)
          #expect(outcome != "-")
        }
      }
    }

    @Test(
      "payloads that a codec can't decode: the run waits for a worker that can, and a client says so"
    )
    @available(Temporal 1.0, *)
    func codec() async throws {
      struct Marked: TemporalPayloadCodec {
        func encode(_ payload: TemporalPayload) -> TemporalPayload {
          TemporalPayload(metadata: ["encoding": Data("binary/marked".utf8)], data: payload.data)
        }

        func decode(_ payload: TemporalPayload) throws -> TemporalPayload {
          guard payload.encoding == "binary/marked" else { throw CocoaError(.coderInvalidValue) }
          return TemporalPayload(json: payload.data)
        }
      }
      let echo = TemporalWorkflow(name: "echo") { attempt in attempt.inputs }
      let options = TemporalWorkerOptions(offerAgainAfter: .milliseconds(300))
      try await TestStage.open { plain in
        let marked = TestStage(
          server: plain.server,
          client: try TemporalClient(address: plain.server.address, codec: Marked()),
          codec: Marked())
        let connection = Task { try await marked.client.run() }
        defer { connection.cancel() }
        for (right, wrong, words) in [
          (plain, marked, "the codec can't decode a payload"),
          (marked, plain, "a payload of the encoding 'binary/marked' instead of JSON"),
        ] {
          let run = try await right.start("echo", ["a": 7])
          try await wrong.withWorker(options, echo) {
            try await right.wait(for: run) { $0.attempt > 1 }
          }
          let info = try await right.client.describe(run)
          #expect(info.status == .running)
          #expect(info.lastFailure?.contains(words) == true, "\(info.lastFailure ?? "")")
          try await right.withWorker(.init(), echo) {
            let outcome = try await right.client.result(of: run)
            #expect(outcome == ["a": 7])
          }
          await error(.invalidPayload, words) { _ = try await wrong.client.result(of: run) }
        }
      }
    }

    @Test("errors are tried again as their kind says, up to the limit")
    @available(Temporal 1.0, *)
    func failures() async throws {
      struct Unlucky: Error {}
      struct Inputs: Decodable { var count: Int }
      try await TestStage.open { stage in
        let seen = Seen()
        let unlucky = TemporalWorkflow(name: "unlucky") { attempt in
          seen.add(attempt.savedText)
          if seen.count == 1 { try await attempt.save(["at": "first"]) }
          throw Unlucky()
        }
        let wrong = TemporalWorkflow(name: "wrong") { attempt in
          let inputs: Inputs = try attempt.inputs(adding: [:])
          return inputs.count
        }
        try await stage.withWorker(.init(failureLimit: 3), unlucky, wrong) {
          let failure = try await stage.failure(of: stage.start("unlucky"))
          #expect(failure.reason == "Unlucky()")
          #expect(seen.all == ["-", #"{"at":"first"}"#, #"{"at":"first"}"#])
          let invalid = try await stage.failure(of: stage.start("wrong", ["count": "many"]))
          #expect(invalid.code == .invalidInput)
          #expect(try await stage.client.describe(invalid.run).attempt == 1)
        }
      }
    }
  }
#endif
