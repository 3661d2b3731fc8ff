import ArgumentParser

/// The options of every command that reads documents.
struct DocumentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Arazzo descriptions in YAML or JSON. (default: the documents of ./arazzo-gen.yaml)",
      valueName: "document"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var documents: [String] = []

  @Option(
    help: ArgumentHelp(
      "The configuration file. 'arazzo-gen schema' prints its JSON Schema.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var config: String?

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "Read this file for the source description NAME instead of its 'url'. Repeatable.",
      valueName: "name=path"))
  var sources: [SourceOverride] = []

  @Option(
    name: .customLong("workflow"),
    help: ArgumentHelp(
      "Only this workflow and those that it calls or continues in. Repeatable.", valueName: "id"))
  var workflows: [String] = []

  @Flag(help: "Report spellings that the specification doesn't define as errors, not warnings.")
  var strict = false

  @Flag(help: "Give workflows without branches a state to resume from, too.")
  var resumable = false

  @Flag(help: "Fetch documents over the network.")
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
  /// The settings from the command line.
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
