import ArgumentParser
import Foundation

/// What one contender of the benchmark of waiting runs as.
struct WaitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wait", abstract: "Lets one of the contenders wait.", shouldDisplay: false)

  @Argument(help: "Its name.")
  var name: String

  @Argument(help: "How many workflows wait at the same time.")
  var count: Int

  func run() async throws {
    guard let caller = PollingCaller.both.first(where: { $0.name == name }) else {
      throw ValidationError("there is no contender '\(name)'")
    }
    let result = try await WaitingBenchmark.measure(caller, count)
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }
}
