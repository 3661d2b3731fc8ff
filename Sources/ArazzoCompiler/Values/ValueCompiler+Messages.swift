import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// `$response…`, `$request…`, `$statusCode`, `$url`, `$method`.
extension ValueCompiler {
  func response(
    _ part: RuntimeExpression.MessagePart, _ place: ExpressionPlace
  ) -> ValuePlan? {
    switch part {
    case .header(_, let cookie?):
      return ofResponse(.responseCookie(cookie), .string, place, isOptional: true)
    case .header(let name, nil): return responseHeader(name, place)
    case .body(let pointer, _):
      guard respondent(place) != nil else { return nil }
      let tokens = pointer?.tokens ?? []
      if tokens.isEmpty, let type = contentType {
        return ofResponse(.responseContent, type, place, isOptional: true)
      }
      let (type, isRequired) = responseType(tokens, place)
      return ofResponse(
        .responseBody(pointer: .init(tokens)), type, place, isOptional: !isRequired)
    case .query(let name), .path(let name):
      diagnostics.error("a response has no parameter \(name.quotedForMessage)", at: place.location)
      return nil
    }
  }

  /// A header field: text in a condition, of its schema's type where it is kept.
  private func responseHeader(_ name: String, _ place: ExpressionPlace) -> ValuePlan? {
    guard outputName != nil, let (type, isRequired) = success?.header(name) else {
      return ofResponse(.responseHeader(name), .string, place, isOptional: true)
    }
    return ofResponse(.responseHeader(name), type, place, isOptional: !isRequired)
  }

  /// What the whole body of a success is where it is not read as JSON alone.
  private var contentType: TypePlan? {
    switch success?.whole {
    case .text(let type)?: type
    case .bytes?: .data
    case .any?: .json
    case .json?, nil: nil
    }
  }

  func request(_ part: RuntimeExpression.MessagePart, _ place: ExpressionPlace) -> ValuePlan? {
    checkSent(part, place)
    switch part {
    case .header(let name, _):
      return ofRequest(.requestHeader(name), .string, place, isOptional: true)
    case .query(let name):
      return ofRequest(.requestQuery(name), .string, place, isOptional: true)
    case .path(let name):
      return ofRequest(.requestPath(name), .string, place, isOptional: true)
    case .body(let pointer, _):
      return ofRequest(
        .requestBody(pointer: .init(pointer?.tokens ?? [])), .json, place, isOptional: true)
    }
  }

  /// A value that is there once this step has its response (rule V3); of a called workflow, the last
  /// response that it received, if any.
  func ofResponse(
    _ kind: ValuePlan.Kind, _ type: TypePlan, _ place: ExpressionPlace, isOptional: Bool = false
  ) -> ValuePlan? {
    guard let target = respondent(place) else { return nil }
    var isOptional = isOptional
    if case .workflow = target { isOptional = true }
    return ValuePlan(kind: kind, type: type, isOptional: isOptional, expression: place.written)
  }

  /// A value of the request that this step sent itself.
  func ofRequest(
    _ kind: ValuePlan.Kind, _ type: TypePlan, _ place: ExpressionPlace, isOptional: Bool = false
  ) -> ValuePlan? {
    if case .response(let step) = moment, case .workflow(let called)? = scope.targets[step] {
      diagnostics.error(
        "\(quoted(place)) has no value: the step calls workflow '\(called.id)' "
          + "and sends no request itself", at: place.location,
        suggestion: "use '$inputs' or '$steps.ID.outputs.NAME'")
      return nil
    }
    return ofResponse(kind, type, place, isOptional: isOptional)
  }

  /// The step before this moment.
  private var stepBefore: String? {
    let ids = scope.workflow.steps.map(\.id.value)
    guard let step = moment.step else { return ids.last }
    return ids.firstIndex(of: step).flatMap { $0 > 0 ? ids[$0 - 1] : nil }
  }

  /// The help to keep the body of a step's response.
  private func keeping(_ step: String) -> String {
    "for the response of step '\(step)', add outputs: {body: $response.body} to that step and write "
      + "$steps.\(step).outputs.body"
  }

  /// What gives the response that is read.
  private func respondent(_ place: ExpressionPlace) -> StepTarget? {
    guard case .response(let step) = moment else {
      diagnostics.error(
        moment.step == nil
          ? "\(quoted(place)) isn't available in the outputs of a workflow"
          : "\(quoted(place)) isn't available before the step has received its response",
        at: place.location, suggestion: stepBefore.map(keeping))
      return nil
    }
    return scope.targets[step]
  }
}
