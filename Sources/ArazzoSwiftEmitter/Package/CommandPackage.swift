import ArazzoCompiler

/// A package with a command line for the workflows of a document: a subcommand for each, with a flag
/// for each input.
package struct CommandPackage {
  private let plan: DocumentPlan
  private let names: DocumentNames
  private let templates: TemplateSet
  /// The package's name, which is its executable's too.
  private let name: String

  package init(_ plan: DocumentPlan, name: String) throws {
    self.plan = plan
    self.name = name
    names = DocumentNames(plan)
    templates = try TemplateSet(replacing: [:])
  }

  /// The workflows that get a subcommand: those of the document itself.
  package var workflows: [WorkflowPlan] { plan.workflows.filter { $0.document == nil } }

  /// The word that names a workflow on the command line.
  package func command(of workflow: WorkflowPlan) -> String { FlagName.kebab(workflow.name) }

  /// The files by their paths in the package, but for the generated code itself.
  package func files() throws -> [SwiftEmitter.File] {
    let credentials = CommandCredentials(plan, names: names)
    var files = [
      SwiftEmitter.File(
        name: "Package.swift",
        content: try templates.text("tool-package", ["name": SwiftLiteral.string(name)])),
      SwiftEmitter.File(name: "Sources/\(name)/Tool.swift", content: try main()),
      SwiftEmitter.File(
        name: "Sources/\(name)/Connection.swift",
        content: try templates.text("tool-support", credentials.context)),
    ]
    let all = Dictionary(
      plan.workflows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for workflow in workflows {
      let context = WorkflowContext(workflow, document: names, workflows: all)
      let file = CommandFile(
        context, command: command(of: workflow), credentials: credentials.flags)
      files.append(
        SwiftEmitter.File(
          name: "Sources/\(name)/\(file.type).swift",
          content: try templates.text("tool-command", file.context)))
    }
    return files
  }

  private func main() throws -> String {
    let types = workflows.map { CommandFile.type(names.type($0.id)) }
    return try templates.text(
      "tool-main",
      [
        "name": SwiftName.upper(name, prefix: "tool") + "Tool",
        "command": SwiftLiteral.string(name),
        "abstract": SwiftLiteral.string(CommentText.oneLine(plan.title)),
        "commands": types.map { $0 + ".self," },
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
}
