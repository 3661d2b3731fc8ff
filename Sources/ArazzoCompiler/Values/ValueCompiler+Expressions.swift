import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension ValueCompiler {
  /// Compiles one runtime expression.
  ///
  /// - Parameter written: The text that error messages at run time name.
  /// - Parameter inCondition: Dots and indexes are part of the language there, no dialect.
  func expression(
    _ parsed: ParsedExpression, written: String, at location: Location, inCondition: Bool = false
  ) -> ValuePlan? {
    report(parsed.dialects, at: location, inCondition: inCondition)
    let place = ExpressionPlace(written: written, location: location, inCondition: inCondition)
    switch parsed.expression {
    case .inputs(let reference): return input(reference, place)
    case .steps(let id, let reference, _): return stepOutput(id, reference, place)
    case .outputs(let reference): return callOutput(reference, place)
    case .response(let part): return response(part, place)
    case .request(let part): return request(part, place)
    case .statusCode: return ofResponse(.statusCode, .integer, place)
    case .url: return ofResponse(.requestURL, .string, place)
    case .method: return ofResponse(.requestMethod, .string, place)
    case .sourceDescriptions(let name, "url"): return sourceURL(name, place)
    case .workflows(let id, .outputs, let reference): return workflowOutput(id, reference, place)
    case .workflows, .sourceDescriptions, .selfURL, .components:
      return unsupported("'\(written)'", place)
    }
  }

  private func report(_ dialects: Set<Dialect>, at location: Location, inCondition: Bool) {
    for dialect in dialects where !(inCondition && dialect == .p02DottedReference) {
      let spelling =
        dialect == .p02DottedReference
        ? "write a JSON Pointer after '#': '$response.body#/a/b/0'"
        : "write it as '$response.header.NAME', '$steps.ID.outputs.NAME', '$response.body'"
      diagnostics.dialect(dialect, at: location, specSpelling: spelling)
    }
  }

  func unsupported(_ what: String, _ place: ExpressionPlace) -> ValuePlan? {
    diagnostics.error("\(what) is not supported yet", at: place.location)
    return nil
  }

  // MARK: inputs

  private func input(
    _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    let declared = scope.inputs.fields.map(\.name)
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared) else {
      diagnostics.error(
        "workflow '\(scope.workflow.id.value)' has no input '\(reference.path)'",
        at: place.location, suggestion: didYouMean(reference.path, in: declared))
      return nil
    }
    if usedDots { reportDots(place) }
    return walk(scope.inputs, [name] + pointer.tokens, place)
  }

  /// Follows names down the structures of the inputs, and a pointer where they end.
  private func walk(
    _ root: StructPlan, _ tokens: [String], _ place: ExpressionPlace
  ) -> ValuePlan? {
    var structure = root
    var isOptional = false
    for (index, token) in tokens.enumerated() {
      guard let field = structure.fields.first(where: { $0.name == token }) else {
        diagnostics.error(
          "input '\(structure.path.joined(separator: "."))' has no member '\(token)'",
          at: place.location, suggestion: didYouMean(token, in: structure.fields.map(\.name)))
        return nil
      }
      isOptional = isOptional || field.isOptional
      let rest = Array(tokens.dropFirst(index + 1))
      if case .structure(let inner) = field.type, !rest.isEmpty {
        structure = inner
        continue
      }
      let value = ValuePlan(
        kind: .input(Array(tokens.prefix(index + 1))), type: field.type, isOptional: isOptional,
        expression: place.written)
      return member(of: value, rest, place)
    }
    return nil
  }

  func reportDots(_ place: ExpressionPlace) {
    report([.p02DottedReference], at: place.location, inCondition: place.inCondition)
  }

  /// The value at a pointer inside another, refused where the type says that there is none.
  func member(
    of value: ValuePlan, _ tokens: [String], _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard let token = tokens.first else { return value }
    switch value.type {
    case .json, .array, .dictionary, .structure:
      return value.member(tokens, expression: place.written)
    case .string, .secret, .integer, .number, .boolean, .enumeration:
      diagnostics.error(
        "'\(place.written)' looks for '\(token)' inside \(value.type.phrase)", at: place.location)
      return nil
    }
  }

  // MARK: steps

  private func stepOutput(
    _ id: String, _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard let step = scope.step(id) else {
      diagnostics.error(
        "workflow '\(scope.workflow.id.value)' has no step '\(id)'", at: place.location,
        suggestion: didYouMean(id, in: scope.workflow.steps.map(\.id.value)))
      return nil
    }
    let declared = step.outputs.map(\.name.value)
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared) else {
      diagnostics.error(
        "step '\(id)' has no output '\(reference.path)'", at: place.location,
        suggestion: didYouMean(reference.path, in: declared))
      return nil
    }
    if usedDots { reportDots(place) }
    let variable = scope.variable(VariableKey(step: id, output: name))
    let value = ValuePlan(
      kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
      expression: place.written)
    return member(of: value, pointer.tokens, place)
  }

  // MARK: called workflows

  private func callOutput(
    _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard case .response(let step) = moment, case .workflow(let called)? = scope.targets[step]
    else {
      diagnostics.error(
        "'\(place.written)' stands where no workflow was called", at: place.location,
        suggestion: "'$outputs' are those of the workflow that this step calls")
      return nil
    }
    let declared = called.outputs.map(\.name)
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared),
      let output = called.outputs.first(where: { $0.name == name })
    else {
      diagnostics.error(
        "workflow '\(called.id)' has no output '\(reference.path)'", at: place.location,
        suggestion: didYouMean(reference.path, in: declared))
      return nil
    }
    if usedDots { reportDots(place) }
    let value = ValuePlan(
      kind: .callOutput(name), type: output.type, isOptional: output.isOptional,
      expression: place.written)
    return member(of: value, pointer.tokens, place)
  }

  /// `$workflows.ID.outputs.NAME` in a step that calls that workflow is what it returned.
  private func workflowOutput(
    _ id: String, _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard case .response(let step) = moment, case .workflow(let called)? = scope.targets[step],
      called.id == id
    else { return unsupported("'\(place.written)'", place) }
    return callOutput(reference, place)
  }

  private func sourceURL(_ name: String, _ place: ExpressionPlace) -> ValuePlan? {
    guard
      let source = scope.description.sourceDescriptions.first(where: { $0.name.value == name })
    else {
      diagnostics.error(
        "there is no source description '\(name)'", at: place.location,
        suggestion: didYouMean(name, in: scope.description.sourceDescriptions.map(\.name.value)))
      return nil
    }
    return .literal(.string(source.url.value))
  }
}

/// Where an expression stands and how it is written.
struct ExpressionPlace {
  let written: String
  let location: Location
  let inCondition: Bool
}

extension TypePlan {
  /// The type in words: "a string".
  var phrase: String {
    switch self {
    case .string, .enumeration: "a string"
    case .secret: "a secret string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .json: "a JSON value"
    case .array: "an array"
    case .dictionary, .structure: "an object"
    }
  }
}
