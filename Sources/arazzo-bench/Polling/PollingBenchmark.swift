import ArazzoRuntime
import ExampleServers
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Many workflows that poll at the same time, beside the same calls written by hand.
enum PollingBenchmark {
  /// How often each workflow asks before its run has ended.
  private static let polls = 3
  private static let delay = Duration.milliseconds(200)

  /// A contender's process ended otherwise than it should.
  struct Failure: Error {}

  /// Runs each contender in a process of its own, so that neither has the memory of the other.
  static func run(_ scale: BenchmarkScale) throws {
    print("\(scale.pollingWorkflows) workflows that poll at a time, \(polls) polls each")
    for caller in PollingCaller.both {
      let process = Process()
      process.executableURL = Bundle.main.executableURL
      process.arguments = ["poll", caller.name, "\(scale.pollingWorkflows)"]
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw Failure() }
    }
    print()
  }

  /// Over `URLSession` to a server on the loopback interface, which is in the same process.
  static func measure(_ caller: PollingCaller, _ count: Int) async throws -> String {
    let transport = URLSessionHTTPTransport(configuration: patient)
    return try await BusyDust.serve(polls: polls) { url in
      let start = ContinuousClock.now
      let run = caller.make(url, transport, delay)
      let ended = try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<count {
          group.addTask(operation: run)
        }
        return try await group.reduce(into: 0) { ended, _ in ended += 1 }
      }
      let time = start.duration(to: .now).readable
      return "  \(caller.name.padded(to: 20))\(ended) ended, \(time), peak memory "
        + (ResidentMemory.peak.map(\.readableBytes) ?? "unknown")
    }
  }

  /// A request that waits in line for one of the session's few connections is not late.
  private static var patient: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 3_600
    return configuration
  }
}
