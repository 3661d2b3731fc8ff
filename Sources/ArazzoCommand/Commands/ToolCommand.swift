import ArazzoDescriptions
import ArgumentParser

/// The environment of a command.
struct ToolPlace {
  /// The terminal that standard error is connected to, if any.
  var terminal: Terminal
  /// The sources of the runtime that this build of the tool can embed.
  var runtime: [RuntimeSource]
  /// The files that the documents of the command share.
  var sources = SourceStore()
}

/// A command that returns its output.
protocol ToolCommand: ParsableCommand {
  func outcome(_ place: ToolPlace) -> Outcome
}

/// `arazzo-gen` and its commands.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arazzo-gen",
    abstract: "Compiles the workflows of Arazzo descriptions into typed Swift functions.",
    discussion: Help.discussion,
    version: CommandLineTool.version,
    subcommands: [
      GenerateCommand.self, ValidateCommand.self, ListCommand.self, GraphCommand.self,
      InitCommand.self, SchemaCommand.self, ConvertCommand.self,
    ],
    defaultSubcommand: GenerateCommand.self)
}

/// `arazzo-gen schema`.
struct SchemaCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of arazzo-gen.yaml.")

  func outcome(_ place: ToolPlace) -> Outcome {
    Outcome(.success, output: ConfigurationSchema.text)
  }
}

/// `arazzo-gen validate`.
struct ValidateCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Reports errors and warnings, and writes nothing.",
    discussion: "The exit status is 1 if there is an error, and 0 if there are only warnings.")

  @OptionGroup var input: DocumentOptions

  @Option(help: "The format of diagnostics; all but text are printed to standard output.")
  var diagnostics: DiagnosticFormat = .text

  func outcome(_ place: ToolPlace) -> Outcome {
    var run = GenerationRun(mode: .validate, place: place, format: diagnostics)
    return run.run(input, input.settings)
  }
}
