import ArazzoCompiler

/// The file of a workflow.
struct WorkflowFile {
  let workflow: WorkflowContext
  let fileName: String
  let header: [String: Any]
  let access: String
  /// Modules to import in any case.
  let imports: [String]
  let templates: TemplateSet

  private var plan: WorkflowPlan { workflow.plan }

  func content() throws -> String {
    let function = FunctionWriter(workflow: workflow, access: access)
    let types = try self.types()
    var context = header
    context["access"] = access
    context["documentation"] = documentation(function)
    context["signature"] = function.signature()
    context["isMachine"] = plan.isMachine
    let states = plan.isMachine ? function.stateCases() : []
    context["states"] = states.map(\.context)
    context["changesState"] = plan.changesState
    let prelude = function.prelude()
    let isChecked = plan.inputs.hasRules
    let usesRun = isChecked || !plan.steps.isEmpty
    let check = isChecked ? ["  try run.validate(inputs)"] : []
    let run = prelude + (usesRun ? function.run() : []) + check
    context["run"] = run + (run.isEmpty || plan.isMachine ? [] : [""])
    let overload = function.overload()
    context["overload"] = overload.isEmpty ? [] : [""] + overload
    context["body"] = plan.isMachine ? [] : function.straightBody()
    context["reference"] = function.reference
    context["name"] = workflow.names.type
    context["hasTypes"] = !types.isEmpty
    context["types"] = types.enumerated().map { number, lines -> [String: Any] in
      ["isFirst": number == 0, "lines": lines]
    }
    context["imports"] = Imports.lines(
      access: access, used: imports + plan.products.map(\.rawValue),
      declaring: workflow.plan.declaringModules)
    return try templates.text("workflow", context)
  }

  private func types() throws -> [[String]] {
    let writer = TypeWriter(workflow: workflow, access: access, templates: templates)
    var types: [[String]] = []
    if !plan.inputs.fields.isEmpty { types.append(try InputWriter(types: writer).lines()) }
    if plan.returnsOutcome { types.append(try OutcomeWriter(types: writer).lines()) }
    if !plan.outputs.isEmpty { types.append(try writer.outputs()) }
    types += try DeclarationWriter(types: writer).all()
    if plan.isMachine { types.append(try writer.states()) }
    return types
  }

  private func documentation(_ function: FunctionWriter) -> [String] {
    let texts = [plan.summary, plan.description].compactMap { $0 }.map(CommentText.lines)
    var paragraphs = texts.filter { !$0.isEmpty }
    if paragraphs.count == 2, paragraphs[0] == paragraphs[1] { paragraphs.removeLast() }
    let origin =
      "The workflow `\(CommentText.oneLine(plan.name))` of "
      + "`\(CommentText.oneLine(plan.document ?? fileName))`."
    paragraphs += [[origin], parameters(function)]
    return paragraphs.map { paragraph in
      CommentText.documentation(paragraph.joined(separator: "\n"), width: LayoutRenderer.width)
    }.reduce(into: []) { $0 += ($0.isEmpty ? [] : ["///"]) + $1 }
  }

  private func parameters(_ function: FunctionWriter) -> [String] {
    var lines: [String] = []
    if !plan.inputs.fields.isEmpty {
      lines.append("  - inputs: What the workflow needs from its caller.")
    }
    lines += workflow.dependencies.flatMap { dependency in
      let name = CommentText.oneLine(dependency.plan.name)
      let result =
        "  - \(dependency.dependencyResult): What `\(name)` ended with, which has to run before."
      guard plan.readsInputsOf.contains(dependency.plan.id) else { return [result] }
      return ["  - \(dependency.dependencyInputs): What `\(name)` was given.", result]
    }
    lines.append("  - client: Where requests go, how waiting is done, who watches.")
    if plan.isMachine {
      lines.append("  - state: Where to start: a saved state resumes an interrupted run.")
    }
    lines.insert("- Parameters:", at: 0)
    if plan.returnsOutcome {
      lines.append("- Returns: How the workflow ended, with the outputs known at that end.")
    } else if workflow.result != nil {
      lines.append("- Returns: The outputs.")
    }
    lines.append(
      "- Throws: ``WorkflowError`` when a step fails and no failure action takes over.")
    return lines
  }
}

extension FunctionWriter.StateCase {
  fileprivate var context: [String: Any] {
    ["comment": comment, "pattern": pattern, "statements": body]
  }
}
