import ArazzoCompiler

/// The file of a workflow.
struct WorkflowFile {
  let workflow: WorkflowContext
  let fileName: String
  let access: String
  let templates: TemplateSet

  private var plan: WorkflowPlan { workflow.plan }
  /// The types of response values that only this workflow holds.
  private var declarations: [DeclarationPlan] { workflow.document.declarations.types(of: plan.id) }

  /// Whether the function makes a run, to check inputs or to send requests.
  private var usesRun: Bool { plan.inputs.hasRules || !plan.steps.isEmpty }

  func file() throws -> GeneratedFile {
    let modules = plan.declaringModules + declarations.declaringModules
    return GeneratedFile(
      name: workflow.names.type + ".swift", workflow: plan.id,
      imports: Imports(
        used: plan.products.map(\.rawValue), declaring: ["ArazzoRuntime"] + modules),
      declarations: [try declaration()])
  }

  private func declaration() throws -> Layout {
    let function = FunctionWriter(workflow: workflow)
    let types = try plan(function) + workflow.loops.declarations + self.types()
    let states = plan.isMachine ? function.stateCases() : []
    let dependencies = function.prelude()
    let functions = function.sharedFailures()
    let sequence: () -> [String: Any] = {
      ["hasLinesAbove": usesRun || !dependencies.isEmpty, "statements": function.straightBody()]
    }
    return try templates.layout(
      "workflow",
      [
        "access": access, "documentation": documentation(),
        "isMember": workflow.document.namespace != nil,
        "function": ReservedNames.declared(workflow.names.function),
        "parameters": Layout.parameters(function.parameters().map(\.layout)),
        "result": workflow.result.map { [$0] } ?? [],
        "dependencies": dependencies, "run": usesRun ? [function.run()] : [],
        "functions": functions,
        "hasFunctions": !functions.isEmpty && plan.isMachine,
        "isChecked": plan.inputs.hasRules,
        "machine": plan.isMachine ? [machine(states)] : [],
        "sequence": plan.isMachine ? [] : [sequence()],
        "overload": function.overload().map { [$0] } ?? [],
        "types": types.isEmpty ? [] : [typesContext(types, function)],
      ])
  }

  /// The declaration of the plan, where a run is of it.
  private func plan(_ function: FunctionWriter) -> [Layout] {
    guard usesRun || !plan.runsFirst.isEmpty else { return [] }
    let value = Layout.call(
      "SavedPlan", [.string(plan.id), .labelled("digest", .string(plan.digest))])
    return [
      .lines([
        .documentation("The plan that a saved run or state belongs to."),
        [.text("\(access)static let plan = "), value],
      ])
    ]
  }

  private func machine(_ states: [FunctionWriter.StateCase]) -> [String: Any] {
    ["changesState": plan.changesState, "states": states.map(\.context)]
  }

  private func typesContext(_ types: [Layout], _ function: FunctionWriter) -> [String: Any] {
    [
      "reference": function.reference, "name": workflow.names.type,
      "declarations": Layout.joined(types, by: .blankLine),
    ]
  }

  private func types() throws -> [Layout] {
    let writer = TypeWriter(workflow: workflow, access: access, templates: templates)
    var types: [Layout] = []
    if !plan.inputs.fields.isEmpty { types.append(try InputWriter(types: writer).layout()) }
    if plan.returnsOutcome { types.append(try OutcomeWriter(types: writer).layout()) }
    types += try plan.results.all.map(writer.result)
    types += try DeclarationWriter(
      declarations: declarations, document: workflow.document, workflow: plan.id, access: access,
      templates: templates
    ).all()
    if plan.isMachine { types.append(try StateWriter(types: writer).layout()) }
    return types
  }

  private func documentation() -> Layout {
    let texts = [plan.summary, plan.description].compactMap { $0 }.map(ReadableText.lines)
    var paragraphs = texts.filter { !$0.isEmpty }
    if paragraphs.count == 2, paragraphs[0] == paragraphs[1] { paragraphs.removeLast() }
    let origin =
      "The workflow `\(ReadableText.oneLine(plan.name))` of "
      + "`\(ReadableText.oneLine(plan.document ?? fileName))`."
    paragraphs += [[origin], parameters()]
    let text = paragraphs.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    return .documentation(text)
  }

  private func parameters() -> [String] {
    var lines = ["- Parameters:"]
    if !plan.inputs.fields.isEmpty { lines.append("  - inputs: The inputs of the workflow.") }
    lines += workflow.dependencies.flatMap { dependency in
      let name = ReadableText.oneLine(dependency.plan.name)
      let result =
        "  - \(dependency.dependencyResult): The result of the workflow `\(name)`, which must have "
        + "run before."
      guard plan.readsInputsOf.contains(dependency.plan.id) else { return [result] }
      return ["  - \(dependency.dependencyInputs): The inputs of the workflow `\(name)`.", result]
    }
    lines.append("  - client: The transport, servers, credentials, clock and observer to use.")
    if plan.isMachine {
      lines.append(
        "  - state: The step to start at. Pass a saved state to resume an interrupted run.")
    }
    if plan.returnsOutcome {
      lines.append("- Returns: How the workflow ended, with the outputs known at that ending.")
    } else if workflow.result != nil {
      lines.append("- Returns: The outputs.")
    }
    lines += [
      "- Throws: ``WorkflowError`` if a step fails and no failure action handles it, if an input,",
      "  credential or request is invalid, if a limit is exceeded, or if the task is cancelled.",
    ]
    return lines
  }
}

extension FunctionWriter.StateCase {
  fileprivate var context: [String: Any] {
    [
      "comment": comment.map { [$0] } ?? [], "state": state,
      "bindings": bindings.isEmpty ? [] : [Layout.arguments(bindings)], "statements": body,
    ]
  }
}

extension WorkflowPlan {
  /// The modules besides the runtime whose types its declarations name.
  var declaringModules: [String] {
    let outputs = self.outputs.map(\.type) + steps.flatMap(\.outputs).map(\.variable.type)
    return ([.structure(inputs)] + outputs).declaringModules
  }
}

extension [DeclarationPlan] {
  /// The modules besides the runtime whose types the members have.
  var declaringModules: [String] { flatMap(\.inner).declaringModules }
}

extension [TypePlan] {
  fileprivate var declaringModules: [String] {
    (contains { $0.holds([.data, .uuid, .url]) } ? ["Foundation"] : [])
      + (contains { $0.holds([.upload]) } ? ["ArazzoForms"] : [])
  }
}

extension TypePlan {
  fileprivate func holds(_ wanted: [TypePlan]) -> Bool {
    switch self {
    case .array(let element), .dictionary(let element), .nullable(let element):
      element.holds(wanted)
    case .structure(let plan): plan.fields.contains { $0.type.holds(wanted) }
    default: wanted.contains(self)
    }
  }
}
