import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension ValueCompiler {
  /// What the response can be that is read here; `nil` where that is open: after a failure, and in a
  /// step that calls a workflow.
  var success: SuccessResponses? {
    guard !isAfterFailure, case .response(let step) = moment else { return nil }
    return scope.responses(of: step)
  }

  /// The type of what a pointer leads to in the response, and whether it is there in each response
  /// that keeps to the description.
  func responseType(
    _ tokens: [String], _ place: ExpressionPlace
  ) -> (TypePlan, isRequired: Bool) {
    guard let success else { return (.json, false) }
    // A condition asks for no type.
    if !place.inCondition {
      success.bodies.forEach { if case .json(let schema?) = $0 { reportBroken(schema) } }
    }
    switch success.lookup(tokens) {
    case .found(let schemas, let isRequired):
      if !place.inCondition { schemas.forEach(reportBroken) }
      return (type(of: schemas), isRequired && !tokens.isEmpty)
    case .undescribed: break
    case .absent(let absence):
      report(
        MissingMember(absence), after: tokens, in: WaySpelling(base: "$response.body"),
        of: success.operation, place)
    case .opaque(let types): if !tokens.isEmpty { warn(opaque: types, tokens, place) }
    case .bodiless(let statuses): warn(noBody: statuses, place)
    }
    return (.json, false)
  }

  private func type(of schemas: [Schema]) -> TypePlan {
    guard let schema = schemas.common else {
      let scalars = Set(schemas.map(\.scalarType.withoutNull))
      let common = scalars.count == 1 ? scalars.first ?? .json : .json
      return common.orNull(schemas.contains(where: \.admitsNull))
    }
    return outputName.map { scope.types.type(of: schema, named: $0) } ?? schema.scalarType
  }

  /// Whether a value is part of the response and an object by the API description.
  func isObject(_ value: ValuePlan) -> Bool {
    guard case .responseBody(let tokens) = value.kind,
      case .found(let schemas, _)? = success?.lookup(tokens.texts)
    else { return false }
    return schemas.allSatisfy { $0.kinds == [.object] }
  }

  private func reportBroken(_ schema: Schema) { schema.reportBroken(diagnostics) }
}

extension Schema {
  /// A reference of an API description that leads nowhere: what it should say is not known, and
  /// nothing is worse than that. References in a circle are an error (rule D5).
  func reportBroken(_ diagnostics: Diagnostics) {
    guard let broken = brokenReference else { return }
    guard !isCircular else { return diagnostics.add(broken) }
    diagnostics.warning(
      "the schema is not read: \(broken.message)", at: broken.location, cause: broken.message,
      suggestion: broken.suggestion)
  }
}
