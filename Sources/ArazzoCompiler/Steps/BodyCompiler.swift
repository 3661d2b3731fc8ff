import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The body of one step's request.
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
    switch value.readAsJSON() {
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
