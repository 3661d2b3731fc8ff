import ArazzoCompiler
import ArazzoSwiftEmitter
import ArgumentParser

/// `arazzo-gen init`.
struct InitCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Creates a package that runs the workflows of a document.",
    discussion: """
      The package contains the documents, the code and the runtime's sources, and is ready to build. \
      It runs workflows from the command line: each workflow is a subcommand with a flag for each input. It shows its progress and prints \
      its outputs as JSON. A workflow that depends on others runs them first, and has flags for \
      their inputs too. Each security scheme has an option for its credential.

        arazzo-gen init checkout.arazzo.yaml -o shop
        cd shop && swift run shop --help

      With '--mcp', the package is a server of the Model Context Protocol over standard input and \
      output: each workflow is a tool. Credentials and secret inputs are read from environment \
      variables.

        arazzo-gen init checkout.arazzo.yaml --mcp -o shop-server

      With '--durable', the command line stores each run in a SQLite file, so that it can go on after \
      the process has ended: 'list' shows the runs, and 'resume' goes on with one or all. On Linux, the \
      package requires libsqlite3-dev.

        arazzo-gen init checkout.arazzo.yaml --durable -o shop
      """)

  @OptionGroup var input: DocumentOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The folder of the new package; its name is also the command's name.",
      valueName: "dir"),
    completion: .directory)
  var output: String

  @Flag(help: "Create a server of the Model Context Protocol instead of a command line.")
  var mcp = false

  @Flag(help: "Store the runs, and add commands that list and resume them.")
  var durable = false

  func validate() throws {
    if durable, mcp {
      throw ValidationError("'--durable' is for a command line: it can't be used with '--mcp'.")
    }
    guard input.documents.count == 1 else {
      throw ValidationError("'init' needs exactly one document.")
    }
    let name = output.lastPathComponent
    guard name.wholeMatch(of: #/[A-Za-z][A-Za-z0-9_-]*/#) != nil else {
      throw ValidationError(
        "'\(name)' can't be the name of a command: use letters, digits, '-' and '_'.")
    }
  }

  func outcome(_ place: ToolPlace) -> Outcome {
    var report = Report(terminal: place.terminal)
    guard let workload = input.workload(settings, &report) else {
      return Outcome(.failure, errors: report.text)
    }
    let documents = CompiledDocument.compile(workload.documents, sharing: place.sources)
    documents.forEach { report.add($0) }
    UnusedSettingCheck(documents: documents).errors.forEach { report.add($0) }
    guard !report.hasErrors, let document = documents.first, let plan = document.plan else {
      return Outcome(.failure, errors: report.text)
    }
    do {
      let package = try PackageFolder(output, document, plan, kind)
      try package.write()
      return generate(package, report.text, place)
    } catch {
      report.add(error)
      return Outcome(.failure, errors: report.text)
    }
  }

  private var kind: PackageFolder.Kind {
    if mcp { return .server }
    return durable ? .durableCommandLine : .commandLine
  }

  private var settings: Settings {
    var settings = input.settings
    settings.mcp = mcp ? true : nil
    return settings
  }

  /// The code itself, by the configuration that the package has now.
  private func generate(
    _ package: PackageFolder, _ warnings: String, _ place: ToolPlace
  ) -> Outcome {
    var options = DocumentOptions()
    options.documents = []
    options.config = "\(output)/\(Configuration.fileName)"
    let quiet = ToolPlace(terminal: .none, runtime: place.runtime)
    var run = GenerationRun(mode: .write, place: quiet, format: .text)
    let outcome = run.run(options, Settings())
    guard outcome.status == .success else { return outcome }
    return Outcome(.success, output: package.farewell, errors: warnings)
  }
}
