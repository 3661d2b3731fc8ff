import ArazzoDocuments

extension ArazzoReader {
  func criteria(_ name: String, _ fields: Fields) -> [Criterion] {
    fields.sequence(name, of: "criteria").enumerated().compactMap {
      criterion($1, "criterion \($0 + 1) in '\(name)' of \(fields.subject)")
    }
  }

  private func criterion(_ node: Node, _ subject: String) -> Criterion? {
    if node.string != nil {
      diagnostics.warning(
        "\(subject) must be a mapping, found a string", at: node.location,
        suggestion: "write it as condition: …")
      return Criterion(kind: .simple, context: nil, condition: node, location: node.location)
    }
    guard let fields = Fields(node, subject, diagnostics) else { return nil }
    fields.check(known: ["context", "condition", "type"])
    let context = fields.string("context")
    let condition = fields.required("condition")
    if let error = condition?.unquotedExpressionError {
      diagnostics.add(error)
      return nil
    }
    let type = type(fields)
    guard let condition, let (kind, version) = type else { return nil }
    if kind != .simple, context == nil {
      diagnostics.error(
        "\(subject) lacks the required field 'context', which a '\(kind.rawValue)' criterion needs",
        at: node.location,
        suggestion: "write context: $response.body, or what the condition is about")
      return nil
    }
    return Criterion(
      kind: kind, context: context, condition: condition, location: node.location,
      version: version, node: node)
  }

  private func type(
    _ fields: Fields
  ) -> (kind: Criterion.Kind, version: Located<String>?)? {
    guard let node = fields.optional("type") else { return (.simple, nil) }
    return fields.expressionType(
      node, "type", among: [Criterion.Kind.simple, .regex, .jsonpath, .xpath])
  }
}
