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
      diagnostics.error("a response has no parameter '\(name)'", at: place.location)
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
        "'\(place.written)' stands where this step has no response", at: place.location,
        suggestion: "keep it as an output of a step and write '$steps.ID.outputs.NAME'")
      return nil
    }
    switch scope.targets[step] {
    case .operation(let operation): return operation
    case .workflow:
      _ = unsupported("'\(place.written)' in a step that calls a workflow", place)
      return nil
    case nil: return nil
    }
  }

  private func responseType(
    _ tokens: [String], _ found: FoundOperation, _ place: ExpressionPlace
  ) -> (TypePlan, isRequired: Bool) {
    guard let schema = found.operation.successSchema(for: successStatus) else {
      return (.json, false)
    }
    switch schema.lookup(JSONPointer(tokens: tokens)) {
    case .found(let schema, let isRequired):
      if let broken = schema.brokenReference { diagnostics.add(broken) }
      return (schema.responseType, isRequired && !tokens.isEmpty)
    case .undescribed: return (.json, false)
    case .absent(let token, let declared):
      diagnostics.warning(
        "the response of \(found.operation.method) \(found.operation.path) declares no '\(token)'",
        at: place.location, suggestion: didYouMean(token, in: declared))
      return (.json, false)
    }
  }

  /// The status that the step's criteria ask for.
  private var successStatus: Int? {
    guard let id = moment.step, let step = scope.step(id) else { return nil }
    return step.successCriteria.lazy.compactMap { criterion -> Int? in
      guard criterion.kind == .simple, let text = criterion.condition.string,
        case .comparison(.equal, .expression(let parsed, _), .literal(.number(let digits)))? =
          try? Condition.parse(text).condition,
        parsed.expression == .statusCode
      else { return nil }
      return Int(digits)
    }.first
  }
}

extension Operation {
  /// The schema of the JSON body of a success, of the wanted status where one is known.
  func successSchema(for status: Int?) -> Schema? {
    let keys = status.map { [String($0), "\($0 / 100)XX", "\($0 / 100)xx"] } ?? []
    let wanted = keys.lazy.compactMap { key in responses.first { $0.status == key } }.first
    let success = responses.first { $0.status.hasPrefix("2") }
    let response = wanted ?? success ?? responses.first { $0.status == "default" }
    return response?.content.first(where: \.isJSON)?.schema
  }
}

extension MediaType {
  var isJSON: Bool { name.isJSONMediaType }
}

extension String {
  /// The type and subtype in lower case, without parameters.
  var mediaType: String { String(prefix { $0 != ";" }).lowercased().filter { $0 != " " } }

  var isJSONMediaType: Bool {
    let type = mediaType
    return ["application/json", "text/json", "*/*", "application/*"].contains(type)
      || type.hasSuffix("+json")
  }
}
