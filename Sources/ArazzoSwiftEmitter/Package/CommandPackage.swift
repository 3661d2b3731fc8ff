import ArazzoCompiler

/// A package with a command line for the workflows of a document: a subcommand for each, with a flag
/// for each input.
package struct CommandPackage {
  private let plan: DocumentPlan
  private let names: DocumentNames
  private let templates: TemplateSet
  /// The types and the words of the subcommands, by the workflows' ids.
  private let types: [String: String]
  private let commands: [String: String]
  /// The package's name, which is its executable's too.
  private let name: String
  /// Whether it stores the runs.
  package let isDurable: Bool

  /// The enum around the generated code, so that no name in it hides one of the package's commands or
  /// one that they inherit.
  package static let namespace = "Workflows"

  /// - Parameter isDurable: Whether the package stores the runs, and has commands that list and
  ///   resume them.
  package init(_ plan: DocumentPlan, name: String, isDurable: Bool) throws {
    self.plan = plan
    self.name = name
    self.isDurable = isDurable
    names = DocumentNames(plan, namespace: Self.namespace)
    templates = try TemplateSet(for: .commandLine, replacing: [:])
    workflows = plan.workflows.filter { $0.document == nil }
    let ids = workflows.map(\.id)
    let otherTypes = isDurable ? Set(RunCommands.types) : []
    types = Dictionary(
      uniqueKeysWithValues: zip(ids, CommandFile.types(ids.map(names.type), beside: otherTypes)))
    let words = NameScope.resolve(
      workflows.map { FlagName.command($0.name) }, taken: isDurable ? RunCommands.words : [])
    commands = Dictionary(uniqueKeysWithValues: zip(ids, words))
  }

  /// The workflows that get a subcommand: those of the document itself.
  package let workflows: [WorkflowPlan]

  /// The word that names a workflow on the command line.
  package func command(of workflow: WorkflowPlan) -> String {
    commands[workflow.id] ?? FlagName.command(workflow.name)
  }

  private func type(of workflow: WorkflowPlan) -> String { types[workflow.id] ?? "" }

  /// The files by their paths in the package, but for the generated code itself.
  package func files() throws -> [SwiftEmitter.File] {
    let credentials = CommandCredentials(plan, names: names, isDurable: isDurable)
    let commands = commandFiles(credentials)
    let support: [String: Any] = [
      "isDurable": isDurable, "hasDependencies": commands.contains(where: \.hasSeveralInputs),
    ]
    var files = [
      SwiftEmitter.File(
        name: "Package.swift",
        content: try text(
          "tool-package",
          ["name": SwiftLiteral.string(name), "hasCommands": true, "isDurable": isDurable])),
      SwiftEmitter.File(name: "Sources/\(name)/Tool.swift", content: try main()),
      SwiftEmitter.File(
        name: "Sources/\(name)/Connection.swift",
        content: try text("tool-support", credentials.context.merging(support) { $1 })),
    ]
    if isDurable { files += try runFiles() }
    return try files
      + commands.map { file in
        SwiftEmitter.File(
          name: "Sources/\(name)/\(file.type).swift",
          content: try text("tool-command", file.context))
      }
  }

  private func commandFiles(_ credentials: CommandCredentials) -> [CommandFile] {
    let all = plan.workflowsByID
    return workflows.map { workflow in
      CommandFile(
        WorkflowContext(workflow, document: names, workflows: all), type: type(of: workflow),
        command: command(of: workflow), credentials: credentials.flags, isDurable: isDurable)
    }
  }

  /// The commands that list and resume runs, and what a reader should know of them.
  private func runFiles() throws -> [SwiftEmitter.File] {
    [
      SwiftEmitter.File(
        name: "Sources/\(name)/Runs.swift",
        content: try text(
          "tool-runs",
          [
            "name": name, "command": SwiftLiteral.string(name), "commands": workflows.map(type),
          ])),
      SwiftEmitter.File(
        name: "README.md",
        content: try text(
          "tool-readme", ["name": name, "commands": workflows.map(command)])),
    ]
  }

  private func text(_ template: String, _ context: [String: Any]) throws -> String {
    LayoutRenderer.render(try templates.layout(template, context)) + "\n"
  }

  private func main() throws -> String {
    try text(
      "tool-main",
      [
        "name": SwiftName.upper(name, prefix: "tool") + "Tool",
        "command": SwiftLiteral.string(name),
        "abstract": SwiftLiteral.string(ReadableText.oneLine(plan.title)),
        "commands": workflows.map(type) + (isDurable ? RunCommands.types : []),
      ])
  }
}

/// What a package that stores runs has besides a command for each workflow.
enum RunCommands {
  static let words: Set<String> = ["list", "resume"]
  static let types = ["ListCommand", "ResumeCommand"]
  static let flags: Set<String> = ["store"]
  /// Members of the type with the options.
  static let members: Set<String> = ["check", "file", "host", "say", "show", "start"]
}

/// Names on a command line.
enum FlagName {
  /// `wId` and `w_id` as `w-id`.
  static func kebab(_ name: String) -> String {
    let words = NameWords(name).words.map { $0.lowercased().filter { $0.isASCII } }
      .filter { !$0.isEmpty }
    return words.isEmpty ? "value" : words.joined(separator: "-")
  }

  /// `exitCode` as `exit-code`, with letters of any script: the name of a subcommand.
  static func command(_ name: String) -> String {
    let words = NameWords(name).words.map { $0.lowercased() }
    return words.isEmpty ? "workflow" : words.joined(separator: "-")
  }
}
