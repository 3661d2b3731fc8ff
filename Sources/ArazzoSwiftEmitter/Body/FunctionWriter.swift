import ArazzoCompiler

/// The function of a workflow.
struct FunctionWriter {
  let workflow: WorkflowContext

  var plan: WorkflowPlan { workflow.plan }
  private var type: String { workflow.names.type }
  private var hasInputs: Bool { !plan.inputs.fields.isEmpty }

  /// A parameter of a function.
  struct Parameter {
    /// `nil` for none.
    let label: String?
    let name: String
    let type: String
    var defaultValue: String? = nil
    /// The name of the workflow whose inputs it takes.
    var inputsOf: String? = nil

    var layout: Layout {
      let names = label == name ? name : "\(label ?? "_") \(name)"
      let head = Layout.text("\(names): \(type)")
      return defaultValue.map { .assignment(head, .text($0)) } ?? head
    }
  }

  static let client = Parameter(label: "client", name: "client", type: "WorkflowClient")

  /// What stands between the parentheses of its declaration.
  func parameters() -> [Parameter] {
    var parameters = ownInputs
    parameters += workflow.dependencyParameters.map {
      Parameter(label: $0.name, name: $0.name, type: $0.type)
    }
    parameters.append(Self.client)
    if plan.isMachine, let entry = plan.steps.first {
      let initial = workflow.names.state(entry.id) + nilArguments(entry)
      parameters.append(
        Parameter(
          label: "from", name: "state", type: "\(type).State", defaultValue: ".\(initial)"))
    }
    return parameters
  }

  /// The inputs of the workflow itself, where it has some.
  private var ownInputs: [Parameter] {
    guard hasInputs else { return [] }
    return [
      Parameter(label: nil, name: "inputs", type: "\(type).Inputs", inputsOf: plan.name)
    ]
  }

  /// The plan that a saved run must be of.
  private var runPlan: Layout { .text(type + ".plan") }

  /// The arguments that make the run, which every step uses.
  func run() -> Layout {
    var arguments: [Layout] = [runPlan, .labelled("client", "client")]
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
    var comment: Layout?
    var state: String
    /// The constants that take what the state carries.
    var bindings: [Layout]
    var body: Layout
  }

  func stateCases() -> [StateCase] {
    plan.steps.map { step in
      StateCase(
        comment: comment(step), state: workflow.names.state(step.id), bindings: bindings(step),
        body: .lines(statements(step)))
    }
  }

  /// The functions inside it.
  func sharedFailures() -> [[String: Any]] {
    plan.sharedFailures.indices.compactMap {
      SharedFailureWriter($0, of: workflow).function()
    }
  }

  private func statements(_ step: StepPlan) -> [Layout] {
    StepWriter(workflow: workflow, step: step).statements()
  }

  private func bindings(_ step: StepPlan) -> [Layout] {
    step.carried.map { variable -> Layout in
      let name = ReservedNames.declared(workflow.names.variables.name(variable))
      return .text(step.uses.before.contains(variable.key) ? "let " + name : "_")
    }
  }

  private func comment(_ step: StepPlan) -> Layout? {
    let text = CommentText.firstParagraph(step.description ?? "")
    return text.isEmpty ? nil : .comment(prefix: "// ", text)
  }

  /// The statements of a workflow without a loop.
  func straightBody() -> Layout {
    .joined(
      plan.steps.map { step in
        Layout.lines((comment(step).map { [$0] } ?? []) + statements(step))
      }, by: .blankLine)
  }
}

/// What a workflow depends on (rule A10).
extension FunctionWriter {
  /// Statements that throw where a dependency ended by a failure, and take its outputs.
  func prelude() -> [Layout] {
    workflow.dependencies.compactMap { dependency -> Layout? in
      guard dependency.plan.returnsOutcome else { return nil }
      let outputs = dependency.dependencyOutputs
      let result = dependency.dependencyResult
      guard plan.readsOutputsOf.contains(dependency.plan.id) else {
        return dependency.plan.canFail ? .text("try \(result).requireSuccess()") : nil
      }
      return .text("let \(outputs) = try \(result).outputs")
    }
  }

  /// The parameters of the function that runs the dependencies first; `nil` where there are none.
  func overloadParameters() -> [Parameter]? {
    let dependencies = workflow.allDependencies
    guard !dependencies.isEmpty else { return nil }
    let others = dependencies.filter { !$0.plan.inputs.fields.isEmpty }.map { other in
      let name = other.dependencyInputs
      return Parameter(
        label: name, name: name, type: "\(other.names.type).Inputs", inputsOf: other.plan.name)
    }
    return ownInputs + others + [Self.client]
  }

  /// The function that runs the dependencies first; `nil` where there are none.
  func overload() -> [String: Any]? {
    guard let parameters = overloadParameters() else { return nil }
    let dependencies = workflow.allDependencies
    let client: Layout = [
      "let client = ", .call("client.withDependencies", [.labelled("of", runPlan)]),
    ]
    let calls = [client] + dependencies.flatMap(runFirst)
    let arguments: [Layout] =
      (hasInputs ? ["inputs"] : []) + workflow.dependencyArguments
      + [.labelled("client", "client")]
    let call = Layout.call(
      .text(
        (workflow.result == nil ? "" : "return ") + "try await "
          + ReservedNames.declared(workflow.names.function)), arguments)
    return [
      "documentation": documentation(dependencies),
      "parameters": Layout.parameters(parameters.map(\.layout)),
      "statements": Layout.lines(calls + [call]),
    ]
  }

  private func runFirst(_ dependency: WorkflowContext) -> [Layout] {
    let hasInputs = !dependency.plan.inputs.fields.isEmpty
    let arguments: [Layout] =
      (hasInputs ? [.text(dependency.dependencyInputs)] : [])
      + dependency.dependencyArguments + [.labelled("client", "client")]
    let target = dependency.result == nil ? "" : "let \(dependency.dependencyResult) = "
    let call = Layout.call(
      .text("\(target)try await \(ReservedNames.declared(dependency.names.function))"), arguments)
    guard dependency.plan.canFail else { return [call] }
    return [call, .text("try \(dependency.dependencyResult).requireSuccess()")]
  }

  private func documentation(_ dependencies: [WorkflowContext]) -> Layout {
    let names = dependencies.map { "`\(ReadableText.oneLine($0.plan.name))`" }
    let text =
      names.count == 1
      ? "First runs the workflow that this one depends on: \(names.joined())."
      : "First runs the workflows that this one depends on, each once: "
        + "\(names.joined(separator: ", "))."
    return .documentation(text)
  }
}
