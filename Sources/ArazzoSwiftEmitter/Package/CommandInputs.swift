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
      "variable": variable, "constant": values, "type": type, "values": flags.map(\.value),
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
    [
      "givesNull": givesNull, "name": SwiftLiteral.string(name),
      "help": SwiftLiteral.string(help), "property": ReservedNames.declared(property),
      "isNeeded": isRequired && !field.type.isSecret && !isNullOrText,
    ]
  }

  private var help: String {
    if givesNull { return "Pass null for '\(CommentText.oneLine(field.name))'." }
    let form: String? =
      switch field.type.withoutNull {
      case .array, .dictionary, .structure: "JSON"
      case .enumeration(let plan): plan.values.joined(separator: ", ")
      case .secret: "environment variable: \(variable)"
      default: nil
      }
    let notes = [note, form ?? ""].filter { !$0.isEmpty }.map { " (\($0))" }.joined()
    let text = CommentText.firstParagraph(field.description ?? "")
    let isSentence = !notes.isEmpty && text.hasSuffix(".")
    return CommentText.oneLine(
      (isSentence ? String(text.dropLast()) : text) + notes + (isSentence ? "." : ""))
  }

  /// How the value is added to the inputs.
  var value: [String: Any] {
    let (value, throwing) = argument
    return ["name": SwiftLiteral.string(field.name), "value": value, "throws": throwing]
  }

  private var argument: (value: String, throws: Bool) {
    let value = ReservedNames.declared(property)
    if givesNull { return ("null: \(value)", false) }
    switch field.type.withoutNull {
    case .string, .enumeration, .data, .upload, .timestamp, .uuid, .url:
      return ("text: \(value)", false)
    case .secret:
      let variable = SwiftLiteral.string(variable)
      let isNeeded = isRequired && !isNullOrText
      let flag = SwiftLiteral.string(name)
      return (
        "secret: \(value), flag: \(flag), or: \(variable), isRequired: \(isNeeded)", true
      )
    case .json: return ("jsonOrText: \(value)", false)
    default: return ("json: \(value)", true)
    }
  }
}
