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
    let keyword = settings.isEmpty ? "let" : "var"
    return [[.text("\(keyword) \(name) = "), request()]] + settings
  }

  private func request() -> Layout {
    let line: [Layout] = [.string(step), .string(operation.method), .string(operation.path)]
    var arguments: [Layout] = [
      .group(.joined(line, by: [",", .line])),
      .labelled(
        "at",
        .text(
          values.workflow.document.serversType + "."
            + values.workflow.document.server(operation.server))),
    ]
    if let id = operation.operationID { arguments.append(.labelled("operation", .string(id))) }
    if operation.keepsRedirects { arguments.append(.labelled("redirects", ".keep")) }
    return .call("run.request", arguments)
  }

  func set(_ function: String, _ arguments: [Layout]) -> Layout {
    .call(.text("try \(name).\(function)"), arguments)
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
