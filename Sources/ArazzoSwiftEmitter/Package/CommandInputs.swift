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
    flags = workflow.plan.inputs.fields.flatMap { field in
      CommandFlag(
        field: field, name: FlagName.kebab(field.name),
        property: ReservedNames.member(SwiftName.lower(field.name))
      ).withNull
    }
  }

  /// Those of one that runs first; its name goes before theirs.
  init(before workflow: WorkflowContext) {
    variable = workflow.names.function + "Inputs"
    values = workflow.names.function + "Values"
    argument = workflow.dependencyInputs + ": " + values
    type = CommandPackage.namespace + "." + workflow.names.type + ".Inputs"
    let name = workflow.plan.name
    flags = workflow.plan.inputs.fields.flatMap { field in
      CommandFlag(
        field: field, name: FlagName.kebab(name) + "-" + FlagName.kebab(field.name),
        property: workflow.names.function + SwiftName.upper(field.name),
        note: "for '\(name)', which runs first"
      ).withNull
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
  /// Whether it gives the input as `null`.
  var givesNull = false

  private var variable: String { Self.variable(name) }
  private var isRequired: Bool { !field.isOptional && field.defaultValue == nil }

  /// The variable in the environment that stands in for a flag.
  static func variable(_ flag: String) -> String {
    flag.uppercased().replacing("-", with: "_")
  }

  /// The flag, and one that gives `null` where a text would be the text "null".
  var withNull: [CommandFlag] {
    guard isNullOrText else { return [self] }
    var other = self
    other.name = "null-" + name
    other.property = "null" + SwiftName.upper(property)
    other.givesNull = true
    return [self, other]
  }

  private var isNullOrText: Bool {
    guard case .nullable(let type) = field.type else { return false }
    return switch type {
    case .integer, .number, .boolean, .array, .dictionary, .structure: false
    default: true
    }
  }

  var declaration: [String: Any] {
    let isNeeded = isRequired && !field.type.isSecret && !isNullOrText
    let type = givesNull ? " = false" : isNeeded ? ": String" : ": String?"
    return [
      "kind": givesNull ? "Flag" : "Option", "name": SwiftLiteral.string(name),
      "help": SwiftLiteral.string(help), "declaration": ReservedNames.declared(property) + type,
    ]
  }

  private var help: String {
    if givesNull { return "Give null as '\(CommentText.oneLine(field.name))'." }
    let form: String? =
      switch field.type.withoutNull {
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
    if givesNull { return "\(inputs).add(\(wire), null: \(value))" }
    switch field.type.withoutNull {
    case .string, .enumeration, .data, .upload, .timestamp, .uuid, .url:
      return "\(inputs).add(\(wire), text: \(value))"
    case .secret:
      let variable = SwiftLiteral.string(variable)
      return
        "try \(inputs).add(\(wire), secret: \(value), or: \(variable), isRequired: \(isRequired && !isNullOrText))"
    case .json: return "\(inputs).add(\(wire), jsonOrText: \(value))"
    default: return "try \(inputs).add(\(wire), json: \(value))"
    }
  }
}
