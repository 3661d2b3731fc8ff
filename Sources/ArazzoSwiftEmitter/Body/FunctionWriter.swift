import ArazzoCompiler

/// The function of a workflow.
struct FunctionWriter {
  let workflow: WorkflowContext

  private var plan: WorkflowPlan { workflow.plan }
  private var type: String { workflow.names.type }
  private var hasInputs: Bool { !plan.inputs.fields.isEmpty }

  /// What stands between the parentheses of its declaration.
  func parameters() -> Layout {
    var parameters: [Layout] = []
    if hasInputs { parameters.append(.text("_ inputs: \(type).Inputs")) }
    parameters += workflow.dependencyParameters.map { .text("\($0.name): \($0.type)") }
    parameters.append("client: WorkflowClient")
    if plan.emitsMachine, let entry = plan.steps.first {
      let initial = workflow.names.state(entry.id) + nilArguments(entry)
      parameters.append(.text("from state: \(type).State = .\(initial)"))
    }
    return .parameters(parameters)
  }

  /// The arguments that make the run, which every step uses.
  func run() -> Layout {
    var arguments: [Layout] = [.string(plan.id), .labelled("client", "client")]
    if plan.waits, let policy = workflow.polling.layout {
      arguments.append(.labelled("polling", policy))
    }
    let secrets = secrets(in: plan.inputs, "inputs").map(Layout.text)
    arguments += secrets.enumerated().map {
      $0.offset == 0 ? .labelled("hiding", $0.element) : $0.element
    }
    return .arguments(arguments)
  }

  /// The secrets among the inputs, so that no error shows them where a server sends them back.
  private func secrets(in structure: StructPlan, _ code: String) -> [String] {
    structure.fields.flatMap { field -> [String] in
      let name = "\(code).\(workflow.names.inputs.field(field.name, of: structure.path))"
      switch field.type.withoutNull {
      case .secret: return [name]
      case .array(let element) where element.isSecret: return [name]
      case .dictionary(let element) where element.isSecret: return [name]
      case .structure(let inner):
        let mark = (field.isOptional ? "?" : "") + (field.type.isNullable ? ".value?" : "")
        return secrets(in: inner, name + mark)
      default: return []
      }
    }
  }

  /// The entry may be a step that is also gone back to; what it carries is missing at first.
  private func nilArguments(_ entry: StepPlan) -> String {
    guard !entry.carried.isEmpty else { return "" }
    let labels = entry.carried.map {
      ReservedNames.label(workflow.names.variables.name(VariableKey($0))) + ": nil"
    }
    return "(" + labels.joined(separator: ", ") + ")"
  }

  /// How the function is called, for links in the documentation.
  var reference: String {
    let results = workflow.dependencyParameters.map { $0.name + ":" }.joined()
    let labels =
      (hasInputs ? "_:" : "") + results + "client:" + (plan.emitsMachine ? "from:" : "")
    return "\(workflow.names.function)(\(labels))"
  }

  /// A case of the loop over the states.
  struct StateCase {
    var comment: Layout?
    var state: String
    /// The constants that take what the state carries.
    var bindings: [Layout]
    var body: Layout
    var used: UsedNames
  }

  func stateCases() -> [StateCase] {
    plan.steps.map { step in
      let used = UsedNames()
      let statements = StepWriter(workflow: workflow, step: step, used: used)
        .statements(later: UsedNames())
      return StateCase(
        comment: comment(step), state: workflow.names.state(step.id),
        bindings: bindings(step, used), body: .lines(statements), used: used)
    }
  }

  private func bindings(_ step: StepPlan, _ used: UsedNames) -> [Layout] {
    step.carried.map { variable -> Layout in
      let name = ReservedNames.declared(workflow.names.variables.name(VariableKey(variable)))
      return .text(used.contains(name) ? "let " + name : "_")
    }
  }

  private func comment(_ step: StepPlan) -> Layout? {
    let text = CommentText.firstParagraph(step.description ?? "")
    return text.isEmpty ? nil : .comment(prefix: "// ", text)
  }

  /// The statements of a workflow without a loop, and the names that they use.
  func straightBody() -> (statements: Layout, used: UsedNames) {
    let later = UsedNames()
    var blocks: [Layout] = []
    for step in plan.steps.reversed() {
      let used = UsedNames()
      let statements = StepWriter(workflow: workflow, step: step, used: used)
        .statements(later: later)
      used.forEach(later.insert)
      blocks.insert(.lines((comment(step).map { [$0] } ?? []) + statements), at: 0)
    }
    return (.joined(blocks, by: .blankLine), later)
  }
}
