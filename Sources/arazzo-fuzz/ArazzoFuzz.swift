import ArgumentParser
import Foundation

/// Feeds hostile and damaged input to everything that reads text.
@main
struct ArazzoFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arazzo-fuzz",
    abstract: "Feeds hostile and damaged input to everything that reads text.",
    discussion: """
      A seed gives the same cases on every machine. The input of the case that runs lies in a folder \
      whose path is printed at the start, so that a crash or a hang leaves its input behind.
      """)

  @Argument(help: "What gets the input: \(Subject.allValueStrings.joined(separator: ", ")).")
  var subject: Subject

  @Option(help: "Where the random numbers start.")
  var seed: UInt64 = 1

  @Option(help: "How many cases to run at most.")
  var count = 1_000

  @Option(help: "How many seconds to go on at most.")
  var seconds = 60

  @Option(name: .customLong("case"), help: "The number of the first case, to run one again.")
  var first = 0

  @Option(help: "How many failures to collect before the run ends.")
  var failures = 1

  @Option(help: "How many outputs to type-check (documents and names).")
  var typecheck = 0

  @Option(help: "The folder with the built module ArazzoRuntime.")
  var modules: String?

  @Option(help: "The folder with the documents that cases are made from.")
  var examples = "Tests/Examples"

  func run() throws {
    let workspace = try Workspace(named: "arazzo-fuzz-\(subject.rawValue)-\(seed)")
    print("the input of the case that runs is in \(workspace.input.path)")
    var fuzzer = try subject.fuzzer(
      examples: examples, sample: TypeCheckSample(typecheck, modules: modules, in: workspace))
    var run = FuzzRun(
      subject: subject, seed: seed, cases: first..<(first + max(0, count)), seconds: seconds,
      allowedFailures: max(1, failures), workspace: workspace)
    try run.run(&fuzzer)
    print(run.figures)
    if run.failures.isEmpty { return workspace.remove() }
    throw ExitCode.failure
  }
}
