import ArazzoRuntime
import DustExample
import ExampleServers
import Foundation

/// A generated workflow beside the same calls written by hand, over the same transport.
enum WorkflowBenchmark {
  /// Requests that the workflow sends when the run has succeeded at the first poll.
  private static let steps = 2

  /// Over `URLSession` to a server on the loopback interface.
  static func runOverLoopback(_ scale: BenchmarkScale) async throws -> Comparison {
    let transport = URLSessionHTTPTransport()
    let pieces = steps * scale.workflowRuns
    var comparison = Comparison("A step over URLSession and loopback", pieces: pieces)
    for _ in 0..<scale.rounds {
      // Each has a server of its own, for a server slows down with what it has logged.
      for rival in DustCaller.both {
        try await StandIn.serve(DustAPI()) { standIn in
          let call = { try await rival.call(standIn.url, transport) }
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
  static func runCanned(_ scale: BenchmarkScale) async throws -> Comparison {
    let transport = CannedTransport()
    guard let url = URL(string: "http://127.0.0.1:8080") else { throw CannedTransport.Failure() }
    let runs = 10 * scale.workflowRuns
    var comparison = Comparison("A step without the network", pieces: steps * runs)
    for _ in 0..<scale.rounds {
      for rival in DustCaller.both {
        try await comparison.time(rival.name) {
          for _ in 0..<runs { try await rival.call(url, transport) }
        }
      }
    }
    return comparison
  }
}
