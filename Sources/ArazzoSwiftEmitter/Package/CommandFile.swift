import ArazzoCompiler

/// The subcommand of a workflow, which runs those that it depends on first.
struct CommandFile {
  private let workflow: WorkflowContext
  let type: String
  private let command: String
  /// Its own inputs, then those of the workflows that run first.
  private let inputs: [CommandInputs]
  private let isDurable: Bool

  /// - Parameters:
  ///   - credentials: The flags that show who asks.
  ///   - isDurable: Whether the package stores the runs.
  init(
    _ workflow: WorkflowContext, type: String, command: String, credentials: [String],
    isDurable: Bool
  ) {
    self.workflow = workflow
    self.type = type
    self.command = command
    self.isDurable = isDurable
    inputs = CommandInputs.all(of: workflow, beside: credentials, isDurable: isDurable)
  }

  /// The types of the subcommands for workflows with these types.
  static func types(_ workflows: [String], beside others: Set<String>) -> [String] {
    NameScope.resolve(
      workflows.map { $0 + "Command" }, taken: ["ParsableCommand", "AsyncParsableCommand"], others)
  }

  /// Whether workflows with inputs run first, or after those.
  var hasSeveralInputs: Bool { inputs.count > 1 }

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
      "function": function, "isDurable": isDurable, "start": start,
      "workflowArguments": Layout.parameters(workflowArguments), "parameters": parameters,
      "call": call, "groups": groups,
    ]
  }

  private var function: String {
    CommandPackage.namespace + "." + ReservedNames.declared(workflow.names.function)
  }
}

/// How a run of the workflow is started and resumed.
extension CommandFile {
  /// What a run is started with.
  private var start: String {
    if !hasSeveralInputs {
      return (["Self.workflow"] + inputs.map(\.variable)).joined(separator: ", ")
    }
    let members = inputs.map { "\(SwiftLiteral.string($0.values)): \($0.variable)" }
    return "Self.workflow, InputValues([\(members.joined(separator: ", "))])"
  }

  /// What the workflow is for a host: its plan, and the inputs that are secrets.
  private var workflowArguments: [Layout] {
    let plan = Layout.text(CommandPackage.namespace + "." + workflow.names.type + ".plan")
    let variables = inputs.flatMap { group in
      group.flags.filter { $0.isSecret && !$0.givesNull }.map { variable($0, of: group) }
    }
    return variables.isEmpty ? [plan] : [plan, .labelled("variables", .array(variables))]
  }

  private func variable(_ flag: CommandFlag, of group: CommandInputs) -> Layout {
    let path = (hasSeveralInputs ? [group.values] : []) + [flag.field.name]
    var arguments = path.map(Layout.string) + [.labelled("from", .string(flag.variable))]
    if flag.isJSON { arguments.append(.labelled("isJSON", "true")) }
    return .call("SecretVariable", arguments)
  }

  /// The parameters of the closure that calls the function.
  private var parameters: String {
    guard let first = inputs.first else { return "client" }
    return "(inputs: \(hasSeveralInputs ? "Inputs" : first.type), client)"
  }

  private var call: Layout {
    let arguments = inputs.map { group in
      Layout.text(group.argument(hasSeveralInputs ? "inputs.\(group.values)" : "inputs"))
    }
    return .call(.text(function), arguments + [.labelled("client", "client")])
  }

  /// The inputs of several workflows in one type.
  private var groups: [[String: Any]] {
    if !hasSeveralInputs { return [] }
    return [["members": inputs.map { ["name": $0.values, "type": $0.type] }]]
  }
}
