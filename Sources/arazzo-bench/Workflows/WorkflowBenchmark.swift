import ArazzoAsyncHTTPClient
import ArazzoRuntime
import DustExample
import ExampleServers
import Foundation

/// A generated workflow beside the same calls written by hand, over the same transport.
enum WorkflowBenchmark {
  /// Requests that the workflow sends when the run has succeeded at the first poll.
  private static let steps = 2

  /// Without the network, and over each transport to a server on the loopback interface.
  static func run(_ scale: BenchmarkScale) async throws -> [Goal] {
    let canned = try await runCanned(scale)
    print(canned)
    var goals = canned.goal(1)
    for (name, transport) in transports {
      let comparison = try await run(over: transport, named: name, scale)
      print(comparison)
      goals += comparison.goal(1.03)
    }
    return goals
  }

  private static var transports: [(name: String, transport: any HTTPTransport)] {
    var transports: [(String, any HTTPTransport)] = [("URLSession", URLSessionHTTPTransport())]
    #if AsyncHTTPClient
      transports.append(("async-http-client", NIOHTTPTransport()))
    #endif
    return transports
  }

  private static func run(
    over transport: any HTTPTransport, named name: String, _ scale: BenchmarkScale
  ) async throws -> Comparison {
    let pieces = steps * scale.workflowRuns
    var comparison = Comparison("A step over \(name) and loopback", pieces: pieces)
    for _ in 0..<scale.rounds {
      // Each has a server of its own, for a server slows down with what it has logged.
      for rival in DustCaller.both {
        try await StandIn.serve(DustAPI()) { standIn in
          let call = rival.make(standIn.url, transport)
          try await call()
          try await comparison.time(rival.name) {
            for _ in 0..<scale.workflowRuns { try await call() }
          }
        }
      }
    }
    return comparison
  }

  /// With answers that are there already, so that what is left is the cost of the code.
  private static func runCanned(_ scale: BenchmarkScale) async throws -> Comparison {
    let runs = 10 * scale.workflowRuns
    var comparison = Comparison(
      "A step without the network, in processor time", pieces: steps * runs, clock: .processor)
    let rivals = try DustCaller.both.map { (name: $0.name, call: try cannedCall($0)) }
    for _ in 0..<scale.rounds {
      for rival in rivals {
        try await comparison.time(rival.name) {
          for _ in 0..<runs { try await rival.call() }
        }
      }
    }
    return comparison
  }

  /// What runs a contender once without the network.
  static func cannedCall(_ caller: DustCaller) throws -> @Sendable () async throws -> Void {
    guard let url = URL(string: "http://127.0.0.1:8080") else { throw CannedTransport.Failure() }
    return caller.make(url, CannedTransport())
  }
}
