import ArazzoCompiler

/// The subcommand of a workflow, which runs those that it depends on first.
struct CommandFile {
  private let workflow: WorkflowContext
  let type: String
  private let command: String
  /// Its own inputs, then those of the workflows that run first.
  private let inputs: [CommandInputs]

  /// Flags of every command.
  static let commonFlags: Set<String> = [
    "base-url", "experimental-dump-help", "generate-completion-script", "help", "help-hidden",
    "quiet", "version",
  ]
  /// Names that stand for something else where the flags are in scope.
  private static let reserved: Set<String> = [
    "connection", "configuration", "run", "validate", "client",
  ]

  /// - Parameter credentials: The flags that show who asks.
  init(_ workflow: WorkflowContext, type: String, command: String, credentials: [String]) {
    self.workflow = workflow
    self.type = type
    self.command = command
    let all =
      [CommandInputs(of: workflow)] + workflow.allDependencies.map(CommandInputs.init(before:))
    var inputs = all.filter { !$0.flags.isEmpty }
    let flags = NameScope.resolve(
      inputs.flatMap { $0.flags.map(\.name) }, taken: Self.commonFlags.union(credentials))
    let properties = NameScope.resolve(
      inputs.flatMap { $0.flags.map(\.property) },
      taken: Self.reserved.union(inputs.flatMap { [$0.variable, $0.values] }))
    var next = zip(flags, properties).makeIterator()
    for group in inputs.indices {
      for flag in inputs[group].flags.indices {
        guard let (name, property) = next.next() else { break }
        inputs[group].flags[flag].name = name
        inputs[group].flags[flag].property = property
      }
    }
    self.inputs = inputs
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
      "type": type, "workflow": CommentText.oneLine(plan.name),
      "command": SwiftLiteral.string(command),
      "abstract": SwiftLiteral.string(CommentText.oneLine(about)),
      "flags": inputs.flatMap { $0.flags.map(\.declaration) },
      "inputs": inputs.map(\.context), "arguments": inputs.map(\.argument),
      "hasResult": workflow.result != nil,
      "function": CommandPackage.namespace + "."
        + ReservedNames.declared(workflow.names.function),
    ]
  }
}
