import ArazzoCompiler

/// The body of a step's request.
extension RequestWriter {
  func body() -> [Layout] {
    guard let body = operation.body else { return [] }
    if case .multipart(let parts) = body.format { return multipart(body, parts) }
    if case .content = body.format {
      let value = values.presentRepresentable(body.value)
      return [set("setBody", [value] + contentType(body) + presence(body))]
    }
    let value = values.json(body.value)
    let options = body.styles + contentType(body) + presence(body)
    guard !options.isEmpty, body.value.isCollection else {
      return [set(body.function, [value] + options)]
    }
    let name = values.names.variables.local("Body", of: step)
    return [
      [.text("let \(name): JSONValue = \(body.value.throwsWhenMade ? "try " : "")"), value],
      set(body.function, [.text(name)] + options),
    ]
  }

  private func multipart(_ body: BodyPlan, _ parts: [PartPlan]) -> [Layout] {
    if let members = body.value.members {
      return members.map { member in
        let style = parts.first { $0.name == member.name }?.options ?? []
        let value = values.presentRepresentable(member.value)
        return set("addPart", [.string(member.name), value] + style)
      }
    }
    let files = parts.filter(\.isFile).map { Layout.string($0.name) }
    var options: [Layout] = files.isEmpty ? [] : [.labelled("files", .array(files))]
    options += table("types", parts) { $0.contentType.map(Layout.string) }
    options += table("headers", parts) { $0.headers.isEmpty ? nil : $0.fields }
    options += table("styles", parts) { $0.style?.layout }
    return [set("addParts", [values.json(body.value)] + options + presence(body))]
  }

  /// An argument that has something of each part that has it, by name.
  private func table(
    _ label: String, _ parts: [PartPlan], _ entry: (PartPlan) -> Layout?
  ) -> [Layout] {
    let entries = parts.compactMap { part in entry(part).map { (name: part.name, value: $0) } }
    return entries.isEmpty ? [] : [.labelled(label, .dictionary(entries))]
  }

  private func contentType(_ body: BodyPlan) -> [Layout] {
    guard body.contentType != body.standardType else { return [] }
    return [.labelled("contentType", .string(body.contentType))]
  }

  private func presence(_ body: BodyPlan) -> [Layout] {
    let isJSON = if case .json = body.format { true } else { false }
    guard body.isRequired, isJSON ? body.value.isOptional : body.value.mayBeNothing else {
      return []
    }
    return [.labelled("required", "true")] + origin(body.value)
  }
}

extension BodyPlan {
  fileprivate var function: String {
    switch format {
    case .json: "setJSON"
    case .form: "setForm"
    case .multipart: "addParts"
    case .content: "setBody"
    }
  }

  /// The content type that the function sends where it is given none.
  fileprivate var standardType: String? {
    switch format {
    case .json: "application/json"
    case .form: "application/x-www-form-urlencoded"
    case .multipart, .content: nil
    }
  }

  fileprivate var styles: [Layout] {
    guard case .form(let fields) = format, !fields.isEmpty else { return [] }
    return [.labelled("styles", .dictionary(fields.map { ($0.name, $0.style.layout) }))]
  }
}

extension PartPlan {
  fileprivate var options: [Layout] {
    var options: [Layout] = isFile ? [.labelled("fileName", .string(name))] : []
    if let contentType { options.append(.labelled("contentType", .string(contentType))) }
    if !headers.isEmpty { options.append(.labelled("headers", fields)) }
    if let style { options.append(.labelled("style", style.layout)) }
    return options
  }

  fileprivate var fields: Layout {
    .dictionary(headers.map { (name: $0.name, value: .string($0.value)) })
  }
}

extension ValuePlan {
  /// The members of an object that is written out.
  fileprivate var members: [(name: String, value: ValuePlan)]? {
    switch kind {
    case .object(let members): members.map { ($0.name, $0.value) }
    case .literal(.object(let members)): members.map { ($0.name, .literal($0.value)) }
    default: nil
    }
  }

  /// Whether places in it are replaced when the request is made.
  fileprivate var throwsWhenMade: Bool {
    switch kind {
    case .replaced: true
    case .object(let members): members.contains { $0.value.throwsWhenMade }
    case .array(let elements): elements.contains(where: \.throwsWhenMade)
    case .firstOf(let first, let second): first.throwsWhenMade || second.throwsWhenMade
    default: false
    }
  }

  fileprivate var isCollection: Bool {
    switch kind {
    case .object, .array, .literal(.object), .literal(.array): true
    default: false
    }
  }
}
