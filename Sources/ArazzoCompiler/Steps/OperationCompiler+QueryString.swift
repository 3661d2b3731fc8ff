import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The parameter that is the whole query string (Arazzo 1.1, OpenAPI 3.2).
extension OperationCompiler {
  /// Compiles a `querystring` parameter: to pairs, if they're known, else to one value.
  enum QueryString {
    case pairs([ParameterPlan])
    case whole(QueryStringPlan)
  }

  /// - Returns: `nil` where there is none, or where a mistake was reported.
  func queryString(_ written: [Parameter]) -> QueryString? {
    guard let parameter = written.first(where: { $0.place == .querystring }) else { return nil }
    let others = written.filter { $0.place == .query || $0.place == .querystring }
    guard others.count == 1 else {
      refuseOthers(others.filter { $0.location != parameter.location }, beside: parameter)
      return nil
    }
    let declared = operation.parameters.first { $0.place == .querystring }
    let isRequired = declared?.isRequired == true
    guard (declared?.contentType ?? "").isFormOrUnknown else {
      return content(parameter, declared, isRequired).map(QueryString.whole)
    }
    guard let value = form(parameter, declared?.schema) else { return nil }
    if let pairs = value.pairs { return .pairs(pairs) }
    return .whole(QueryStringPlan(value: value, isContent: false, isRequired: isRequired))
  }

  private func refuseOthers(_ others: [Parameter], beside parameter: Parameter) {
    for other in others {
      let place = other.place?.rawValue ?? "query"
      diagnostics.error(
        "\(place) parameter \(other.name.value.quotedForMessage) can't be used with a "
          + "'querystring' parameter", at: other.location,
        suggestion: "put the whole query into one of them",
        related: [.init("the query string is here", at: parameter.location)])
    }
  }

  /// The fields of a form; text is split when the code is generated, so that no value can add one.
  private func form(_ parameter: Parameter, _ schema: Schema?) -> ValuePlan? {
    let value = parameter.value
    if case .success(.parts(let parts))? = value.text?.template, parts.count > 1 {
      return FormTextCompiler(values: values, node: value.node).value(parts)
    }
    return values.value(value, schema: schema)
  }

  /// A value of another media type, which is encoded as one piece.
  private func content(
    _ parameter: Parameter, _ declared: OperationParameter?, _ isRequired: Bool
  ) -> QueryStringPlan? {
    let isJSON = declared?.contentType?.isJSONMediaType == true
    let body = BodyCompiler(operation: self)
    let written = isJSON ? body.structured(parameter.value) : parameter.value
    guard let value = written.flatMap({ values.value($0, schema: declared?.schema) }) else {
      return nil
    }
    return QueryStringPlan(value: value, isContent: true, isRequired: isRequired)
  }
}

extension String {
  fileprivate var isFormOrUnknown: Bool { isEmpty || isFormMediaType }
}

extension ValuePlan {
  /// The members of an object that is written out, as parameters.
  fileprivate var pairs: [ParameterPlan]? {
    let members: [Member]
    switch kind {
    case .object(let plans): members = plans
    case .literal(.object(let literals)):
      members = literals.map { Member(name: $0.name, value: .literal($0.value)) }
    default: return nil
    }
    return members.map {
      ParameterPlan(name: $0.name, place: .query, value: $0.value, isRequired: false)
    }
  }
}
