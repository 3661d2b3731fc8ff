import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles the request body of a step.
struct BodyCompiler {
  let operation: OperationCompiler

  var diagnostics: Diagnostics { operation.diagnostics }
  var declared: OperationBody? { operation.operation.requestBody }

  func body(_ body: RequestBody) -> (plan: BodyPlan, needs: Needs)? {
    guard let contentType = contentType(body) else { return nil }
    guard let payload = body.payload else {
      diagnostics.error("the request body has no 'payload'", at: body.location)
      return nil
    }
    if case .unquotedExpression(let error) = payload.content {
      diagnostics.add(error)
      return nil
    }
    let media = declared?.media(for: contentType)
    if media == nil { reportUndeclared(contentType, body) }
    guard let content = content(payload, contentType, media) else { return nil }
    let plan = BodyPlan(
      contentType: contentType, value: content.value, isRequired: declared?.isRequired == true,
      format: content.format)
    return (plan, needs(content.value, media?.schema, plan.isRequired))
  }

  private func content(
    _ payload: DocumentValue, _ contentType: String, _ media: MediaType?
  ) -> (value: ValuePlan, format: BodyPlan.Format)? {
    let isForm = contentType.isFormMediaType
    guard isForm || contentType.isJSONMediaType || contentType.isMultipartMediaType else {
      return text(payload, contentType, media).map { ($0, .content) }
    }
    guard let value = structured(payload) else { return nil }
    if isForm { return form(value, media) }
    if contentType.isMultipartMediaType { return multipart(value, media) }
    return operation.values.value(value, schema: media?.schema).map { ($0, .json) }
  }

  /// The value, a text of JSON as what it holds.
  func structured(_ value: DocumentValue) -> DocumentValue? {
    switch value.json {
    case .success(let value): return value
    case .failure(let error):
      diagnostics.error(error.message, at: value.location, suggestion: error.suggestion)
      return nil
    }
  }

  /// What the body can't be sent without: a required body, and members that its schema requires.
  private func needs(_ value: ValuePlan, _ schema: Schema?, _ isRequired: Bool) -> Needs {
    guard case .object(let members) = value.kind else {
      if case .array = value.kind { return Needs() }
      return isRequired ? value.needs : Needs()
    }
    return members.reduce(into: Needs()) { result, member in
      let property = schema?.property(member.name)
      let isRequired = property?.isRequired == true && property?.schema.isReadOnly != true
      result.formUnion(needs(member.value, property?.schema, isRequired))
    }
  }
}

/// The content type of a body: as written, or as the operation has it.
extension BodyCompiler {
  func contentType(_ body: RequestBody) -> String? {
    let offered = declared?.content.map(\.name) ?? []
    guard let written = body.contentType else {
      guard !offered.isEmpty else { return "application/json" }
      return choose(among: offered, of: nil) ?? refuse(offered, body.location)
    }
    if !written.value.contains("*"), written.value.isWritableMediaType {
      return written.value.isInUTF8 ? written.value : refuse(charsetOf: written)
    }
    if written.value.contains("*") {
      let matching = offered.filter(written.value.holdsMediaType)
      if let type = choose(among: matching, of: written.value) { return type }
    }
    return refuse([written.value], written.location)
  }

  /// Reports a body, or a type of it, that the operation does not declare (dialect P10).
  func reportUndeclared(_ contentType: String, _ body: RequestBody) {
    let name = "\(operation.operation.method) \(operation.operation.path)"
    guard let declared else {
      diagnostics.undeclared(
        "\(name) declares no request body; it is sent as written", at: body.location)
      return
    }
    guard let written = body.contentType, !declared.content.isEmpty else { return }
    let types = declared.content.map { "'\($0.name)'" }
    diagnostics.undeclared(
      "\(name) doesn't accept a body of type '\(contentType)'; it is sent as written",
      at: written.location,
      suggestion: types.count == 1
        ? "write \(types[0])" : "it accepts \(types.joined(separator: ", "))")
  }

  /// JSON where it is offered, else the first that can be written; a range that holds JSON is JSON.
  private func choose(among offered: [String], of range: String?) -> String? {
    let types = offered.filter { !$0.contains("*") && $0.isWritableMediaType && $0.isInUTF8 }
    if let type = types.first(where: \.isJSONMediaType) { return type }
    let ranges = range.map { [$0] } ?? offered
    if ranges.contains(where: { $0.contains("*") && $0.isJSONMediaType }) {
      return "application/json"
    }
    return types.first
  }

  private func refuse(_ types: [String], _ location: Location) -> String? {
    let names = types.map(\.quotedForMessage).joined(separator: ", ")
    diagnostics.error(
      "a body of type \(names) can't be written", at: location,
      suggestion: "set 'contentType' to one media type, such as application/json")
    return nil
  }

  private func refuse(charsetOf written: Located<String>) -> String? {
    diagnostics.error(
      "a body of type \(written.value.quotedForMessage) can't be written: text is sent in UTF-8",
      at: written.location, suggestion: "leave out the 'charset', or write 'charset=utf-8'")
    return nil
  }
}

extension OperationBody {
  /// What is said of bodies of a type: under the type with its parameters, without them, or under
  /// the narrowest range that holds it.
  func media(for contentType: String) -> MediaType? {
    content.first { $0.name.lowercased() == contentType.lowercased() }
      ?? content.first { $0.name.mediaType == contentType.mediaType }
      ?? content.first { $0.name.mediaType != "*/*" && $0.name.holdsMediaType(contentType) }
      ?? content.first { $0.name.mediaType == "*/*" }
  }
}
