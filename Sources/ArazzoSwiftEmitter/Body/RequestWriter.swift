import ArazzoCompiler

/// The request of a step.
struct RequestWriter {
  let values: ValueWriter
  let operation: OperationPlan

  var step: String { values.scope.step.id }
  var name: String { values.names.variables.local("Request", of: step) }

  /// The statements that make the request.
  func statements() -> [Layout] {
    let settings =
      operation.parameters.map(parameter) + queryString() + security() + body() + accept()
    return [[.text("let \(name) = "), request()]] + settings
  }

  private func request() -> Layout {
    let document = values.workflow.document
    let line: [Layout] = [
      .labelled("step", .string(step)), .labelled("method", .string(operation.method)),
      .labelled("path", .string(operation.path)),
    ]
    let server = document.serversType + "." + document.server(operation.server)
    var rest: [Layout] = [.labelled("server", .text(server))]
    if let id = operation.operationID { rest.append(.labelled("operation", .string(id))) }
    if operation.keepsRedirects { rest.append(.labelled("redirects", ".keep")) }
    return .call(
      "run.request",
      [.group(.joined(line, by: [",", .line])), .group(.joined(rest, by: [",", .line]))])
  }

  func set(_ function: String, _ arguments: [Layout]) -> Layout {
    .call(.text("\(name).\(function)"), arguments)
  }

  private func parameter(_ parameter: ParameterPlan) -> Layout {
    let value = parameter.value
    var arguments: [Layout] = [argument(parameter)]
    if !parameter.isSetCookie { arguments.insert(.string(parameter.name), at: 0) }
    arguments += serialization(parameter)
    if value.mayBeNothing, parameter.isRequired {
      // `setPath` has no such argument: a path is never without its parameters.
      if parameter.place != .path { arguments.append(.labelled("required", "true")) }
      arguments += origin(value)
    }
    switch parameter.place {
    case .path: return set("setPath", arguments)
    case .query: return set("setQuery", arguments)
    case .cookie: return set("setCookie", arguments)
    case .header: return set(parameter.isSetCookie ? "setCookies" : "setHeader", arguments)
    }
  }

  /// What differs from how the place has values by default.
  private func serialization(_ parameter: ParameterPlan) -> [Layout] {
    guard let plan = parameter.serialization else { return [] }
    let style = Layout.labelled("style", plan.layout)
    return plan.allowsEmpty ? [style, .labelled("allowEmpty", "true")] : [style]
  }

  private func queryString() -> [Layout] {
    guard let query = operation.queryString else { return [] }
    var arguments = [values.representable(query.value)]
    if query.isContent { arguments.append(.labelled("isContent", "true")) }
    if query.isRequired, query.value.mayBeNothing {
      arguments += [.labelled("required", "true")] + origin(query.value)
    }
    return [set("setQueryString", arguments)]
  }

  private func argument(_ parameter: ParameterPlan) -> Layout {
    parameter.bearerToken.map { .labelled("bearer", values.representable($0)) }
      ?? values.representable(parameter.value)
  }

  func origin(_ value: ValuePlan) -> [Layout] {
    value.expression.map { [.labelled("from", .string($0))] } ?? []
  }

  private func security() -> [Layout] {
    guard !operation.security.isEmpty else { return [] }
    let document = values.workflow.document
    let alternatives = operation.security.map { schemes in
      Layout.array(schemes.map { .text(document.securityType + "." + document.scheme($0)) })
    }
    return [[.text("\(name).security = "), .array(alternatives)]]
  }

  private func accept() -> [Layout] {
    guard !operation.accept.isEmpty else { return [] }
    return [set("accept", [.string(operation.accept.joined(separator: ", "))])]
  }
}

extension SerializationPlan {
  /// The style, with what is not as it is by default.
  var layout: Layout {
    let isExploded = [.form, .cookie, .deepObject, .segments].contains(style)
    var options: [Layout] = []
    if explode != isExploded, style != .json {
      options.append(.labelled("explode", explode ? "true" : "false"))
    }
    if allowsReserved { options.append(.labelled("allowReserved", "true")) }
    let name = ".\(style.rawValue)"
    return options.isEmpty ? .text(name) : .call(.text(name), options)
  }
}

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
      [.text("let \(name): JSONValue = "), value],
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

  fileprivate var isCollection: Bool {
    switch kind {
    case .object, .array, .literal(.object), .literal(.array): true
    default: false
    }
  }
}
