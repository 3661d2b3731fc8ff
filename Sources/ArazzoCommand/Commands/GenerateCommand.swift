import ArazzoDocuments
import ArgumentParser
import Foundation

/// `arazzo-gen generate`, which is what is done when no command is named.
struct GenerateCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Writes the Swift code of workflows (the default).",
    discussion: Help.generation)

  @OptionGroup var input: DocumentOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The folder that the Swift files go to; created when missing.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(help: "The access level of what is generated. (default: internal)")
  var access: AccessLevel?

  @Option(
    help: ArgumentHelp("An enum of this name around everything.", valueName: "name"),
    transform: { text in
      if TextRule.identifier.allows(text) { return text }
      throw ValidationError("'\(text)' is not \(TextRule.identifier.phrase).")
    })
  var namespace: String?

  @Option(
    help: """
      Whether the code imports the runtime from this package, or has its sources beside it. \
      (default: package)
      """)
  var runtime: RuntimePlace?

  @Option(
    help: ArgumentHelp(
      "Put everything into one file of this name; for one document.", valueName: "file"))
  var singleFile: String?

  @Flag(help: "Generate the workflows without an error though others have some.")
  var keepGoing = false

  @Flag(help: "Print what was understood, as JSON; needs no output folder.")
  var printPlan = false

  @Flag(
    help: "Write nothing; show what differs in the output folder and exit with 2 if anything does.")
  var check = false

  @Flag(help: "Write nothing; list what would be written and removed.")
  var dryRun = false

  @Option(help: "How mistakes are told; json and sarif go to standard output.")
  var diagnostics: DiagnosticFormat = .text

  @Option(
    help: ArgumentHelp(
      "A folder whose *.mustache files take the place of the built-in templates of that name.",
      valueName: "dir"),
    completion: .directory)
  var templates: String?

  func validate() throws {
    guard output != nil || printPlan || input.config != nil || input.documents.isEmpty else {
      throw ValidationError(
        unknownCommand ?? "Where should the Swift files go? Add '-o <dir>' (or '--print-plan').")
    }
    guard output != "", templates != "" else { throw ValidationError("A path is empty.") }
    guard singleFile == nil || input.documents.count == 1 else {
      throw ValidationError("'--single-file' is for one document.")
    }
    guard singleFile?.hasSuffix(".swift") ?? true else {
      throw ValidationError("The file of '--single-file' must end in '.swift'.")
    }
    guard diagnostics == .text || !(printPlan || check || dryRun) else {
      throw ValidationError(
        "'--diagnostics \(diagnostics.rawValue)' and '--print-plan', '--check' or '--dry-run' want"
          + " standard output both: choose one.")
    }
  }

  /// What is wrong where the first argument is a word and no file.
  private var unknownCommand: String? {
    guard let word = input.documents.first, word.allSatisfy(\.isLetter),
      !FileManager.default.fileExists(atPath: word)
    else { return nil }
    let commands = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    let question = Suggestion.question(about: word, in: commands).map { " (\($0))" } ?? ""
    return "There is neither a command nor a document '\(word)'\(question). The commands are "
      + commands.joined(separator: ", ") + "."
  }

  func outcome(_ place: ToolPlace) -> Outcome {
    var run = GenerationRun(
      mode: mode, printsPlan: printPlan, place: place, format: diagnostics)
    return run.run(input, settings)
  }

  private var mode: GenerationRun.Mode {
    if check { return .check }
    return dryRun ? .list : printPlan && output == nil ? .print : .write
  }

  private var settings: Settings {
    var settings = input.settings
    settings.output = output
    settings.access = access?.rawValue
    settings.namespace = namespace
    settings.runtime = runtime?.rawValue
    settings.singleFile = singleFile
    settings.templates = templates
    settings.keepGoing = keepGoing ? true : nil
    return settings
  }
}
