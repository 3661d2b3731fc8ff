import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The parts of a multipart body.
extension BodyCompiler {
  func multipart(
    _ payload: DocumentValue, _ media: MediaType?
  ) -> (value: ValuePlan, format: BodyPlan.Format)? {
    guard let value = fields(of: payload, media) else { return nil }
    let names = value.memberNames ?? media?.schema?.properties.map(\.name.value) ?? []
    return (value, .multipart(names.compactMap { part($0, media) }))
  }

  private func fields(of payload: DocumentValue, _ media: MediaType?) -> ValuePlan? {
    guard payload.node.mapping != nil || payload.isOneExpression else {
      return refuse("a multipart body", payload, found: payload.node.kindName)
    }
    guard let value = operation.values.value(payload, schema: media?.schema) else { return nil }
    guard value.type.isOneText else { return value.structureMembers ?? value }
    return refuse("a multipart body", payload, found: value.type.phrase)
  }

  private func refuse(_ what: String, _ payload: DocumentValue, found: String) -> ValuePlan? {
    diagnostics.error(
      "\(what) must be an object, found \(found)", at: payload.location,
      suggestion: "write the parts as a mapping")
    return nil
  }

  /// The plan of a part; `nil` if the defaults apply.
  private func part(_ name: String, _ media: MediaType?) -> PartPlan? {
    let schema = media?.schema?.properties.first { $0.name.value == name }?.schema
    let encoding = media?.encodings[name]
    let types = encoding?.contentType?.split(separator: ",").map { $0.drop(while: \.isWhitespace) }
    var plan = PartPlan(
      name: name, isFile: schema?.isBinary ?? false,
      contentType: types?.first { !$0.contains("*") }.map(String.init))
    plan.headers = encoding.map { headers($0, of: name) } ?? []
    // Before OpenAPI 3.1 only forms have styles.
    if let encoding, encoding.hasStyle, !operation.found.api.version.hasPrefix("3.0"),
      case .written(let style) = style(encoding, name)
    {
      plan.style = style
    }
    let isPlain = !plan.isFile && plan.contentType == nil && plan.headers.isEmpty
    return isPlain && plan.style == nil ? nil : plan
  }

  /// The header fields of a part whose value the description defines; a workflow can't set them.
  private func headers(_ encoding: FieldEncoding, of part: String) -> [PartPlan.Header] {
    encoding.headers.compactMap { header in
      guard header.name.isPartField else {
        diagnostics.warning(
          "the header \(header.name.quotedForMessage) of part \(part.quotedForMessage) is left out: "
            + "a part of a multipart body can't have it", at: encoding.location)
        return nil
      }
      if let value = header.schema?.onlyText {
        return PartPlan.Header(name: header.name, value: value)
      }
      diagnostics.warning(
        "the header \(header.name.quotedForMessage) of part \(part.quotedForMessage) is left out, "
          + "because the API description gives no value", at: encoding.location,
        suggestion: "add a 'const' or a 'default' to its schema")
      return nil
    }
  }

  // MARK: text and bytes

  /// A body that is sent as it reads.
  func text(
    _ payload: DocumentValue, _ contentType: String, _ media: MediaType?
  ) -> ValuePlan? {
    if contentType.isXMLMediaType, payload.node.mapping != nil, let schema = media?.schema {
      return XMLObjectCompiler(values: operation.values, node: payload.node)
        .value(payload, schema)
    }
    guard let reading = payload.text else {
      diagnostics.error(
        "the payload of a \(contentType.quotedForMessage) body must be a string, found "
          + payload.node.kindName, at: payload.location,
        suggestion: "write the payload as a string")
      return nil
    }
    if contentType.isXMLMediaType, !reading.isOneExpression {
      return XMLTextCompiler(values: operation.values, node: payload.node).value(reading)
    }
    guard let value = operation.values.value(payload) else { return nil }
    if contentType.isXMLMediaType, !value.type.isOneText, value.type != .json {
      return XMLObjectCompiler(values: operation.values, node: payload.node)
        .value(of: value, media?.schema)
    }
    if case .text(let parts) = value.kind, parts.count > 1, !contentType.isPlainMediaType {
      diagnostics.error(
        "a placeholder in a body of type \(contentType.quotedForMessage) can't be escaped for it",
        at: payload.location, suggestion: "make the whole payload one expression")
      return nil
    }
    return value
  }
}

extension String {
  /// Whether a part can have a further header field of this name.
  fileprivate var isPartField: Bool {
    isHTTPToken && !isFramingField && lowercased() != "content-disposition"
  }

  /// Whether text of this type has no syntax that a value could break.
  fileprivate var isPlainMediaType: Bool {
    ["text/plain", "text/markdown", "application/octet-stream"].contains(mediaType)
  }
}

extension Schema {
  /// The text of the one value that is admitted, or of the default.
  fileprivate var onlyText: String? {
    let values = enumValues ?? []
    let node = constant ?? (values.count == 1 ? values[0] : defaultValue)
    switch node?.value {
    case .string(let text), .number(let text): return text
    case .bool(let isTrue): return isTrue ? "true" : "false"
    default: return nil
    }
  }
}

extension ValuePlan {
  fileprivate var memberNames: [String]? {
    switch kind {
    case .object(let members): members.map(\.name)
    case .literal(.object(let members)): members.map(\.name)
    default: nil
    }
  }

  /// A part of the inputs that has fields, as an object of them: so bytes in it stay bytes.
  fileprivate var structureMembers: ValuePlan? {
    guard case .input(let path) = kind, case .structure(let plan) = type.withoutNull else {
      return nil
    }
    let members = plan.fields.map { field in
      Member(
        name: field.name,
        value: ValuePlan(
          kind: .input(path + [field.name]), type: field.type,
          isOptional: mayBeNothing || field.isOptional, expression: expression))
    }
    return ValuePlan(kind: .object(members), type: .json, isOptional: false, expression: expression)
  }
}
