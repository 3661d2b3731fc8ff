import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension ValueCompiler {
  /// The type of what a pointer leads to in the response, and whether it is there in each response
  /// that keeps to the description.
  func responseType(
    _ tokens: [String], _ found: FoundOperation, _ place: ExpressionPlace
  ) -> (TypePlan, isRequired: Bool) {
    let (schema, type, isRequired) = described(tokens, found, place)
    if outputName != nil, !tokens.isEmpty { scope.census?.note(schema, type, at: place.location) }
    return (type, isRequired)
  }

  private func described(
    _ tokens: [String], _ found: FoundOperation, _ place: ExpressionPlace
  ) -> (Schema?, TypePlan, isRequired: Bool) {
    guard let schema = found.operation.successSchema(for: successStatus) else {
      return (nil, .json, false)
    }
    reportBroken(schema)
    switch schema.lookup(JSONPointer(tokens: tokens)) {
    case .found(let schema, let isRequired):
      reportBroken(schema)
      let type = outputName.map { scope.types.type(of: schema, named: $0) } ?? schema.scalarType
      return (schema, type, isRequired && !tokens.isEmpty)
    case .undescribed: return (nil, .json, false)
    case .absent where isAfterFailure: return (nil, .json, false)
    case .absent(let token, let declared):
      diagnostics.warning(
        "the response of \(found.operation.method) \(found.operation.path) declares no "
          + token.quotedForMessage,
        at: place.location, suggestion: didYouMean(token, in: declared))
      return (nil, .json, false)
    }
  }

  /// Whether a value is part of the response and an object by the API description.
  func isObject(_ value: ValuePlan) -> Bool {
    guard case .responseBody(let tokens) = value.kind, let step = moment.step,
      case .operation(let found)? = scope.targets[step],
      case .found(let schema, _)? = found.operation.successSchema(for: successStatus)?
        .lookup(JSONPointer(tokens: tokens.texts))
    else { return false }
    return schema.kinds == [.object]
  }

  /// What the whole body of a success is where it is no JSON: text or bytes.
  func contentType(of found: FoundOperation) -> TypePlan? {
    guard let content = found.operation.success(for: successStatus)?.content, !content.isEmpty,
      !content.contains(where: \.isJSON)
    else { return nil }
    if content.allSatisfy(\.name.isTextMediaType) {
      return content.allSatisfy { $0.schema?.kinds.isSubset(of: [.string]) ?? true } ? .string : nil
    }
    return content.contains(where: \.name.isTextMediaType) ? nil : .data
  }

  /// The status that the step's criteria ask for.
  var successStatus: Int? {
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

  private func reportBroken(_ schema: Schema) { schema.reportBroken(diagnostics) }
}

extension Schema {
  /// A reference of an API description that leads nowhere: what it should say is not known, and
  /// nothing is worse than that. References in a circle are an error (rule D5).
  func reportBroken(_ diagnostics: Diagnostics) {
    guard let broken = brokenReference else { return }
    guard !isCircular else { return diagnostics.add(broken) }
    diagnostics.add(
      Diagnostic(
        .warning, "the schema is not read: \(broken.message)", at: broken.location,
        suggestion: broken.suggestion))
  }
}

extension Operation {
  /// The schema of the JSON body of a success, of the wanted status where one is known.
  func successSchema(for status: Int?) -> Schema? {
    success(for: status)?.content.first(where: \.isJSON)?.schema
  }

  /// The response of the wanted status, else of a success.
  func success(for status: Int?) -> OperationResponse? {
    let keys = status.map { [String($0), "\($0 / 100)XX", "\($0 / 100)xx"] } ?? []
    let wanted = keys.lazy.compactMap { key in responses.first { $0.status == key } }.first
    let successes = responses.filter { $0.status.hasPrefix("2") }
    let success = successes.first { $0.content.contains(where: \.isJSON) } ?? successes.first
    return wanted ?? success ?? responses.first { $0.status == "default" }
  }
}
