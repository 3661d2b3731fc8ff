import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// `$response…`, `$request…`, `$statusCode`, `$url`, `$method`.
extension ValueCompiler {
  func response(
    _ part: RuntimeExpression.MessagePart, _ place: ExpressionPlace
  ) -> ValuePlan? {
    switch part {
    case .header(let name):
      return ofResponse(.responseHeader(name), .string, place, isOptional: true)
    case .body(let pointer, _):
      guard let operation = operation(place) else { return nil }
      let tokens = pointer?.tokens ?? []
      let (type, isRequired) = responseType(tokens, operation, place)
      return ofResponse(.responseBody(pointer: tokens), type, place, isOptional: !isRequired)
    case .query(let name), .path(let name):
      diagnostics.error("a response has no parameter \(name.quotedForMessage)", at: place.location)
      return nil
    }
  }

  func request(_ part: RuntimeExpression.MessagePart, _ place: ExpressionPlace) -> ValuePlan? {
    switch part {
    case .header(let name):
      return ofResponse(.requestHeader(name), .string, place, isOptional: true)
    case .query(let name):
      return ofResponse(.requestQuery(name), .string, place, isOptional: true)
    case .path(let name):
      return ofResponse(.requestPath(name), .string, place, isOptional: true)
    case .body(let pointer, _):
      return ofResponse(
        .requestBody(pointer: pointer?.tokens ?? []), .json, place, isOptional: true)
    }
  }

  /// A value that is there once this step has its response (rule V3).
  func ofResponse(
    _ kind: ValuePlan.Kind, _ type: TypePlan, _ place: ExpressionPlace, isOptional: Bool = false
  ) -> ValuePlan? {
    guard operation(place) != nil else { return nil }
    return ValuePlan(kind: kind, type: type, isOptional: isOptional, expression: place.written)
  }

  private func operation(_ place: ExpressionPlace) -> FoundOperation? {
    guard case .response(let step) = moment else {
      diagnostics.error(
        "\(place.written.quotedForMessage) stands where this step has no response",
        at: place.location,
        suggestion: "keep it as an output of a step and write '$steps.ID.outputs.NAME'")
      return nil
    }
    switch scope.targets[step] {
    case .operation(let operation): return operation
    case .workflow:
      _ = unsupported("\(place.written.quotedForMessage) in a step that calls a workflow", place)
      return nil
    case nil: return nil
    }
  }
}
