#if Temporal
  import ArazzoRuntime
  import ExampleServers
  import Foundation
  import Testing

  @testable import ArazzoTemporal

  /// Two worker processes take runs from one task queue, and one of them is killed.
  @Suite(
    "Temporal workers that are killed",
    .enabled(if: TemporalServer.isInstalled), .serialized, .timeLimit(.minutes(5)))
  struct KilledWorkerTests {
    @Test(
      "at every point: the run ends right, and only the request in flight is sent once more",
      arguments: TrialRun.points)
    @available(Temporal 1.0, *)
    func killed(_ trial: TrialRun, _ point: String) async throws {
      try await TestStage.open { stage in
        let whole = try await trial.run(on: stage, endingAt: [])
        var next = 1
        var killed = 0
        while killed == next - 1 {
          let numbers = next..<next + Self.atATime
          killed += try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in numbers {
              group.addTask {
                let run = try await trial.run(on: stage, endingAt: [point, "\(number)", "kill"])
                check(run, like: whole, "\(point) \(number)")
                return run.wasEnded
              }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
          }
          next = numbers.upperBound
        }
        print("\(trial.workflow): killed at \(killed) points of the kind '\(point)'")
        #expect(killed > 0)
      }
    }

    /// How many runs are killed at the same time; most of the time they wait for the server.
    private static let atATime = 4

    @Test(
      "stopped, and going on when another worker has the run: it sends no more than it had begun",
      arguments: [["save", "2"], ["request", "1"], ["request", "2"]])
    @available(Temporal 1.0, *)
    func stopped(_ point: [String]) async throws {
      try await TestStage.open { stage in
        let whole = try await TrialRun.dust.run(on: stage, endingAt: [])
        let run = try await TrialRun.dust.run(on: stage, endingAt: point + ["stop"])
        #expect(run.wasEnded)
        check(run, like: whole, "\(point)")
      }
    }

    /// Requests as they should be, but that each loss of a worker may have repeated the one that was
    /// under way, with the same key.
    private func check(_ run: TrialRun.Report, like whole: TrialRun.Report, _ point: String) {
      #expect(run.outcome == whole.outcome, "\(point)")
      var expected = whole.requests.map(\.line)[...]
      var seen: [String: Set<String>] = [:]
      var repeated = 0
      for request in run.requests {
        let key = request.header("idempotency-key") ?? ""
        if request.line == expected.first {
          expected.removeFirst()
        } else {
          #expect(seen[request.line]?.contains(key) == true, "\(point)")
          repeated += 1
        }
        seen[request.line, default: []].insert(key)
      }
      #expect(expected.isEmpty, "\(point)")
      #expect(repeated < run.attempts, "\(point)")
      let keys = whole.requests.compactMap { $0.header("idempotency-key") }
      #expect(Set(run.requests.compactMap { $0.header("idempotency-key") }).count == keys.count)
    }

    @Test("all, with the server: another worker and a new server bring the run to its end")
    @available(Temporal 1.0, *)
    func serverAndWorkers() async throws {
      let statuses = Array(repeating: "running", count: 5) + ["succeeded"]
      try await TestStage.open { stage in
        try await StandIn.serve(DustAPI(statuses: statuses)) { api in
          let first = try WorkerProcess(stage, queue: "q", api: api.url)
          defer { first.kill() }
          let run = try await TrialRun.dust.start(on: stage, queue: "q")
          while await api.requests.count < 4 { try await Task.sleep(for: .milliseconds(10)) }
          stage.server.kill()
          first.kill()
          try await stage.server.start()
          let second = try WorkerProcess(stage, queue: "q", api: api.url)
          defer { second.kill() }
          let outcome = try await stage.client.result(of: run)
          #expect(outcome["ending"] == "succeeded")
          let lines = await api.requests.map(\.method)
          #expect(lines.count { $0 == "POST" } == 1)
          #expect(lines.count == 7 || lines.count == 8)
        }
      }
    }
  }

  /// A workflow and the server that it talks to.
  struct TrialRun: Sendable, CustomTestStringConvertible {
    struct Report {
      var outcome: JSONValue
      var requests: [ReceivedRequest]
      /// How often a worker has taken the run.
      var attempts: Int
      var wasEnded: Bool
    }

    let workflow: String
    let inputs: JSONValue
    let serve: @Sendable (_ body: @Sendable (StandIn) async throws -> Report) async throws -> Report

    var testDescription: String { workflow }

    init(_ workflow: String, _ inputs: JSONValue, _ api: some ExampleAPI) {
      self.workflow = workflow
      self.inputs = inputs
      serve = { body in try await StandIn.serve(api) { try await body($0) } }
    }

    @available(Temporal 1.0, *)
    func start(on stage: TestStage, queue: String) async throws -> TemporalRun {
      try await stage.client.start(
        workflow, taskQueue: queue, inputs: inputs,
        options: TemporalRunOptions(heartbeatTimeout: .seconds(5)))
    }

    /// Runs the workflow on two workers, one of which is killed or stopped at the point.
    @available(Temporal 1.0, *)
    func run(on stage: TestStage, endingAt point: [String]) async throws -> Report {
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data().write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let end = point.isEmpty ? [] : [point[0], point[1], file.path, point[2]]
      return try await serve { api in
        let queue = UUID().uuidString
        let workers = try (1...2).map { _ in
          try WorkerProcess(stage, queue: queue, api: api.url, end)
        }
        defer { workers.forEach { $0.kill() } }
        let run = try await start(on: stage, queue: queue)
        let outcome = try await stage.client.result(of: run)
        workers.forEach { $0.goOnAndEnd() }
        return Report(
          outcome: outcome, requests: await api.requests,
          attempts: try await stage.client.describe(run).attempt,
          wasEnded: !FileManager.default.fileExists(atPath: file.path))
      }
    }
  }

  extension TrialRun {
    /// With `TEMPORAL_TESTS=all` all workflows at all points that they have, otherwise the one that
    /// calls another workflow, and the waits of one that has some.
    static let points: [(TrialRun, String)] = {
      let kinds = ["save", "request", "response"]
      let fewest = kinds.map { (Self.order, $0) }
      guard TemporalServer.runsAll else { return fewest + [(dust, "wait")] }
      return fewest + (kinds + ["wait"]).flatMap { [(dust, $0), (product, $0)] }
    }()

    static let dust = Self(
      "run-app-and-poll",
      [
        "wId": "acme", "spaceId": "research", "aId": "multiply", "specificationHash": "5f2d0c",
        "inputs": [["question": "5*7"]],
      ], DustAPI(statuses: ["running", "running", "succeeded"]))

    private static let product = Self(
      "run-data-product", ["context": ["segment": "retail"], "triggeredBy": "test"],
      DataProductsAPI(statuses: ["queued", "running", "completed"]))

    /// One that calls another workflow.
    private static let order = Self(
      "follow-order", ["order": "o1"],
      ScriptedAPI([
        "POST /payments": [.json(#"{"id": "p1"}"#, status: 201)],
        "GET /orders/o1": [.json(#"{"id": "o1", "state": "sent"}"#)],
      ]))
  }

  /// A worker in a process of its own.
  final class WorkerProcess: Sendable {
    private struct NoProgram: Error {}

    private let process: Locked<Process>

    @available(Temporal 1.0, *)
    init(_ stage: TestStage, queue: String, api: URL, _ end: [String] = []) throws {
      let process = Process()
      process.executableURL = try Self.program()
      process.arguments = ["worker", stage.server.address, queue, api.absoluteString] + end
      try process.run()
      self.process = Locked(process)
    }

    func kill() {
      process.withLock { process in
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
    }

    /// Lets a process that was stopped go on, and waits until it has ended its steps.
    func goOnAndEnd() {
      process.withLock { process in
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGCONT)
        process.terminate()
        process.waitUntilExit()
      }
    }

    static func program() throws -> URL {
      let tests = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
      let programs = [tests.deletingLastPathComponent(), Bundle.main.bundleURL]
        .map { $0.appending(path: "arazzo-temporal-trial") }
      guard
        let program = programs.first(where: {
          FileManager.default.isExecutableFile(atPath: $0.path)
        })
      else { throw NoProgram() }
      return program
    }
  }
#endif
