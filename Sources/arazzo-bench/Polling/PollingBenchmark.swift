import ArazzoRuntime
import ExampleServers
import Foundation

/// Many workflows that poll at the same time, beside the same calls written by hand.
enum PollingBenchmark {
  /// How often each workflow asks before its run has ended.
  private static let polls = 3
  private static let delay = Duration.milliseconds(200)

  /// Over `URLSession` to a server on the loopback interface, which is in the same process.
  static func run(_ effort: Effort) async throws -> String {
    var lines = ["\(effort.pollingWorkflows) workflows that poll at a time, \(polls) polls each"]
    for caller in PollingCaller.both {
      lines.append(try await measure(caller, effort.pollingWorkflows))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func measure(_ caller: PollingCaller, _ count: Int) async throws -> String {
    let transport = URLSessionTransport()
    return try await BusyDust.serve(polls: polls) { url in
      PeakMemory.reset()
      let start = ContinuousClock.now
      let ended = try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<count {
          group.addTask { try await caller.call(url, transport, delay) }
        }
        return try await group.reduce(into: 0) { ended, _ in ended += 1 }
      }
      let time = start.duration(to: .now).readable
      return "  \(caller.name.padded(to: 20))\(ended) ended, \(time), peak memory "
        + (PeakMemory.bytes.map(\.readableBytes) ?? "unknown")
    }
  }
}

/// The highest resident size of this process, where the system tells it.
enum PeakMemory {
  /// Forgets what there was before.
  static func reset() {
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }

  static var bytes: Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1_000 }
  }
}
