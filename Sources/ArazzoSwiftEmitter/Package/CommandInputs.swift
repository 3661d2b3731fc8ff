import ArazzoCompiler

/// The inputs of a workflow as flags of a command.
struct CommandInputs {
  /// The variable that gathers them.
  let variable: String
  /// The constant that they end up in.
  let values: String
  /// How the function takes them.
  let argument: String
  private let type: String
  var flags: [CommandFlag]

  /// Those of the workflow that the command is for.
  init(of workflow: WorkflowContext) {
    variable = "inputs"
    values = "values"
    argument = values
    type = CommandPackage.namespace + "." + workflow.names.type + ".Inputs"
    flags = workflow.plan.inputs.fields.map { field in
      CommandFlag(
        field: field, name: FlagName.kebab(field.name),
        property: ReservedNames.member(SwiftName.lower(field.name)))
    }
  }

  /// Those of one that runs first; its name goes before theirs.
  init(before workflow: WorkflowContext) {
    variable = workflow.names.function + "Inputs"
    values = workflow.names.function + "Values"
    argument = workflow.dependencyInputs + ": " + values
    type = CommandPackage.namespace + "." + workflow.names.type + ".Inputs"
    let name = workflow.plan.name
    flags = workflow.plan.inputs.fields.map { field in
      CommandFlag(
        field: field, name: FlagName.kebab(name) + "-" + FlagName.kebab(field.name),
        property: workflow.names.function + SwiftName.upper(field.name),
        note: "for '\(name)', which runs first")
    }
  }

  var context: [String: Any] {
    [
      "variable": variable, "values": values, "type": type,
      "statements": flags.map { $0.statement(variable) },
    ]
  }
}

/// The flag of an input.
struct CommandFlag {
  let field: FieldPlan
  /// Without the dashes.
  var name: String
  var property: String
  /// What is said of it besides its description.
  var note = ""

  private var variable: String { Self.variable(name) }
  private var isRequired: Bool { !field.isOptional && field.defaultValue == nil }

  /// The variable in the environment that stands in for a flag.
  static func variable(_ flag: String) -> String {
    flag.uppercased().replacing("-", with: "_")
  }

  var declaration: [String: Any] {
    let isNeeded = isRequired && field.type != .secret
    return [
      "name": SwiftLiteral.string(name), "help": SwiftLiteral.string(help),
      "declaration": "\(ReservedNames.declared(property)): String\(isNeeded ? "" : "?")",
    ]
  }

  private var help: String {
    let form: String? =
      switch field.type {
      case .array, .dictionary, .structure: "JSON"
      case .enumeration(let plan): plan.values.joined(separator: ", ")
      case .secret: "or in the environment: \(variable)"
      default: nil
      }
    let notes = [note, form ?? ""].filter { !$0.isEmpty }.map { " (\($0))" }
    return CommentText.oneLine(
      CommentText.firstParagraph(field.description ?? "") + notes.joined())
  }

  /// What adds the value to the inputs that the variable of that name gathers.
  func statement(_ inputs: String) -> String {
    let wire = SwiftLiteral.string(field.name)
    let value = ReservedNames.declared(property)
    switch field.type {
    case .string, .enumeration, .data, .upload, .timestamp, .uuid, .url:
      return "\(inputs).add(\(wire), text: \(value))"
    case .secret:
      let variable = SwiftLiteral.string(variable)
      return
        "try \(inputs).add(\(wire), secret: \(value), or: \(variable), isRequired: \(isRequired))"
    case .json: return "\(inputs).add(\(wire), jsonOrText: \(value))"
    default: return "try \(inputs).add(\(wire), json: \(value))"
    }
  }
}
