import ArazzoCompiler

/// The inputs of a workflow as flags of a command.
struct CommandInputs {
  /// The variable that gathers them.
  let variable: String
  /// The constant that they end up in.
  let values: String
  /// The label of the function's argument; `nil` for none.
  private let label: String?
  /// The workflow, by its id in the plan.
  let workflow: String
  let type: String
  fileprivate(set) var flags: [CommandFlag]

  /// Those of the workflow that the command is for.
  init(of workflow: WorkflowContext) {
    self.workflow = workflow.plan.id
    variable = "inputs"
    values = "values"
    label = nil
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
    self.workflow = workflow.plan.id
    variable = workflow.names.function + "Inputs"
    values = workflow.names.function + "Values"
    label = workflow.dependencyInputs
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

  /// How the function takes them.
  var argument: String { argument(values) }

  func argument(_ value: String) -> String { label.map { "\($0): \(value)" } ?? value }

  var context: [String: Any] {
    [
      "variable": variable, "constant": values, "type": type, "values": flags.map(\.value),
    ]
  }
}

extension CommandInputs {
  /// Flags of every command.
  static let commonFlags: Set<String> = [
    "base-url", "experimental-dump-help", "generate-completion-script", "help", "help-hidden",
    "quiet", "version",
  ]
  /// Names that stand for something else where the flags are in scope.
  private static let reserved: Set<String> = [
    "connection", "configuration", "run", "validate", "client",
  ]

  /// The inputs of a workflow, then those of the workflows that run first, with a flag for each.
  ///
  /// - Parameters:
  ///   - credentials: The flags of the security schemes.
  ///   - isDurable: Whether the package stores the runs.
  static func all(
    of workflow: WorkflowContext, beside credentials: [String], isDurable: Bool = false
  ) -> [CommandInputs] {
    let all =
      [CommandInputs(of: workflow)] + workflow.allDependencies.map(CommandInputs.init(before:))
    var inputs = all.filter { !$0.flags.isEmpty }
    let flags = NameScope.resolve(
      inputs.flatMap { $0.flags.map(\.name) }, taken: commonFlags.union(credentials),
      isDurable ? RunCommands.flags : [])
    let properties = NameScope.resolve(
      inputs.flatMap { $0.flags.map(\.property) },
      taken: reserved.union(inputs.flatMap { [$0.variable, $0.values] }))
    var next = zip(flags, properties).makeIterator()
    for group in inputs.indices {
      for flag in inputs[group].flags.indices {
        guard let (name, property) = next.next() else { break }
        inputs[group].flags[flag].name = name
        inputs[group].flags[flag].property = property
        inputs[group].flags[flag].isStored = isDurable
      }
    }
    return inputs
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
  /// Whether the runs are stored. A value that holds a secret is not: it comes from the environment.
  var isStored = false

  var variable: String { Self.variable(name) }
  /// Whether the environment variable stands in for the flag.
  var isSecret: Bool { field.type.isSecret || isStored && field.type.holdsSecret }
  var isJSON: Bool { field.type.withoutNull != .secret }
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
      "isNeeded": isRequired && !isSecret && !isNullOrText,
    ]
  }

  private var help: String {
    if givesNull { return "Pass null for '\(ReadableText.oneLine(field.name))'." }
    let form: String? =
      switch field.type.withoutNull {
      case .array, .dictionary, .structure:
        isSecret ? "JSON; environment variable: \(variable)" : "JSON"
      case .enumeration(let plan): plan.values.joined(separator: ", ")
      case .secret: "environment variable: \(variable)"
      default: nil
      }
    let notes = [note, form ?? ""].filter { !$0.isEmpty }.map { " (\($0))" }.joined()
    let text = CommentText.firstParagraph(field.description ?? "")
    let isSentence = !notes.isEmpty && text.hasSuffix(".")
    return ReadableText.oneLine(
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
    if isSecret {
      let variable = SwiftLiteral.string(variable)
      let isNeeded = isRequired && !isNullOrText
      let flag = SwiftLiteral.string(name)
      return (
        "secret: \(value), flag: \(flag), or: \(variable), isRequired: \(isNeeded)", true
      )
    }
    switch field.type.withoutNull {
    case .string, .enumeration, .data, .upload, .timestamp, .uuid, .url:
      return ("text: \(value)", false)
    case .json: return ("jsonOrText: \(value)", false)
    default: return ("json: \(value)", true)
    }
  }
}
