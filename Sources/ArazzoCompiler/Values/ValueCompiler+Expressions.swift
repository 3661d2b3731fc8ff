import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension ValueCompiler {
  /// Compiles one runtime expression.
  ///
  /// - Parameter written: The text that error messages at run time name.
  /// - Parameter inCondition: Dots and indexes are part of the language there, no dialect.
  func expression(
    _ parsed: ParsedExpression, written: String, at location: Location, inCondition: Bool = false,
    in scalar: MendedScalar? = nil
  ) -> ValuePlan? {
    let place = ExpressionPlace(
      written: written, location: location, inCondition: inCondition, scalar: scalar)
    report(parsed.dialects, place)
    if parsed.dialects.contains(.p18LooseForm) { reportBarePointer(parsed, place) }
    switch parsed.expression {
    case .inputs(let reference): return input(reference, place)
    case .steps(let id, let reference):
      guard let known = nearNames(id, reference, place) else { return nil }
      return stepOutput(known.step, known.reference, place)
    case .outputs(let reference): return callOutput(reference, place)
    case .response(let part): return response(part, place)
    case .request(let part): return request(part, place)
    case .statusCode: return ofResponse(.statusCode, .integer, place)
    case .url: return ofRequest(.requestURL, .string, place)
    case .method: return ofRequest(.requestMethod, .string, place)
    case .sourceDescriptions(let name, let field): return sourceField(name, field, place)
    case .selfURL: return selfURL(place)
    case .components(let kind, let name): return component(kind, name, place)
    case .workflows(let id, let part, let reference):
      return workflowValue(id, part, reference, place)
    case .message: return messagePart(place)
    }
  }

  private func report(_ dialects: Set<Dialect>, _ place: ExpressionPlace) {
    for dialect in dialects
    where !(place.inCondition && dialect == .p02DottedReference) && dialect != .p18LooseForm {
      let spelling =
        dialect == .p02DottedReference
        ? "write a JSON Pointer after '#': '$response.body#/a/b/0'"
        : "write it as '$response.header.NAME', '$steps.ID.outputs.NAME', '$response.body'"
      diagnostics.dialect(
        dialect, at: place.location, specSpelling: spelling, fix: place.scalar?.fix)
    }
  }

  func reportDots(_ place: ExpressionPlace) {
    report([.p02DottedReference], place)
  }

  /// The value at a pointer inside another, refused where the type says that there is none.
  func member(
    of value: ValuePlan, _ tokens: [String], _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard !tokens.isEmpty else { return value }
    guard checkMember(of: value, tokens, place) else { return nil }
    var member = value.member(.init(tokens), expression: place.written)
    if case .member = member.kind { member.type = scope.type(at: tokens, in: value.type) }
    return member
  }

  // MARK: steps

  private func stepOutput(
    _ id: String, _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard let step = scope.step(id) else {
      if scope.workflow.unreadSteps.contains(id) { return nil }
      diagnostics.error(
        "workflow '\(scope.workflow.id.value)' has no step \(id.quotedForMessage)",
        at: place.location,
        advice: Advice(id, in: scope.workflow.steps.map(\.id.value), after: "$steps.", place))
      return nil
    }
    let declared = step.outputs.map(\.name.value)
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared) else {
      if let value = calledOutput(reference, of: step, place) { return value }
      diagnostics.error(
        "step '\(id)' has no output \(reference.path.quotedForMessage)", at: place.location,
        advice: declared.isEmpty
          ? declaring(reference.path, in: step) : Advice(reference.path, in: declared, place))
      return nil
    }
    let variable = scope.variable(VariableKey(step: id, output: name))
    let value = ValuePlan(
      kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
      expression: place.written)
    let found = member(of: value, pointer.tokens, place)
    // What is wrong with the way is said in the words of the specification already.
    if usedDots, found != nil { reportDots(place) }
    return found
  }

  /// An output of the workflow that a step calls and declares no output of that name itself (dialect
  /// P14).
  private func calledOutput(
    _ reference: RuntimeExpression.Reference, of step: Step, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard case .workflow(let called)? = scope.targets[step.id.value],
      let (name, _, _) = reference.resolve(declared: called.outputs.map(\.name))
    else { return nil }
    diagnostics.dialect(
      .p14CalledOutput, at: place.location,
      specSpelling: "give step '\(step.id.value)' the output: \(name): $outputs.\(name)")
    return keptOutput(reference, of: step, called, place)
  }

  private func messagePart(_ place: ExpressionPlace) -> ValuePlan? {
    diagnostics.error(
      "\(place.written.quotedForMessage) is of a step on a channel, which is not supported",
      at: place.location, suggestion: "the answer to a request is '$response'")
    return nil
  }
}
