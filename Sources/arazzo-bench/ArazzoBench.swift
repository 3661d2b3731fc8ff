import ArgumentParser

/// Prints how long the project's own code takes beside what it could be replaced by, measured in
/// one run: the ratios say more than the times, which are the machine's.
@main
struct ArazzoBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arazzo-bench",
    abstract: "Measures readers of JSON and YAML and a generated workflow beside their rivals.",
    discussion: "Build it with optimisation: swift run -c release arazzo-bench",
    subcommands: [TypesCommand.self])

  @Flag(help: "Measure small work, and that a few times: to see that everything runs.")
  var quick = false

  @Argument(help: "What to measure: json, documents, workflows or polling; all unless given.")
  var only: Subject?

  func run() async throws {
    #if DEBUG
      print("Built without optimisation: these numbers say nothing.\n")
    #endif
    let effort: Effort = quick ? .quick : .full
    for subject in only.map({ [$0] }) ?? Subject.allCases {
      try await subject.measure(effort)
    }
  }
}
