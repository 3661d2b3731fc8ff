import ArazzoCompiler

/// The function of a workflow.
struct FunctionWriter {
  let workflow: WorkflowContext
  let access: String

  var plan: WorkflowPlan { workflow.plan }
  private var type: String { workflow.names.type }
  private var isMember: Bool { workflow.document.namespace != nil }
  private var hasInputs: Bool { !plan.inputs.fields.isEmpty }

  /// The lines from the access level to the opening brace.
  func signature() -> [String] {
    var parameters: [Layout] = []
    if hasInputs { parameters.append(.text("_ inputs: \(type).Inputs")) }
    parameters += workflow.dependencyParameters.map { .text("\($0.name): \($0.type)") }
    parameters.append("client: WorkflowClient")
    if plan.isMachine, let entry = plan.steps.first {
      let initial = workflow.names.state(entry.id) + nilArguments(entry)
      parameters.append(.text("from state: \(type).State = .\(initial)"))
    }
    return signature(parameters)
  }

  func signature(_ parameters: [Layout]) -> [String] {
    let name = ReservedNames.declared(workflow.names.function)
    let list = Layout.joined(parameters, by: [",", .line])
    let effect = workflow.result.map { " -> " + $0 } ?? ""
    return LayoutRenderer.lines(
      .group([
        .text("\(access)nonisolated \(isMember ? "static " : "")func \(name)("),
        .indent([.softLine, list]), .softLine,
        .text(") async throws(WorkflowError)\(effect) {"),
      ]))
  }

  /// The constant that every step uses.
  func run() -> [String] {
    var arguments: [Layout] = [.string(plan.id), .labelled("client", "client")]
    if plan.waits, let policy = workflow.polling.layout {
      arguments.append(.labelled("polling", policy))
    }
    let secrets = secrets(in: plan.inputs, "inputs").map(Layout.text)
    arguments += secrets.enumerated().map {
      $0.offset == 0 ? .labelled("hiding", $0.element) : $0.element
    }
    let call = Layout.call("WorkflowRun", arguments)
    return LayoutRenderer.lines(["let run = ", call], indent: 2)
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
      ReservedNames.label(workflow.names.variables.name($0)) + ": nil"
    }
    return "(" + labels.joined(separator: ", ") + ")"
  }

  /// How the function is called, for links in the documentation.
  var reference: String {
    let results = workflow.dependencyParameters.map { $0.name + ":" }.joined()
    let labels =
      (hasInputs ? "_:" : "") + results + "client:" + (plan.isMachine ? "from:" : "")
    return "\(workflow.names.function)(\(labels))"
  }

  /// A case of the loop over the states.
  struct StateCase {
    var comment: [String]
    var pattern: [String]
    var body: [String]
  }

  func stateCases() -> [StateCase] {
    plan.steps.map { step in
      StateCase(
        comment: comment(step).map { LayoutRenderer.lines($0, indent: 4) } ?? [],
        pattern: LayoutRenderer.lines(pattern(step), indent: 4),
        body: LayoutRenderer.lines(.lines(statements(step)), indent: 6))
    }
  }

  private func statements(_ step: StepPlan) -> [Layout] {
    StepWriter(workflow: workflow, step: step).statements()
  }

  private func pattern(_ step: StepPlan) -> Layout {
    let name = "case ." + workflow.names.state(step.id)
    let bindings = step.carried.map { variable -> Layout in
      let name = ReservedNames.declared(workflow.names.variables.name(variable))
      return .text(step.uses.before.contains(variable.key) ? "let " + name : "_")
    }
    let isBound = !bindings.isEmpty
    return isBound ? [.call(.text(name), bindings), ":"] : .text(name + ":")
  }

  private func comment(_ step: StepPlan) -> Layout? {
    let text = CommentText.firstParagraph(step.description ?? "")
    return text.isEmpty ? nil : .comment(prefix: "// ", text)
  }

  /// The statements of a workflow without a loop.
  func straightBody() -> [String] {
    let blocks = plan.steps.map { step in
      Layout.lines((comment(step).map { [$0] } ?? []) + statements(step))
    }
    return LayoutRenderer.lines(.joined(blocks, by: [.hardLine, .hardLine]), indent: 2)
  }
}
