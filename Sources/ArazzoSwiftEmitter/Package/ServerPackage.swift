import ArazzoCompiler

/// A package with a server of the Model Context Protocol for the workflows of a document.
package struct ServerPackage {
  private let names: DocumentNames
  private let templates: TemplateSet
  /// The package's name, which is its executable's too.
  private let name: String

  /// The workflows that are tools: those of the document itself.
  package let workflows: [WorkflowPlan]
  /// The environment variables that hold credentials and secret inputs, each once.
  package let variables: [String]

  package init(_ plan: DocumentPlan, name: String) throws {
    self.name = name
    let names = DocumentNames(plan, namespace: CommandPackage.namespace)
    self.names = names
    templates = try TemplateSet(for: .commandLine, replacing: [:])
    workflows = plan.workflows.filter { $0.document == nil }
    let credentials = CommandCredentials(plan, names: names)
    let all = plan.workflowsByID
    let contexts = all.mapValues { WorkflowContext($0, document: names, workflows: all) }
    let secrets = SecretVariables(plan.tools ?? [], of: contexts, beside: credentials)
    var seen: Set<String> = []
    variables = (secrets.names.joined() + credentials.variables.map(\.variable))
      .filter { seen.insert($0).inserted }
  }

  /// The files by their paths in the package, but for the generated code itself.
  package func files() throws -> [SwiftEmitter.File] {
    let context: [String: Any] = [
      "name": type,
      "server": SwiftLiteral.string(name),
      "tools": CommandPackage.namespace + "." + names.toolsType,
    ]
    return [
      SwiftEmitter.File(
        name: "Package.swift",
        content: try text(
          "tool-package",
          ["name": SwiftLiteral.string(name), "hasCommands": false, "isDurable": false])),
      SwiftEmitter.File(
        name: "Sources/\(name)/Server.swift", content: try text("tool-server", context)),
    ]
  }

  /// The type with the entry point. The runtime declares `APIServer`, for example.
  private var type: String {
    let stem = SwiftName.upper(name, prefix: "tool")
    let type = stem + "Server"
    return ReservedNames.topLevel.contains(type) ? stem + "ToolServer" : type
  }

  private func text(_ template: String, _ context: [String: Any]) throws -> String {
    LayoutRenderer.render(try templates.layout(template, context)) + "\n"
  }
}
