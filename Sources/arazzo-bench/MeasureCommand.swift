import ArgumentParser

/// Measures one subject or all of them.
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measures; this is what is done where nothing else is said.")

  @Flag(help: "Measure small work, and that a few times: to see that everything runs.")
  var quick = false

  @Argument(help: "What to measure: json, documents, workflows or polling; all unless given.")
  var only: Subject?

  func run() async throws {
    #if DEBUG
      print("Built without optimisation: these numbers say nothing.\n")
    #endif
    let scale: BenchmarkScale = quick ? .quick : .full
    for subject in only.map({ [$0] }) ?? Subject.allCases {
      try await subject.measure(scale)
    }
  }
}
