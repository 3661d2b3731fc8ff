import ArazzoDocuments

extension ArazzoReader {
  func requestBody(_ step: Fields, _ target: Step.Target?) -> RequestBody? {
    guard let node = step.optional("requestBody"),
      let fields = Fields(node, "\(step.subject): 'requestBody'", diagnostics)
    else { return nil }
    fields.check(known: ["contentType", "payload", "replacements", "reference", "$ref"])
    if isReusable(node) {
      diagnostics.error(
        "\(fields.subject) can't be a reference", at: node.location,
        suggestion: "write the request body here, or move repeated values into parameters")
    }
    let contentType = fields.string("contentType")
    let payload = fields.mapping["payload"]
    if let payload { checkSelectors(in: payload, fields) }
    let replacements = replacements(fields, of: step)
    if case .workflowID = target {
      diagnostics.warning(
        "\(step.subject) calls a workflow: its 'requestBody' is ignored", at: node.location,
        suggestion: "pass values to a workflow as 'parameters'")
      return nil
    }
    return RequestBody(
      contentType: contentType, payload: payload.map(DocumentValue.init),
      replacements: replacements,
      location: node.location)
  }

  private func replacements(_ body: Fields, of step: Fields) -> [PayloadReplacement] {
    body.sequence("replacements", of: "replacements").enumerated().compactMap { number, node in
      let subject = "replacement \(number + 1) in 'requestBody' of \(step.subject)"
      return Fields(node, subject, diagnostics).flatMap(replacement)
    }
  }

  private func replacement(_ fields: Fields) -> PayloadReplacement? {
    fields.check(known: ["target", "targetSelectorType", "value"])
    note(later: ["targetSelectorType"], in: fields)
    let targetNode = fields.required("target")
    let target = targetNode.flatMap { fields.string($0, "target") }
    let typeNode = fields.optional("targetSelectorType")
    let type = typeNode.flatMap {
      fields.expressionType($0, "targetSelectorType", among: SelectorLanguage.allCases)
    }
    let value = fields.required("value")
    if let value { checkSelector(value, fields, as: "'value'") }
    guard let target, let targetNode, let value, typeNode == nil || type != nil else { return nil }
    let languages = type.map { [$0.kind] } ?? [.jsonpointer, .xpath]
    return PayloadReplacement(
      target: target, language: type?.kind,
      paths: languages.map { SelectorPath(targetNode, $0, version: type?.version?.value) },
      value: DocumentValue(value), location: fields.location)
  }
}

/// Selector Objects (Arazzo 1.1).
extension ArazzoReader {
  /// Checks a value that may be a Selector Object or plain data.
  func checkSelector(_ node: Node, _ fields: Fields, as what: String) {
    guard SelectorObject.isMeant(by: node) else { return }
    checkRequiredSelector(node, fields, as: what)
  }

  /// Checks a mapping that can't be anything but a Selector Object.
  func checkRequiredSelector(_ node: Node, _ fields: Fields, as what: String) {
    if let error = node.unquotedExpressionError { return diagnostics.add(error) }
    laterConstructs.note("a selector object", at: node.location)
    guard let selector = Fields(node, "\(fields.subject): \(what)", diagnostics) else { return }
    selector.check(known: ["context", "selector", "type"])
    _ = SelectorObject(selector)
  }

  /// Checks the Selector Objects anywhere in a payload.
  func checkSelectors(in payload: Node, _ fields: Fields) {
    var seen: Set<Location> = []
    var open = [payload]
    // Aliases share their nodes, so each place is looked at once.
    while let node = open.popLast() {
      guard node.mapping != nil || node.sequence != nil,
        seen.insert(node.location).inserted
      else { continue }
      if SelectorObject.isMeant(by: node) {
        checkRequiredSelector(node, fields, as: "'payload'")
      } else {
        open += node.mapping?.members.reversed().map(\.value) ?? node.sequence?.reversed() ?? []
      }
    }
  }
}
