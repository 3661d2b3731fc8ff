import ArazzoRuntime
import Foundation

/// The memory of workflows that wait for their next poll, beside the same calls written by hand.
enum WaitingBenchmark {
  /// The memory that one workflow may take while it waits.
  private static let bytesOfWorkflow = 6 * 1_024
  /// The memory that all of them may take.
  private static let bytesOfProcess = 2 << 30

  /// A contender's process ended otherwise than it should.
  struct Failure: Error {}

  /// What a contender's process measures.
  struct Result: Codable {
    var bytesOfEach: Int
    var peak: Int
  }

  /// Lets each contender wait in a process of its own.
  static func run(_ scale: BenchmarkScale) throws -> [Goal] {
    guard ResidentMemory.now != nil else { return [] }
    var goals: [Goal] = []
    for count in scale.waitingWorkflows {
      print("\(count) workflows that wait at a time, without the network")
      for caller in PollingCaller.both {
        let result = try measureElsewhere(caller, count)
        print(
          "  \(caller.name.padded(to: 38))\(result.bytesOfEach) B each, peak memory "
            + result.peak.readableBytes)
        guard caller.name == PollingCaller.both.last?.name else { continue }
        goals += [
          Goal(
            name: "A workflow that waits, to 6 KiB (\(count))",
            ratio: Double(result.bytesOfEach) / Double(bytesOfWorkflow), limit: 1),
          Goal(
            name: "The process of \(count), to 2 GiB",
            ratio: Double(result.peak) / Double(bytesOfProcess), limit: 1),
        ]
      }
      print()
    }
    return goals
  }

  private static func measureElsewhere(_ caller: PollingCaller, _ count: Int) throws -> Result {
    let process = Process()
    let output = Pipe()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["wait", caller.name, "\(count)"]
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return try JSONDecoder().decode(Result.self, from: bytes)
  }

  /// Starts so many workflows, and measures when each of them waits.
  static func measure(_ caller: PollingCaller, _ count: Int) async throws -> Result {
    let transport = RunningTransport()
    guard let url = URL(string: "http://127.0.0.1:8080"), let before = ResidentMemory.now else {
      throw Failure()
    }
    let run = caller.make(url, transport, .seconds(3_000))
    return try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<count {
        group.addTask(operation: run)
      }
      while transport.polled < count { try await Task.sleep(for: .milliseconds(20)) }
      // What follows the last response.
      try await Task.sleep(for: .milliseconds(300))
      guard let after = ResidentMemory.now, let peak = ResidentMemory.peak else { throw Failure() }
      group.cancelAll()
      while let end = await group.nextResult() {
        if case .success = end { throw Failure() }
      }
      return Result(bytesOfEach: (after - before) / count, peak: peak)
    }
  }
}
