import ArazzoDocuments
import ArgumentParser
import Foundation

/// `arazzo-gen generate`, the default command.
struct GenerateCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Generates Swift code.",
    discussion: Help.generation)

  @OptionGroup var input: DocumentOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The folder for the Swift files; it is created if it doesn't exist.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(help: "The access level of the generated code. (default: internal)")
  var access: AccessLevel?

  @Option(
    help: ArgumentHelp("Put all declarations into an enum of this name.", valueName: "name"),
    transform: { text in
      if TextRule.identifier.allows(text) { return text }
      throw ValidationError("'\(text)' is not \(TextRule.identifier.phrase).")
    })
  var namespace: String?

  @Option(
    help: """
      'package': the code imports the runtime of this package. 'embedded': the runtime's \
      sources are written beside the code. (default: package)
      """)
  var runtime: RuntimePlace?

  @Option(
    help: ArgumentHelp(
      "Put all code into one file of this name. Only for one document.", valueName: "file"))
  var singleFile: String?

  @Flag(help: "Declare the workflows as tools for a server of the Model Context Protocol, too.")
  var mcp = false

  @Flag(help: "Generate the workflows without errors even if others have errors.")
  var keepGoing = false

  @Flag(help: "Print the compiled plan as JSON. Needs no output folder.")
  var printPlan = false

  @Flag(
    help: "Write nothing; print a diff against the output folder and exit with 2 if there is one.")
  var check = false

  @Flag(help: "Write nothing; list the files that would be written and removed.")
  var dryRun = false

  @Option(help: "The format of diagnostics; all but text are printed to standard output.")
  var diagnostics: DiagnosticFormat = .text

  @Option(
    help: ArgumentHelp(
      "A folder of *.mustache files that replace the built-in templates of the same name.",
      valueName: "dir"),
    completion: .directory)
  var templates: String?

  func validate() throws {
    guard output != nil || printPlan || input.config != nil || input.documents.isEmpty else {
      throw ValidationError(
        unknownCommand ?? "The output folder is missing: add '-o DIR' (or '--print-plan').")
    }
    for (path, option) in [(output, "--output"), (templates, "--templates")] where path == "" {
      throw ValidationError("The path of '\(option)' is empty.")
    }
    guard singleFile == nil || input.documents.count == 1 else {
      throw ValidationError("'--single-file' needs exactly one document.")
    }
    guard singleFile?.hasSuffix(".swift") ?? true else {
      throw ValidationError("The file of '--single-file' must end in '.swift'.")
    }
    let other = printPlan ? "--print-plan" : check ? "--check" : dryRun ? "--dry-run" : nil
    if diagnostics != .text, let other {
      throw ValidationError(
        "'--diagnostics \(diagnostics.rawValue)' and '\(other)' both print to standard output. "
          + "Use one of them.")
    }
  }

  /// The error for a first argument that is neither a command nor a file.
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
    settings.mcp = mcp ? true : nil
    return settings
  }
}
