import ArgumentParser

/// Measures one subject or all of them.
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measures; this is what is done where nothing else is said.")

  @Flag(help: "Measure small work, and that a few times: to see that everything runs.")
  var quick = false

  @Flag(help: "Exit with 1 if a goal is missed; with --quick, by a factor of more than 2.5.")
  var check = false

  @Option(help: "A folder of Arazzo documents with their sources, for the generator's rates.")
  var documents: String?

  @Argument(help: "What to measure; everything unless given.")
  var only: [Subject] = []

  func run() async throws {
    #if DEBUG
      print("Built without optimisation: these numbers say nothing.\n")
    #endif
    var scale: BenchmarkScale = quick ? .quick : .full
    scale.publishedDocuments = documents
    // What is small is measured with a large error.
    let slack = quick ? 2.5 : 1
    var goals: [Goal] = []
    for subject in only.isEmpty ? Subject.allCases : only {
      goals += try await subject.measure(scale)
    }
    if !goals.isEmpty { print(goals.table(slack: slack)) }
    if check, !goals.allSatisfy({ $0.isMet(slack: slack) }) { throw ExitCode(1) }
  }
}
