import ArgumentParser

/// What one contender of the polling benchmark runs as.
struct PollCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poll", abstract: "Lets one of the contenders poll.", shouldDisplay: false)

  @Argument(help: "Its name.")
  var name: String

  @Argument(help: "How many workflows poll at the same time.")
  var count: Int

  func run() async throws {
    guard let caller = PollingCaller.both.first(where: { $0.name == name }) else {
      throw ValidationError("there is no contender '\(name)'")
    }
    print(try await PollingBenchmark.measure(caller, count))
  }
}
