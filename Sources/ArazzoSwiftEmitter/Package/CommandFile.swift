import ArazzoCompiler

/// The subcommand of a workflow, which runs those that it depends on first.
struct CommandFile {
  private let workflow: WorkflowContext
  let type: String
  private let command: String
  /// Its own inputs, then those of the workflows that run first.
  private let inputs: [CommandInputs]

  /// - Parameter credentials: The flags that show who asks.
  init(_ workflow: WorkflowContext, type: String, command: String, credentials: [String]) {
    self.workflow = workflow
    self.type = type
    self.command = command
    inputs = CommandInputs.all(of: workflow, beside: credentials)
  }

  /// The types of the subcommands for workflows with these types.
  static func types(_ workflows: [String]) -> [String] {
    NameScope.resolve(
      workflows.map { $0 + "Command" }, taken: ["ParsableCommand", "AsyncParsableCommand"])
  }

  var context: [String: Any] {
    let plan = workflow.plan
    let about = plan.summary ?? plan.description ?? ""
    return [
      "type": type, "workflow": ReadableText.oneLine(plan.name),
      "command": SwiftLiteral.string(command),
      "abstract": SwiftLiteral.string(ReadableText.oneLine(about)),
      "flags": inputs.flatMap { $0.flags.map(\.declaration) },
      "inputs": inputs.map(\.context), "arguments": inputs.map(\.argument),
      "hasResult": workflow.result != nil,
      "function": CommandPackage.namespace + "."
        + ReservedNames.declared(workflow.names.function),
    ]
  }
}
