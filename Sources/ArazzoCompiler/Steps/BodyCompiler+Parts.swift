import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The parts of a multipart body.
extension BodyCompiler {
  func multipart(
    _ payload: Node, _ media: MediaType?
  ) -> (value: ValuePlan, format: BodyPlan.Format)? {
    guard let value = fields(of: payload, media) else { return nil }
    let names = value.memberNames ?? media?.schema?.properties.map(\.name.value) ?? []
    return (value, .multipart(names.compactMap { part($0, media) }))
  }

  private func fields(of payload: Node, _ media: MediaType?) -> ValuePlan? {
    guard payload.mapping != nil || payload.string.map(isOneExpression) == true else {
      return refuse("a multipart body", payload, found: payload.kindName)
    }
    guard let value = operation.values.value(payload, schema: media?.schema) else { return nil }
    guard value.type.isOneText else { return value.structureMembers ?? value }
    return refuse("a multipart body", payload, found: value.type.phrase)
  }

  private func refuse(_ what: String, _ payload: Node, found: String) -> ValuePlan? {
    diagnostics.error(
      "\(what) is made of the members of an object, found \(found)", at: payload.location,
      suggestion: "write the parts as a mapping")
    return nil
  }

  private func part(_ name: String, _ media: MediaType?) -> PartPlan? {
    let schema = media?.schema?.properties.first { $0.name.value == name }?.schema
    let types = media?.encodings[name]?.contentType?.split(separator: ",").map {
      $0.drop(while: \.isWhitespace)
    }
    let type = types?.first { !$0.contains("*") }.map(String.init)
    let isFile = schema?.isBinary ?? false
    return isFile || type != nil ? PartPlan(name: name, isFile: isFile, contentType: type) : nil
  }

  // MARK: text and bytes

  /// A body that is sent as it reads.
  func text(_ payload: Node, _ contentType: String) -> ValuePlan? {
    guard let text = payload.string else {
      diagnostics.error(
        "a body of type \(contentType.quotedForMessage) is text, found \(payload.kindName)",
        at: payload.location,
        suggestion: "write the payload as a string; '$inputs.x' alone sends that value")
      return nil
    }
    if contentType.isXMLMediaType, !isOneExpression(text) {
      return XMLTextCompiler(values: operation.values, node: payload).value(text)
    }
    guard let value = operation.values.value(payload) else { return nil }
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
  /// Whether text of this type has no syntax that a value could break.
  fileprivate var isPlainMediaType: Bool {
    ["text/plain", "text/markdown", "application/octet-stream"].contains(mediaType)
  }
}

extension Schema {
  /// Whether the value is a file, or each element of it.
  fileprivate var isBinary: Bool {
    if kinds == [.array], let items { return items.format == "binary" }
    return format == "binary"
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
    guard case .input(let path) = kind, case .structure(let plan) = type else { return nil }
    let members = plan.fields.map { field in
      Member(
        name: field.name,
        value: ValuePlan(
          kind: .input(path + [field.name]), type: field.type,
          isOptional: isOptional || field.isOptional, expression: expression))
    }
    return ValuePlan(kind: .object(members), type: .json, isOptional: false, expression: expression)
  }
}
