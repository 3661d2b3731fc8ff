import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The body of one step's request.
struct BodyCompiler {
  let operation: OperationCompiler

  var diagnostics: Diagnostics { operation.diagnostics }
  var declared: OperationBody? { operation.operation.requestBody }

  func body(_ body: RequestBody) -> (plan: BodyPlan, required: Set<VariableKey>)? {
    guard let contentType = contentType(body) else { return nil }
    guard let payload = body.payload else {
      diagnostics.error("the request body has no 'payload'", at: body.location)
      return nil
    }
    let media = declared?.content.first { $0.name.mediaType == contentType.mediaType }
    guard let content = content(payload, contentType, media) else { return nil }
    let plan = BodyPlan(
      contentType: contentType, value: content.value, isRequired: declared?.isRequired == true,
      format: content.format)
    return (plan, required(content.value, media?.schema, plan.isRequired))
  }

  private func content(
    _ payload: Node, _ contentType: String, _ media: MediaType?
  ) -> (value: ValuePlan, format: BodyPlan.Format)? {
    guard let node = structured(payload) else { return nil }
    if contentType.isFormMediaType { return form(node, media) }
    return operation.values.value(node, schema: media?.schema).map { ($0, .json) }
  }

  /// The content type as written, or the operation's.
  private func contentType(_ body: RequestBody) -> String? {
    if let written = body.contentType {
      if written.value.isWritableMediaType { return written.value }
      diagnostics.error(
        "a body of type \(written.value.quotedForMessage) is not supported yet",
        at: written.location,
        suggestion: "JSON types and 'application/x-www-form-urlencoded' can be written")
      return nil
    }
    guard let content = declared?.content, !content.isEmpty else { return "application/json" }
    if let media = content.first(where: \.isJSON)
      ?? content.first(where: \.name.isWritableMediaType)
    {
      return media.name.contains("*") ? "application/json" : media.name
    }
    let offered = content.map { "'\($0.name)'" }.joined(separator: ", ")
    diagnostics.error(
      "the operation takes a body of \(offered), which is not supported yet", at: body.location,
      suggestion: "JSON types and 'application/x-www-form-urlencoded' can be written")
    return nil
  }

  /// A payload that is JSON text is read as JSON, so that its placeholders are values and no text
  /// (the settled corner "templates").
  func structured(_ payload: Node) -> Node? {
    guard let text = payload.string, let first = text.first(where: { !$0.isWhitespace }),
      first == "{" && !text.hasPrefix("{$") || first == "[", !isOneExpression(text)
    else { return payload }
    do {
      return try DocumentReader.readJSON(SourceText(name: payload.location.source.name, text: text))
        .relocated(to: payload.location)
    } catch {
      diagnostics.error(
        "the payload looks like JSON text and can't be read as such: \(error.diagnostic.message)",
        at: payload.location,
        suggestion: "write the payload as a mapping; placeholders outside quotes in JSON text are "
          + "not supported yet")
      return nil
    }
  }

  func isOneExpression(_ text: String) -> Bool {
    switch try? StringTemplate.parse(text) {
    case .expression: true
    case .parts(let parts): parts.count == 1
    case .text, nil: false
    }
  }

  /// Step outputs that the body can't be sent without: a required body, and members that its schema
  /// requires.
  private func required(
    _ value: ValuePlan, _ schema: Schema?, _ isRequired: Bool
  ) -> Set<VariableKey> {
    guard case .object(let members) = value.kind else {
      if case .array = value.kind { return [] }
      return isRequired ? value.variables : []
    }
    let names = Set((schema?.properties ?? []).filter(\.isRequired).map(\.name.value))
    return members.filter { names.contains($0.name) }.reduce(into: []) { result, member in
      switch member.value.kind {
      case .object, .array: break
      default: result.formUnion(member.value.variables)
      }
    }
  }
}

extension Node {
  /// The same tree with one place for all of it: where the text stood that it was read from.
  fileprivate func relocated(to place: Location) -> Node {
    switch value {
    case .sequence(let nodes):
      return Node(.sequence(nodes.map { $0.relocated(to: place) }), at: place)
    case .mapping(let mapping):
      let members = mapping.members.map {
        Mapping.Member(
          key: Located($0.key.value, at: place), value: $0.value.relocated(to: place))
      }
      return Node(.mapping(Mapping(members)), at: place)
    default: return Node(value, at: place)
    }
  }
}
