import ArazzoDescriptions
import ArazzoDocuments

/// How the values of parameters are written (rule H1).
extension OperationCompiler {
  /// - Returns: `nil` where it can't be written and that was reported.
  func serialization(
    _ declared: OperationParameter?, _ place: ParameterPlan.Place, _ value: ValuePlan
  ) -> SerializationPlan? {
    guard let declared else {
      // What nothing describes is sent as it is.
      return place == .cookie
        ? SerializationPlan(style: .cookie, explode: true) : place.serialization
    }
    if let type = declared.contentType { return serialization(ofType: type, declared, place) }
    var plan = place.serialization
    plan.style = style(declared, place)
    plan.explode = plan.style == .deepObject || declared.explode ?? (place.serialization.explode)
    if declared.explode == nil, ![.form, .cookie, .deepObject].contains(plan.style) {
      plan.explode = false
    }
    if isOneText(declared, value) {
      plan.explode = place.serialization.explode
      if place == .query { plan.style = .form }
    }
    plan.allowsReserved =
      declared.allowReserved
      && (place == .query || (place == .path && found.api.version.hasPrefix("3.2")))
    plan.allowsEmpty = declared.allowEmptyValue && place == .query
    return plan
  }

  private func style(
    _ declared: OperationParameter, _ place: ParameterPlan.Place
  ) -> SerializationPlan.Style {
    guard let written = declared.style else { return place.serialization.style }
    if let style = place.styles.first(where: { $0.rawValue == written }) { return style }
    if place == .query, found.api.isSwagger, written == "tabDelimited" { return .tabDelimited }
    let known = place.styles.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    diagnostics.warning(
      "parameter \(declared.name.quotedForMessage): the style \(written.quotedForMessage) isn't "
        + "allowed in a \(place.rawValue); '\(place.serialization.style.rawValue)' is used instead",
      at: declared.location, suggestion: "the allowed styles are \(known)")
    return place.serialization.style
  }

  /// A parameter described by `content`.
  private func serialization(
    ofType type: String, _ declared: OperationParameter, _ place: ParameterPlan.Place
  ) -> SerializationPlan? {
    if type.isJSONMediaType {
      return SerializationPlan(style: .json, explode: place.serialization.explode)
    }
    if type.lowercased().hasPrefix("text/") { return place.serialization }
    diagnostics.error(
      "parameter \(declared.name.quotedForMessage) can't be written as \(type.quotedForMessage)",
      at: declared.location, suggestion: "only JSON and text can be written")
    return nil
  }

  /// Whether the value is sure to be one text, which most styles write alike.
  private func isOneText(_ declared: OperationParameter, _ value: ValuePlan) -> Bool {
    if value.type.isOneText { return true }
    let kinds = declared.schema?.kinds ?? []
    return value.type == .json && !kinds.isEmpty && kinds.isDisjoint(with: [.array, .object])
  }
}
