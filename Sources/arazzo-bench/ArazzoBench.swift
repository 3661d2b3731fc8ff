import ArgumentParser

/// Prints how long the project's own code takes beside what it could be replaced by, measured in
/// one run: the ratios say more than the times, which are the machine's.
@main
struct ArazzoBench: AsyncParsableCommand {
  // The measuring is a subcommand: an argument of its own here would take the others' names.
  static let configuration = CommandConfiguration(
    commandName: "arazzo-bench",
    abstract: "Measures readers of JSON and YAML and a generated workflow beside their rivals.",
    discussion: "Build it with optimisation: swift run -c release arazzo-bench",
    subcommands: [
      MeasureCommand.self, TypesCommand.self, PollCommand.self, StepCommand.self,
      WaitCommand.self, ScaleCommand.self,
    ],
    defaultSubcommand: MeasureCommand.self)
}
