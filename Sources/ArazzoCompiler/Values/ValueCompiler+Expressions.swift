import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension ValueCompiler {
  /// Compiles one runtime expression.
  ///
  /// - Parameter written: The text that error messages at run time name.
  /// - Parameter inCondition: Dots and indexes are part of the language there, no dialect.
  /// - Parameter isPart: Whether the text holds more than the expression.
  func expression(
    _ parsed: ParsedExpression, written: String, at location: Location, inCondition: Bool = false,
    in scalar: MendedScalar? = nil, isPart: Bool = false
  ) -> ValuePlan? {
    let place = ExpressionPlace(
      written: written, location: location, inCondition: inCondition, scalar: scalar,
      part: isPart ? parsed.expression : nil)
    report(parsed.dialects, place)
    if parsed.dialects.contains(.p18BarePointer) { reportBarePointer(parsed, place) }
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
    where !(place.inCondition && dialect == .p02DottedReference) && dialect != .p18BarePointer {
      let spelling =
        dialect == .p02DottedReference
        ? "write a JSON Pointer after '#': '$response.body#/a/b/0'"
        : "write it as '$response.header.NAME', '$steps.ID.outputs.NAME', '$response.body'"
      diagnostics.dialect(
        dialect, at: place.location, specSpelling: spelling, fix: place.scalar?.fix)
    }
  }

  /// The expression of a place in quotes, without the text around it.
  func quoted(_ place: ExpressionPlace) -> String {
    (place.part.map(spelled) ?? place.written).quotedForMessage
  }

  func reportDots(_ place: ExpressionPlace) {
    report([.p02DottedReference], place)
  }

  /// The value at a pointer inside another; an error if its type has no such member.
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
    // A mistake in the path is already reported with the specification's spelling.
    if usedDots, found != nil { reportDots(place) }
    return found
  }

  /// An output of the workflow that a step calls and declares no output of that name itself
  /// (dialect P14).
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
      "\(quoted(place)) belongs to a step on a channel, which isn't supported",
      at: place.location, suggestion: "the response to a request is '$response'")
    return nil
  }
}

extension ValueCompiler {
  func input(
    _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    input(
      reference, of: scope.inputs, workflow: "workflow '\(scope.workflow.id.value)'", place
    ) { .input($0) }
  }

  /// An input of a workflow.
  ///
  /// - Parameter kind: Makes the value from its path.
  func input(
    _ reference: RuntimeExpression.Reference, of inputs: StructPlan, workflow: String,
    _ place: ExpressionPlace, kind: ([String]) -> ValuePlan.Kind
  ) -> ValuePlan? {
    let declared = inputs.fields.map(\.name)
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared) else {
      if scope.workflow.hasUnreadInputs { return nil }
      diagnostics.error(
        "\(workflow) has no input \(reference.path.quotedForMessage)",
        at: place.location, advice: Advice(reference.path, in: declared, place))
      return nil
    }
    let found = walk(inputs, [name] + pointer.tokens, place, kind: kind)
    if usedDots, found != nil { reportDots(place) }
    return found
  }

  /// Follows names down the structures of the inputs, and a pointer where they end.
  private func walk(
    _ root: StructPlan, _ tokens: [String], _ place: ExpressionPlace,
    kind: ([String]) -> ValuePlan.Kind
  ) -> ValuePlan? {
    var structure = root
    var isOptional = false
    for (index, token) in tokens.enumerated() {
      guard let field = structure.fields.first(where: { $0.name == token }) else {
        diagnostics.error(
          "input '\(structure.path.joined(separator: "."))' has no member \(token.quotedForMessage)",
          at: place.location, advice: Advice(token, in: structure.fields.map(\.name), place))
        return nil
      }
      isOptional = isOptional || field.isOptional
      let rest = Array(tokens.dropFirst(index + 1))
      if case .structure(let inner) = field.type.withoutNull, !rest.isEmpty {
        structure = inner
        isOptional = isOptional || field.type.isNullable
        continue
      }
      let value = ValuePlan(
        kind: kind(Array(tokens.prefix(index + 1))), type: field.type, isOptional: isOptional,
        expression: place.written)
      return member(of: value, rest, place)
    }
    return nil
  }
}

/// `$request…`: what a step sends is known when the code is generated.
extension ValueCompiler {
  /// Warns about a header, a query or a path parameter that the step does not send: nothing can be
  /// there.
  func checkSent(_ part: RuntimeExpression.MessagePart, _ place: ExpressionPlace) {
    guard case .response(let id) = moment, let step = scope.step(id),
      case .operation(let found)? = scope.targets[id]
    else { return }
    let parameters = step.parameters + scope.workflow.parameters
    let (kind, name, isSent): (String, String, Bool) =
      switch part {
      case .header(let name, _): ("header", name, sends(header: name, step, parameters, found))
      case .query(let name):
        (
          "query parameter", name,
          found.operation.path.contains("?")
            || parameters.contains { $0.place == .querystring || $0.isSent(.query, name) }
        )
      case .path(let name):
        ("path parameter", name, parameters.contains { $0.isSent(.path, name) })
      case .body(let pointer, _):
        ("body", pointer?.fragment ?? "", step.requestBody != nil)
      }
    guard !isSent else { return }
    let what = kind == "body" ? kind : "\(kind) \(name.quotedForMessage)"
    diagnostics.warning(
      "\(quoted(place)) has no value: step '\(id)' sends no \(what)",
      at: place.location)
  }

  private func sends(
    header name: String, _ step: Step, _ parameters: [Parameter], _ found: FoundOperation
  ) -> Bool {
    let name = name.lowercased()
    if name == "content-type" {
      return step.requestBody != nil || parameters.contains { $0.isSent(.header, name) }
    }
    return ofTheTransport.contains(name) || found.fillsHeader(name)
      || parameters.contains { $0.isSent(.header, name) }
  }
}

/// Headers that a request has without a word of its step.
private let ofTheTransport: Set<String> = [
  "accept", "accept-encoding", "accept-language", "authorization", "connection", "content-length",
  "cookie", "host", "transfer-encoding", "user-agent",
]

extension Parameter {
  fileprivate func isSent(_ place: Parameter.Place, _ name: String) -> Bool {
    self.place == place && self.name.value.lowercased() == name.lowercased()
  }
}
