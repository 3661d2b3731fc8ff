import ArazzoCompiler

/// The body of a step's request.
extension RequestWriter {
  func body() -> [Layout] {
    guard let body = operation.body, !(body.value.isKnownMissing && !body.isRequired) else {
      return []
    }
    let value = values.json(body.value)
    let options = body.styles + contentType(body) + presence(body)
    guard !options.isEmpty, body.value.isCollection else {
      return [set(body.function, [value] + options)]
    }
    let name = values.names.variables.local("Body", of: step)
    return [
      [.text("let \(name): JSONValue = "), value],
      set(body.function, [.text(name)] + options),
    ]
  }

  private func contentType(_ body: BodyPlan) -> [Layout] {
    guard body.contentType != body.standardType else { return [] }
    return [.labelled("contentType", .string(body.contentType))]
  }

  private func presence(_ body: BodyPlan) -> [Layout] {
    guard body.isRequired, body.value.isOptional else { return [] }
    return [.labelled("required", "true")] + origin(body.value)
  }
}

extension BodyPlan {
  fileprivate var function: String {
    switch format {
    case .json: "setJSON"
    case .form: "setForm"
    }
  }

  /// The content type that the function sends where it is given none.
  fileprivate var standardType: String {
    switch format {
    case .json: "application/json"
    case .form: "application/x-www-form-urlencoded"
    }
  }

  fileprivate var styles: [Layout] {
    guard case .form(let fields) = format, !fields.isEmpty else { return [] }
    return [.labelled("styles", .dictionary(fields.map { ($0.name, $0.style.layout) }))]
  }
}

extension FormFieldPlan.Style {
  fileprivate var layout: Layout {
    switch self {
    case .exploded: ".exploded"
    case .delimited(let separator): .call(".delimited", [.string(separator)])
    case .deepObject: ".deepObject"
    case .json: ".json"
    }
  }
}

extension ValuePlan {
  fileprivate var isCollection: Bool {
    switch kind {
    case .object, .array, .literal(.object), .literal(.array): true
    default: false
    }
  }
}
