import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// `$workflows.ID.inputs.NAME` and `$workflows.ID.outputs.NAME`: of this workflow, or of one that a
/// step of it calls.
extension ValueCompiler {
  func workflowValue(
    _ id: String, _ part: RuntimeExpression.WorkflowPart,
    _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    if id == scope.workflow.id.value, part == .inputs { return input(reference, place) }
    if !calls(id), let dependency = dependency(id) {
      return dependencyValue(dependency, part, reference, place)
    }
    guard let (step, called) = call(of: id, place) else { return nil }
    switch part {
    case .inputs: return argument(reference, of: step, called, place)
    case .outputs:
      if moment.step == step.id.value, case .response = moment {
        return callOutput(reference, place)
      }
      return keptOutput(reference, of: step, called, place)
    }
  }

  private func calls(_ id: String) -> Bool {
    scope.targets.values.contains {
      if case .workflow(let called) = $0 { called.name == id } else { false }
    }
  }

  private func dependency(_ id: String) -> WorkflowPlan? {
    scope.dependsOn.lazy.compactMap { scope.plans?.plan(named: $0) }.first { $0.name == id }
  }

  /// What a workflow gave back that ran before this one (rule A10).
  private func dependencyValue(
    _ workflow: WorkflowPlan, _ part: RuntimeExpression.WorkflowPart,
    _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard part == .outputs else {
      return input(
        reference, of: workflow.inputs, workflow: "workflow '\(workflow.name)'", place
      ) { .dependencyInput(workflow: workflow.id, $0) }
    }
    guard let (output, pointer) = output(reference, of: workflow, place) else { return nil }
    let value = ValuePlan(
      kind: .dependencyOutput(workflow: workflow.id, output.name), type: output.type,
      isOptional: output.isOptional, expression: place.written)
    return member(of: value, pointer.tokens, place)
  }

  /// The step that calls the workflow: this one, else the only one.
  private func call(of id: String, _ place: ExpressionPlace) -> (Step, WorkflowPlan)? {
    let calls = calls(of: id)
    if case .response(let own) = moment, let call = calls.first(where: { $0.0.id.value == own }) {
      return call
    }
    guard let first = calls.first, calls.count == 1 else {
      reportCalls(calls.map(\.0.id.value), of: id, place)
      return nil
    }
    return first
  }

  /// The steps that call a workflow of that name: of this document, else of others.
  private func calls(of id: String) -> [(Step, WorkflowPlan)] {
    let calls = scope.workflow.steps.compactMap { step -> (Step, WorkflowPlan)? in
      guard case .workflow(let called)? = scope.targets[step.id.value], called.name == id else {
        return nil
      }
      return (step, called)
    }
    let own = calls.filter { !$0.0.callsAnotherDocument }
    return own.isEmpty ? calls : own
  }

  private func reportCalls(_ steps: [String], of id: String, _ place: ExpressionPlace) {
    guard steps.isEmpty else {
      let names = steps.map { "'\($0)'" }.joined(separator: ", ")
      diagnostics.error(
        "\(quoted(place)) may mean any of the steps \(names), which all call "
          + "workflow '\(id)'", at: place.location,
        suggestion: "declare it as an output of one of these steps, and read that output")
      return
    }
    let called = scope.workflow.steps.compactMap { step -> String? in
      if case .workflow(let called)? = scope.targets[step.id.value] { called.name } else { nil }
    }
    diagnostics.error(
      "\(quoted(place)) refers to workflow \(id.quotedForMessage), which no step "
        + "of workflow '\(scope.workflow.id.value)' calls",
      at: place.location,
      suggestion: scope.description.workflows.contains { $0.id.value == id }
        ? "call it in a step, or add '\(id)' to 'dependsOn'" : didYouMean(id, in: called))
  }

  /// What a step passed as an input of the workflow that it calls.
  private func argument(
    _ reference: RuntimeExpression.Reference, of step: Step, _ called: WorkflowPlan,
    _ place: ExpressionPlace
  ) -> ValuePlan? {
    let declared = called.inputs.fields.map(\.name)
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared),
      let field = called.inputs.fields.first(where: { $0.name == name })
    else {
      diagnostics.error(
        "workflow '\(called.id)' has no input \(reference.path.quotedForMessage)",
        at: place.location, advice: Advice(reference.path, in: declared, place))
      return nil
    }
    if usedDots { reportDots(place) }
    let parameters = WorkflowCallCompiler.parameters(of: step, in: scope.workflow)
    guard let parameter = parameters.first(where: { $0.name.value == name }) else {
      let missing = ValuePlan(
        kind: .missing, type: field.type, isOptional: true, expression: place.written)
      return member(
        of: field.defaultValue.map(ValuePlan.literal) ?? missing, pointer.tokens, place)
    }
    let values = ValueCompiler(scope: scope, moment: .request(step: step.id.value))
    return values.value(parameter.value).flatMap { member(of: $0, pointer.tokens, place) }
  }

  /// What a call gave back, kept from when its step succeeded.
  func keptOutput(
    _ reference: RuntimeExpression.Reference, of step: Step, _ called: WorkflowPlan,
    _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard let (output, pointer) = output(reference, of: called, place) else { return nil }
    let key = VariableKey.call(step.id.value, output.name)
    let variable = scope.callVariable(key, output)
    let value = ValuePlan(
      kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
      expression: place.written)
    return member(of: value, pointer.tokens, place)
  }
}

extension Step {
  /// Whether it calls a workflow of another Arazzo document.
  fileprivate var callsAnotherDocument: Bool {
    if case .workflowID(let id) = target {
      if case .qualified = id.form { true } else { false }
    } else {
      false
    }
  }
}

/// `$outputs…`: what the workflow that this step called gave back.
extension ValueCompiler {
  func callOutput(
    _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard case .response(let step) = moment, case .workflow(let called)? = scope.targets[step]
    else {
      diagnostics.error(
        "'$outputs' is only available in a step that calls a workflow", at: place.location,
        suggestion: owner(of: reference).map {
          "write \(spelled(.steps(id: $0, reference: reference)))"
        })
      return nil
    }
    guard let (output, pointer) = output(reference, of: called, place) else { return nil }
    // A call that failed may have ended with some of its outputs, or with none (rule A4).
    let value = ValuePlan(
      kind: .callOutput(output.name), type: output.type,
      isOptional: output.isOptional || isAfterFailure, expression: place.written)
    return member(of: value, pointer.tokens, place)
  }

  /// The only step before this moment that declares the output of a reference.
  private func owner(of reference: RuntimeExpression.Reference) -> String? {
    let before = moment.step.map { step in scope.workflow.steps.prefix { $0.id.value != step } }
    let owners = (before ?? scope.workflow.steps[...]).filter {
      reference.resolve(declared: $0.outputs.map(\.name.value)) != nil
    }
    return owners.count == 1 ? owners.first?.id.value : nil
  }

  /// The output that a reference names, and the pointer into it.
  func output(
    _ reference: RuntimeExpression.Reference, of called: WorkflowPlan, _ place: ExpressionPlace
  ) -> (OutputPlan, JSONPointer)? {
    let declared = called.outputs.map(\.name)
    guard let reference = nearReference(reference, among: declared, place) else { return nil }
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared),
      let output = called.outputs.first(where: { $0.name == name })
    else {
      diagnostics.error(
        "workflow '\(called.id)' has no output \(reference.path.quotedForMessage)",
        at: place.location, advice: Advice(reference.path, in: declared, place))
      return nil
    }
    if usedDots { reportDots(place) }
    return (output, pointer)
  }
}

/// Values of the Arazzo document itself: `$self`, `$sourceDescriptions…`, `$components…`.
extension ValueCompiler {
  func selfURL(_ place: ExpressionPlace) -> ValuePlan? {
    if let url = scope.description.selfURL { return .literal(.string(url.value)) }
    diagnostics.error(
      "the document has no '$self'", at: place.location,
      suggestion: "add '$self' with the document's URI at its top")
    return nil
  }

  /// A field of a Source Description Object. An operation or a workflow that the same words may
  /// name is no value.
  func sourceField(_ name: String, _ field: String, _ place: ExpressionPlace) -> ValuePlan? {
    let sources = scope.description.sourceDescriptions
    guard let source = sources.first(where: { $0.name.value == name }) else {
      if scope.description.hasUnreadSources { return nil }
      diagnostics.error(
        "there is no source description \(name.quotedForMessage)", at: place.location,
        suggestion: didYouMean(name, in: sources.map(\.name.value)))
      return nil
    }
    if let value = source.node[field] { return .literal(LiteralPlan(value)) }
    let fields = source.node.mapping?.members.map(\.key.value) ?? []
    diagnostics.error(
      "source description '\(name)' has no field \(field.quotedForMessage)", at: place.location,
      suggestion: didYouMean(field, in: fields))
    return nil
  }

  /// The value of a parameter in `components`, as if it was written here.
  func component(_ kind: String, _ name: String, _ place: ExpressionPlace) -> ValuePlan? {
    guard kind == "parameters" else {
      diagnostics.error(
        "\(quoted(place)) has no value; only a component parameter has one", at: place.location)
      return nil
    }
    guard !isInComponent else {
      return refuse(place, "a component's value can't refer to another component")
    }
    let parameters = scope.description.components.parameters
    guard let parameter = parameters[name] else {
      return refuse(
        place, "'components' has no \(name.quotedForMessage) under 'parameters'",
        suggestion: didYouMean(name, in: parameters.keys.sorted()))
    }
    var values = self
    values.isInComponent = true
    return values.value(parameter.value)
  }

  private func refuse(
    _ place: ExpressionPlace, _ reason: String, suggestion: String? = nil
  ) -> ValuePlan? {
    diagnostics.error(
      "\(quoted(place)): \(reason)", at: place.location, suggestion: suggestion)
    return nil
  }
}
