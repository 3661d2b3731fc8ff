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
    let kind = criterionKind(fields)
    guard let condition, let kind else { return nil }
    if kind != .simple, context == nil {
      diagnostics.error(
        "\(subject) lacks the required field 'context', which a '\(kind.rawValue)' criterion needs",
        at: node.location,
        suggestion: "write context: $response.body, or what the condition is about")
      return nil
    }
    return Criterion(
      kind: kind, context: context, condition: condition, location: node.location)
  }

  private func criterionKind(_ fields: Fields) -> Criterion.Kind? {
    guard let node = fields.optional("type") else { return .simple }
    let kinds: [Criterion.Kind] = [.simple, .regex, .jsonpath, .xpath]
    guard node.mapping != nil else {
      return fields.choice(fields.string(node, "type"), "type", among: kinds)
    }
    guard let type = Fields(node, "\(fields.subject): 'type'", diagnostics) else { return nil }
    type.check(known: ["type", "version"])
    let kind = type.choice(
      type.requiredString("type"), "type", among: [Criterion.Kind.jsonpath, .xpath])
    guard let version = type.requiredString("version"), let kind else { return nil }
    return versioned(kind, version, type)
  }

  /// RFC 9535 is what a `jsonpath` condition is anyway; of its ancestor only the spelling is known.
  private func versioned(
    _ kind: Criterion.Kind, _ version: Located<String>, _ fields: Fields
  ) -> Criterion.Kind? {
    switch (kind, version.value) {
    case (.jsonpath, "rfc9535"): return .jsonpath
    case (.jsonpath, "draft-goessner-dispatch-jsonpath-00"),
      (.xpath, "xpath-10"), (.xpath, "xpath-20"), (.xpath, "xpath-30"), (.xpath, "xpath-31"):
      fields.unsupported("version '\(version.value)'", at: version.location)
    default:
      let versions =
        kind == .jsonpath
        ? ["rfc9535", "draft-goessner-dispatch-jsonpath-00"]
        : ["xpath-10", "xpath-20", "xpath-30", "xpath-31"]
      diagnostics.error(
        "\(fields.subject): 'version' must be \(Fields.list(versions)), found '\(version.value)'",
        at: version.location, suggestion: Spelling.question(version.value, among: versions))
    }
    return nil
  }
}
