import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The fields of a form.
extension BodyCompiler {
  func form(
    _ payload: DocumentValue, _ media: MediaType?
  ) -> (value: ValuePlan, format: BodyPlan.Format)? {
    guard let value = fields(payload, media) else { return nil }
    if value.type.isOneText, value.literal == nil {
      diagnostics.dialect(
        .p18FormText, at: payload.location, specSpelling: "write the fields as a mapping")
      return (value, .content)
    }
    guard let fields = styles(value, media) else { return nil }
    return (value, .form(fields))
  }

  private func fields(_ payload: DocumentValue, _ media: MediaType?) -> ValuePlan? {
    let values = operation.values
    switch payload.content {
    case .text(let reading) where !reading.isOneExpression,
      .jsonText(let reading, _) where !reading.isOneExpression:
      return FormTextCompiler(values: values, node: payload.node).value(reading)
    case .scalar, .sequence:
      return refuse("the payload of a form, found \(payload.node.kindName)", payload)
    default: return values.value(payload, schema: media?.schema)
    }
  }

  private func refuse(_ what: String, _ payload: DocumentValue) -> ValuePlan? {
    diagnostics.error(
      "\(what) where its fields are expected", at: payload.location,
      suggestion: "write the fields as a mapping")
    return nil
  }

  /// The styles of the fields for which they make a difference.
  private func styles(_ value: ValuePlan, _ media: MediaType?) -> [FormFieldPlan]? {
    let encodings = media?.encodings ?? [:]
    let names = value.compositeMembers ?? encodings.keys.sorted()
    var fields: [FormFieldPlan] = []
    for name in names {
      guard let encoding = encodings[name] else { continue }
      switch style(encoding, name) {
      case .written(let style): fields.append(FormFieldPlan(name: name, style: style))
      case .standard: break
      case .refused: return nil
      }
    }
    return fields
  }

  enum FieldStyle {
    case standard, refused
    case written(SerializationPlan)
  }

  func style(_ encoding: FieldEncoding, _ field: String) -> FieldStyle {
    guard encoding.hasStyle else {
      guard let type = encoding.contentType else { return .standard }
      if type.isJSONMediaType { return .written(SerializationPlan(style: .json, explode: false)) }
      return type.mediaType == "text/plain"
        ? .standard : refuse(encoding, field, "content type '\(type)'")
    }
    let name = encoding.style ?? "form"
    let tabs = operation.found.api.isSwagger ? [SerializationPlan.Style.tabDelimited] : []
    let styles = ParameterPlan.Place.query.styles + tabs
    guard let style = styles.first(where: { $0.rawValue == name }) else {
      return refuse(encoding, field, "style '\(name)'")
    }
    let explode = encoding.explode ?? (style == .form)
    return .written(
      SerializationPlan(
        style: style, explode: explode || style == .deepObject,
        allowsReserved: encoding.allowReserved))
  }

  private func refuse(_ encoding: FieldEncoding, _ name: String, _ what: String) -> FieldStyle {
    diagnostics.error(
      "form field \(name.quotedForMessage) can't have the \(what)",
      at: encoding.location,
      suggestion: "a form has the styles form, spaceDelimited, pipeDelimited and deepObject, and "
        + "the content types application/json and text/plain")
    return .refused
  }
}

extension ValuePlan {
  /// The names of the members that may be arrays or objects; `nil` where the members are not known.
  fileprivate var compositeMembers: [String]? {
    switch kind {
    case .object(let members):
      members.filter { !$0.value.type.isOneText }.map(\.name)
    case .literal(.object(let members)):
      members.filter { !$0.value.type.isOneText }.map(\.name)
    default: nil
    }
  }
}

extension TypePlan {
  /// Whether it is sure to be written as one text.
  var isOneText: Bool { self != .json && !canHoldMembers }
}
