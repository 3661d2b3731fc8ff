import ArazzoCompiler

/// The subcommand of a workflow.
struct CommandFile {
  private let plan: WorkflowPlan
  private let names: WorkflowNames
  private let command: String
  private let flags: [(field: FieldPlan, flag: String, property: String)]

  /// Flags of every command.
  private static let taken: Set<String> = ["base-url", "quiet", "help", "version"]

  init(_ plan: WorkflowPlan, names: DocumentNames, command: String) {
    self.plan = plan
    self.names = WorkflowNames(plan, in: names)
    self.command = command
    let fields = plan.inputs.fields
    let flags = NameScope.resolve(fields.map { FlagName.kebab($0.name) }, taken: Self.taken)
    let properties = NameScope.resolve(
      fields.map { ReservedNames.member(SwiftName.lower($0.name)) },
      taken: ["connection", "configuration", "run", "validate", "values", "client", "inputs"])
    self.flags = zip(fields, zip(flags, properties)).map { ($0, $1.0, $1.1) }
  }

  static func type(_ workflow: String) -> String { workflow + "Command" }

  var type: String { Self.type(names.type) }

  var context: [String: Any] {
    let about = plan.summary ?? plan.description ?? ""
    return [
      "type": type, "workflow": CommentText.oneLine(plan.name),
      "command": SwiftLiteral.string(command),
      "abstract": SwiftLiteral.string(CommentText.oneLine(about)),
      "flags": flags.map(flag), "hasInputs": !flags.isEmpty,
      "inputs": names.type + ".Inputs", "call": call,
    ]
  }

  private func flag(_ flag: (field: FieldPlan, flag: String, property: String)) -> [String: Any] {
    let field = flag.field
    let isRequired = !field.isOptional && field.defaultValue == nil && field.type != .secret
    return [
      "name": SwiftLiteral.string(flag.flag),
      "help": SwiftLiteral.string(help(field, flag.flag)),
      "declaration": "\(ReservedNames.declared(flag.property)): String\(isRequired ? "" : "?")",
      "statement": statement(field, flag.flag, ReservedNames.declared(flag.property)),
    ]
  }

  private func help(_ field: FieldPlan, _ flag: String) -> String {
    var text = CommentText.firstParagraph(field.description ?? "")
    switch field.type {
    case .array, .dictionary, .structure: text += " (JSON)"
    case .enumeration(let plan): text += " (\(plan.values.joined(separator: ", ")))"
    case .secret: text += " (or in the environment: \(Self.variable(flag)))"
    default: break
    }
    return CommentText.oneLine(text)
  }

  private func statement(_ field: FieldPlan, _ flag: String, _ property: String) -> String {
    let name = SwiftLiteral.string(field.name)
    switch field.type {
    case .string, .enumeration, .data, .upload, .timestamp, .uuid, .url:
      return "inputs.add(\(name), text: \(property))"
    case .secret:
      let variable = SwiftLiteral.string(Self.variable(flag))
      let isRequired = !field.isOptional && field.defaultValue == nil
      return
        "try inputs.add(\(name), secret: \(property), or: \(variable), isRequired: \(isRequired))"
    case .json: return "inputs.add(\(name), jsonOrText: \(property))"
    default: return "try inputs.add(\(name), json: \(property))"
    }
  }

  private static func variable(_ flag: String) -> String {
    flag.uppercased().replacing("-", with: "_")
  }

  private var call: String {
    let arguments = (flags.isEmpty ? "" : "values, ") + "client: client"
    let givesNothing = !plan.returnsOutcome && plan.outputs.isEmpty
    let method = givesNothing ? "runWithoutResult" : "run"
    let function = ReservedNames.declared(names.function)
    return "try await connection.\(method) { client in try await \(function)(\(arguments)) }"
  }
}
