import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// What a step does not set.
extension OperationCompiler {
  func checkPathParameters(_ written: [Parameter]) {
    if step.hasErrors { return }
    let placed = written.filter { parameter in
      if case .path = placement(of: parameter) { true } else { false }
    }
    let set = Set(placed.map(\.name.value))
    let others = written.filter { $0.place == .path }.map(\.name.value).sorted()
    for name in path.pathNames where !set.contains(name) {
      diagnostics.error(
        "step '\(step.id.value)' does not set the path parameter '\(name)' of "
          + "\(operation.method) \(operation.path)", at: step.id.location,
        suggestion: didYouMean(name, in: others))
    }
  }

  func warnAboutRequired(_ written: [Parameter]) {
    if step.hasErrors { return }
    let required = operation.parameters.filter { $0.isRequired && $0.place != .path }
    for declared in required where path.fixed[declared.name] == nil {
      if declared.place == .header, declared.name.isFramingField { continue }
      let isSet = written.contains { declared.isSet(by: $0) || fills(declared, $0) }
      if !isSet {
        diagnostics.warning(
          "step '\(step.id.value)' does not set the required \(declared.place.rawValue) "
            + "parameter '\(declared.name)' of \(operation.method) \(operation.path)",
          at: step.id.location, cause: "required \(declared.place.rawValue) \(declared.name)")
      }
    }
  }

  /// Reports media types that the step asks for and the operation does not offer (dialect P10).
  func checkAccept(_ written: [Parameter]) {
    let parameter = written.first {
      $0.place == .header && $0.name.value.lowercased() == "accept"
    }
    guard let parameter, let text = step.accept(in: scope.workflow), !text.isEmpty else { return }
    let offered = operation.responses.filter {
      !$0.status.hasPrefix("4") && !$0.status.hasPrefix("5")
    }
    .flatMap(\.content)
    guard !offered.isEmpty, !offered.contains(where: { $0.isAdmitted(by: text.mediaRanges) }) else {
      return
    }
    var seen: Set<String> = []
    let names = offered.map(\.name).filter { seen.insert($0).inserted }
    diagnostics.undeclared(
      "the 'Accept' header asks for \(text.quotedForMessage), but \(operation.method) "
        + "\(operation.path) returns " + names.map(\.quotedForMessage).joined(separator: " or "),
      at: parameter.value.location)
  }

  /// Rule V9: what a body requires must be able to be there.
  func refuseValueless(_ needed: Set<VariableKey>) {
    for key in needed.sorted(by: { $0.expression < $1.expression }) {
      let variable = scope.variable(key)
      let value = ValuePlan(
        kind: .variable(variable), type: variable.type, isOptional: true, expression: nil)
      guard values.canNeverBe(value) else { continue }
      diagnostics.error(
        "the body of \(operation.method) \(operation.path) needs "
          + "\(key.expression.quotedForMessage), which never has a value",
        at: step.requestBody?.location, related: origin(of: value))
    }
  }

  /// A note at the output that leaves a value without any.
  func origin(of value: ValuePlan) -> [Diagnostic.Related] {
    switch value.kind {
    case .member(let base, _): return origin(of: base)
    case .text(let parts): return parts.first { values.canNeverBe($0) }.map(origin) ?? []
    case .variable(let variable):
      let outputs = scope.step(variable.step)?.outputs ?? []
      guard let output = outputs.first(where: { $0.name.value == variable.key.output }) else {
        return []
      }
      return [
        .init("the output is always missing, because of this reference", at: output.value.location)
      ]
    default: return []
    }
  }

  /// Whether a placeholder of the path is filled from what is declared elsewhere.
  private func fills(_ declared: OperationParameter, _ parameter: Parameter) -> Bool {
    declaration(parameter).map { $0.name == declared.name && $0.place == declared.place } ?? false
  }

  func warnAboutBody() {
    if step.requestBody == nil, !step.hasErrors, operation.requestBody?.isRequired == true,
      !operation.method.hasNoBody
    {
      diagnostics.warning(
        "step '\(step.id.value)' sends no body, which \(operation.method) \(operation.path) "
          + "requires", at: step.id.location,
        cause: "body of \(operation.method) \(operation.path)")
    }
  }
}

/// What a step sends, held against the API description.
extension OperationCompiler {
  /// To be called when nothing was wrong with the values: they are compiled once more.
  func checkSent(_ parameters: [Parameter]) {
    for parameter in parameters {
      let declared = declaration(parameter)
      guard let declared, declared.contentType == nil else { continue }
      var checker = sentValues(isText: true)
      checker.isRequired = declared.isRequired
      checker.name = parameter.name.value
      checker.check(
        parameter.value, declared.schema,
        as: "parameter \(parameter.name.value.quotedForMessage)")
    }
    checkPayload()
  }

  private func checkPayload() {
    guard let body = step.requestBody, let payload = body.payload, !operation.method.hasNoBody,
      // What is replaced is not sent as it is written.
      body.replacements.isEmpty,
      let content = operation.requestBody?.content
    else { return }
    let type = body.contentType?.value.mediaType
    let declared = content.first { type == nil ? $0.isJSON : $0.name.mediaType == type }
    guard let declared, declared.isJSON || declared.name.isFormMediaType,
      let value = declared.isJSON ? BodyCompiler(operation: self).structured(payload) : payload,
      declared.isJSON || value.text == nil
    else { return }
    sentValues(isText: !declared.isJSON).check(value, declared.schema, as: "the body")
  }

  private func sentValues(isText: Bool) -> SentValueChecker {
    SentValueChecker(
      values: values, operation: "\(operation.method) \(operation.path)", isText: isText)
  }
}
