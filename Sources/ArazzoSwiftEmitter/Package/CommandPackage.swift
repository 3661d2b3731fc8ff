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

  /// The enum around the generated code, so that no name in it hides one of the package's commands or
  /// one that they inherit.
  package static let namespace = "Workflows"

  package init(_ plan: DocumentPlan, name: String) throws {
    self.plan = plan
    self.name = name
    names = DocumentNames(plan, namespace: Self.namespace)
    templates = try TemplateSet(for: .commandLine, replacing: [:])
    workflows = plan.workflows.filter { $0.document == nil }
    let ids = workflows.map(\.id)
    types = Dictionary(
      uniqueKeysWithValues: zip(ids, CommandFile.types(ids.map(names.type))))
    let words = NameScope.resolve(workflows.map { FlagName.command($0.name) })
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
    let credentials = CommandCredentials(plan, names: names)
    var files = [
      SwiftEmitter.File(
        name: "Package.swift",
        content: try text(
          "tool-package", ["name": SwiftLiteral.string(name), "hasCommands": true])),
      SwiftEmitter.File(name: "Sources/\(name)/Tool.swift", content: try main()),
      SwiftEmitter.File(
        name: "Sources/\(name)/Connection.swift",
        content: try text("tool-support", credentials.context)),
    ]
    let all = plan.workflowsByID
    for workflow in workflows {
      let context = WorkflowContext(workflow, document: names, workflows: all)
      let file = CommandFile(
        context, type: type(of: workflow), command: command(of: workflow),
        credentials: credentials.flags)
      files.append(
        SwiftEmitter.File(
          name: "Sources/\(name)/\(file.type).swift",
          content: try text("tool-command", file.context)))
    }
    return files
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
        "commands": workflows.map(type),
      ])
  }
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
