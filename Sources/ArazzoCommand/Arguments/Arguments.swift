import ArazzoSwiftEmitter
import ArgumentParser

/// The command line, read but not yet acted on.
struct Arguments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arazzo-gen",
    abstract: "Compiles the workflows of Arazzo descriptions into typed Swift functions.",
    discussion: Help.discussion,
    version: CommandLineTool.version)

  @Argument(
    help: ArgumentHelp("Arazzo descriptions, in YAML or JSON.", valueName: "document"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var documents: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The folder that the Swift files go to; created when missing.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(help: "The access level of what is generated.")
  var access: AccessLevel = .internal

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "The file to read for the source description NAME, whatever its 'url' says. Repeatable.",
      valueName: "name=path"))
  var sources: [SourceOverride] = []

  @Option(
    help: ArgumentHelp(
      "Put everything into one file of this name; for one document.", valueName: "file"))
  var singleFile: String?

  @Flag(help: "Take spellings that the specification does not have as errors, not warnings.")
  var strict = false

  @Flag(help: "Generate the workflows without an error though others have some.")
  var keepGoing = false

  @Flag(help: "Print what was understood, as JSON; needs no output folder.")
  var printPlan = false

  @Flag(
    help: "Write nothing; show what differs in the output folder and exit with 2 if anything does.")
  var check = false

  @Flag(help: "Write nothing; list what would be written and removed.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "A folder whose *.mustache files take the place of the built-in templates of that name.",
      valueName: "dir"),
    completion: .directory)
  var templates: String?

  func validate() throws {
    guard output != nil || printPlan else {
      throw ValidationError("Where should the Swift files go? Add '-o <dir>' (or '--print-plan').")
    }
    guard output != "", templates != "", !documents.contains("") else {
      throw ValidationError("A path is empty.")
    }
    guard singleFile == nil || documents.count == 1 else {
      throw ValidationError("'--single-file' is for one document.")
    }
    guard singleFile?.hasSuffix(".swift") ?? true else {
      throw ValidationError("The file of '--single-file' must end in '.swift'.")
    }
    guard !check || output != nil else {
      throw ValidationError("'--check' needs the folder to look at: add '-o <dir>'.")
    }
    var names: Set<String> = []
    for source in sources where !names.insert(source.name).inserted {
      throw ValidationError("'--source' names '\(source.name)' twice.")
    }
  }
}

enum AccessLevel: String, CaseIterable, ExpressibleByArgument {
  case `public`, package, `internal`

  var forEmitter: SwiftEmitter.Options.Access {
    switch self {
    case .public: .public
    case .package: .package
    case .internal: .internal
    }
  }
}
