#if Temporal
  import ArazzoRuntime
  import ArazzoTemporal
  import DataProductsExample
  import DustExample
  import Foundation
  import Logging
  import RulesExample
  import ServiceLifecycle
  import SuddenEnd

  /// A worker with workflows of the examples. At its end it says what it took.
  @available(Temporal 1.0, *)
  struct TrialWorker {
    let address: String
    let queue: String
    let api: URL
    let end: SuddenEnd?
    /// How long runs wait before they poll, at first.
    let delay: Duration

    func run() async throws {
      let times = Times()
      var logger = Logger(label: "worker")
      logger.logLevel = .error
      try await ServiceGroup(
        services: [worker(times, logger)], gracefulShutdownSignals: [.sigterm], logger: logger
      ).run()
      if times.count > 0 { print("worker \(getpid()): \(times), \(Self.memory) of memory at most") }
    }

    private func worker(_ times: Times, _ logger: Logger) -> TemporalWorker {
      TemporalWorker(
        address: address, taskQueue: queue,
        workflows: [
          TemporalWorkflow(secrets: ["apiToken": "sk-example"]) { inputs, client in
            try await runAppAndPoll(inputs, client: watched(client, times))
          },
          TemporalWorkflow { inputs, client in
            try await runDataProduct(inputs, client: watched(client, times))
          },
          TemporalWorkflow { inputs, client in
            try await followOrder(inputs, client: watched(client, times))
          },
        ], client: client, options: TemporalWorkerOptions(parkAfter: .seconds(1)), logger: logger)
    }

    private var client: WorkflowClient {
      var client = WorkflowClient(
        baseURL: api, polling: PollingPolicy(initialDelay: delay))
      client.idempotencyKey = .header("Idempotency-Key")
      if let end {
        client.transport = EndingTransport(client.transport, end)
        client.clock = EndingClock(end: end)
      }
      return client
    }

    private func watched(_ client: WorkflowClient, _ times: Times) -> WorkflowClient {
      var client = client
      client.checkpoint = client.checkpoint.map { base in
        WatchedCheckpoint(base: base, end: end, times: times)
      }
      return client
    }

    /// The most memory that the process had.
    private static var memory: String {
      let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kilobytes = line?.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first
      return kilobytes.map { "\($0 / 1024) MiB" } ?? "an unknown amount"
    }
  }

  /// How long saves took.
  final class Times: Sendable, CustomStringConvertible {
    private let durations = Locked<[Duration]>([])

    var count: Int { durations.withLock { $0.count } }

    func add(_ duration: Duration) { durations.withLock { $0.append(duration) } }

    var description: String {
      let sorted = durations.withLock { $0.sorted() }
      guard let longest = sorted.last else { return "no saves" }
      let median = sorted[sorted.count / 2].formatted
      let slow = sorted[sorted.count * 99 / 100].formatted
      return
        "\(sorted.count) saves: median \(median), 99 % below \(slow), longest \(longest.formatted)"
    }
  }

  extension Duration {
    /// In milliseconds.
    var formatted: String {
      let tenths = (self / .milliseconds(1) * 10).rounded() / 10
      return "\(tenths) ms"
    }
  }

  /// Ends the process before a run is saved, and measures how long that takes.
  struct WatchedCheckpoint: WorkflowCheckpoint {
    let base: any WorkflowCheckpoint
    let end: SuddenEnd?
    let times: Times

    func save(_ run: SavedRun) async throws {
      end?.come(to: "save")
      let begin = ContinuousClock.now
      try await base.save(run)
      times.add(ContinuousClock.now - begin)
    }

    func decide(on wait: PendingWait) async throws -> WaitDecision {
      try await base.decide(on: wait)
    }
  }
#endif
