import ArgumentParser

/// Where a command runs.
struct ToolPlace {
  /// What standard error is connected to.
  var terminal: Terminal
  /// What this build of the tool can put beside generated code.
  var runtime: [RuntimeSource]
}

/// A command that hands back what it has to say.
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
    commandName: "validate", abstract: "Says everything that is wrong, and writes nothing.",
    discussion: "The exit status is 1 when there is an error; warnings alone are none.")

  @OptionGroup var input: DocumentOptions

  @Option(help: "How mistakes are told; json and sarif go to standard output.")
  var diagnostics: DiagnosticFormat = .text

  func outcome(_ place: ToolPlace) -> Outcome {
    var run = GenerationRun(mode: .validate, place: place, format: diagnostics)
    return run.run(input, input.settings)
  }
}
