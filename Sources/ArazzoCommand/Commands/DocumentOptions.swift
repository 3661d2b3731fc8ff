import ArgumentParser

/// Which documents, and how they are read: the same for every command that reads some.
struct DocumentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Arazzo descriptions, in YAML or JSON; those of ./arazzo-gen.yaml when none is given.",
      valueName: "document"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var documents: [String] = []

  @Option(
    help: ArgumentHelp("The configuration to go by; see 'arazzo-gen schema'.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var config: String?

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "The file to read for the source description NAME, whatever its 'url' says. Repeatable.",
      valueName: "name=path"))
  var sources: [SourceOverride] = []

  @Option(
    name: .customLong("workflow"),
    help: ArgumentHelp(
      "Only this workflow and those that it leads to. Repeatable.", valueName: "id"))
  var workflows: [String] = []

  @Flag(help: "Take spellings that the specification does not have as errors, not warnings.")
  var strict = false

  @Flag(help: "Give every workflow a state to be resumed from, those without branches too.")
  var resumable = false

  @Flag(help: "Fetch documents that are on the network.")
  var allowRemote = false

  func validate() throws {
    guard !documents.contains(""), config != "" else { throw ValidationError("A path is empty.") }
    var names: Set<String> = []
    for source in sources where !names.insert(source.name).inserted {
      throw ValidationError("'--source' names '\(source.name)' twice.")
    }
  }
}

extension DocumentOptions {
  /// What was said on the command line.
  var settings: Settings {
    var settings = Settings()
    settings.strict = strict ? true : nil
    settings.resumable = resumable ? true : nil
    settings.allowRemote = allowRemote ? true : nil
    settings.sources = sources.map {
      Settings.Choice(mention: Settings.Mention(name: $0.name), value: $0.path)
    }
    settings.workflows = workflows.isEmpty ? nil : workflows.map { Settings.Mention(name: $0) }
    return settings
  }
}
