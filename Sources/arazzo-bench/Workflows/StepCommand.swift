import ArgumentParser

/// Runs the steps of one contender without the network, for a profiler to look at.
struct StepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Lets one of the contenders run its steps.",
    shouldDisplay: false)

  @Argument(help: "Its name.")
  var name: String

  @Argument(help: "How many workflows run, one after the other.")
  var count: Int

  func run() async throws {
    guard let caller = DustCaller.both.first(where: { $0.name == name }) else {
      throw ValidationError("there is no contender '\(name)'")
    }
    let call = try WorkflowBenchmark.cannedCall(caller)
    for _ in 0..<count { try await call() }
  }
}
