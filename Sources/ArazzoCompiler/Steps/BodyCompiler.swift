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
    let media = declared?.media(for: contentType)
    guard let content = content(payload, contentType, media) else { return nil }
    let plan = BodyPlan(
      contentType: contentType, value: content.value, isRequired: declared?.isRequired == true,
      format: content.format)
    return (plan, required(content.value, media?.schema, plan.isRequired))
  }

  private func content(
    _ payload: Node, _ contentType: String, _ media: MediaType?
  ) -> (value: ValuePlan, format: BodyPlan.Format)? {
    let isForm = contentType.isFormMediaType
    guard isForm || contentType.isJSONMediaType || contentType.isMultipartMediaType else {
      return text(payload, contentType).map { ($0, .content) }
    }
    guard let node = structured(payload) else { return nil }
    if isForm { return form(node, media) }
    if contentType.isMultipartMediaType { return multipart(node, media) }
    return operation.values.value(node, schema: media?.schema).map { ($0, .json) }
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
