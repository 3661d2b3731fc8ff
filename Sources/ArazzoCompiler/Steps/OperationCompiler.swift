import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The request of one step.
struct OperationCompiler {
  let scope: WorkflowScope
  let step: Step
  let found: FoundOperation

  var diagnostics: Diagnostics { scope.diagnostics }
  var operation: Operation { found.operation }
  var values: ValueCompiler {
    ValueCompiler(scope: scope, moment: .request(step: step.id.value))
  }

  func call() -> (plan: CallPlan, required: Set<VariableKey>)? {
    let errors = diagnostics.errorCount
    let written = parameters
    let plans = written.compactMap(parameter)
    checkPathParameters(written)
    warnAboutRequired(written)
    warnAboutCredentials(written)
    let body = step.requestBody.flatMap { BodyCompiler(operation: self).body($0) }
    warnAboutBody()
    guard diagnostics.errorCount == errors else { return nil }
    let setsAccept = written.contains {
      $0.place == .header && $0.name.value.lowercased() == "accept"
    }
    let plan = OperationPlan(
      operationID: operation.id, method: operation.method, path: operation.path, server: server,
      parameters: plans, body: body?.plan, accept: setsAccept ? [] : operation.jsonTypes,
      keepsRedirects: keepsRedirects)
    let required = plans.filter { $0.isRequired || $0.place == .path }
      .reduce(into: body?.required ?? []) { $0.formUnion($1.value.variables) }
    return (.operation(plan), required)
  }

  /// The step's own parameters, then the workflow's that it does not replace (rule A2).
  private var parameters: [Parameter] {
    let own = step.parameters
    let inherited = scope.workflow.parameters.filter { parameter in
      !own.contains { $0.name.value == parameter.name.value && $0.place == parameter.place }
    }
    return own + inherited
  }

  private func parameter(_ parameter: Parameter) -> ParameterPlan? {
    guard let place = parameter.place.flatMap({ ParameterPlan.Place(rawValue: $0.rawValue) })
    else {
      diagnostics.error(
        "parameter '\(parameter.name.value)' needs 'in' (path, query, header or cookie)",
        at: parameter.location)
      return nil
    }
    let declared = declaration(parameter)
    if let declared, !isWritable(declared, parameter) { return nil }
    if declared == nil { reportUndeclared(parameter, place) }
    guard let value = values.value(parameter.value, schema: declared?.schema) else { return nil }
    return ParameterPlan(
      name: declared?.name ?? parameter.name.value, place: place, value: value,
      isRequired: place == .path || declared?.isRequired == true)
  }

  private func declaration(_ parameter: Parameter) -> OperationParameter? {
    let name = parameter.name.value
    return operation.parameters.first {
      guard $0.place.rawValue == parameter.place?.rawValue else { return false }
      return $0.name == name
        || ($0.place == .header && $0.name.lowercased() == name.lowercased())
    }
  }

  /// Whether the parameter's serialisation is one that can be written; else an error.
  private func isWritable(_ declared: OperationParameter, _ parameter: Parameter) -> Bool {
    if declared.contentType != nil {
      return refuse("a parameter described by 'content'", parameter)
    }
    let kinds = declared.schema?.kinds ?? []
    guard kinds.contains(.array) || kinds.contains(.object) else { return true }
    let isForm = declared.style.map { $0 == "form" } ?? true
    if declared.place == .query, isForm, declared.explode ?? true, !kinds.contains(.object) {
      return true
    }
    guard parameter.value.string == nil || kinds == [.array] || kinds == [.object] else {
      return true
    }
    let kind = kinds.contains(.array) ? "an array" : "an object"
    let style = declared.style.map { " of style '\($0)'" } ?? ""
    return refuse("\(kind) in a \(declared.place.rawValue) parameter\(style)", parameter)
  }

  private func refuse(_ what: String, _ parameter: Parameter) -> Bool {
    diagnostics.error(
      "parameter '\(parameter.name.value)': \(what) is not supported yet", at: parameter.location)
    return false
  }

  private func reportUndeclared(_ parameter: Parameter, _ place: ParameterPlan.Place) {
    let name = parameter.name.value
    if place == .path, operation.path.contains("{\(name)}") { return }
    if place == .header, ["authorization", "accept", "content-type"].contains(name.lowercased()) {
      return
    }
    let known = operation.parameters.filter { $0.place.rawValue == place.rawValue }.map(\.name)
    let what = "\(operation.method) \(operation.path) has no \(place.rawValue) parameter '\(name)'"
    if place == .path {
      diagnostics.error(
        what, at: parameter.name.location, suggestion: didYouMean(name, in: known))
    } else if !isCredential(parameter) {
      diagnostics.warning(
        what + "; it is sent as written", at: parameter.name.location,
        suggestion: didYouMean(name, in: known))
    }
  }

  private func isCredential(_ parameter: Parameter) -> Bool {
    scope.targets[step.id.value]?.isCredential(parameter) ?? false
  }

  // MARK: what is not supplied

  private func checkPathParameters(_ written: [Parameter]) {
    let set = Set(written.filter { $0.place == .path }.map(\.name.value))
    for name in operation.path.templateNames where !set.contains(name) {
      diagnostics.error(
        "step '\(step.id.value)' does not set the path parameter '\(name)' of "
          + "\(operation.method) \(operation.path)", at: step.id.location,
        suggestion: didYouMean(name, in: set.sorted()))
    }
  }

  private func warnAboutRequired(_ written: [Parameter]) {
    for declared in operation.parameters where declared.isRequired && declared.place != .path {
      let isSet = written.contains {
        $0.place?.rawValue == declared.place.rawValue
          && $0.name.value.lowercased() == declared.name.lowercased()
      }
      if !isSet {
        diagnostics.warning(
          "step '\(step.id.value)' does not set the required \(declared.place.rawValue) "
            + "parameter '\(declared.name)' of \(operation.method) \(operation.path)",
          at: step.id.location)
      }
    }
  }

  private func warnAboutBody() {
    if step.requestBody == nil, operation.requestBody?.isRequired == true {
      diagnostics.warning(
        "step '\(step.id.value)' sends no body, which \(operation.method) \(operation.path) "
          + "requires", at: step.id.location)
    }
  }

  /// Says when the operation asks for credentials that the step does not set.
  private func warnAboutCredentials(_ written: [Parameter]) {
    guard !operation.security.isEmpty, !operation.security.contains([]),
      !written.contains(where: isCredential)
    else { return }
    let schemes = operation.security.map { $0.joined(separator: " and ") }
    diagnostics.warning(
      "step '\(step.id.value)' sets no credentials, and \(operation.method) \(operation.path) asks "
        + "for \(schemes.joined(separator: " or "))", at: step.id.location,
      suggestion: "set them as a parameter, or add them in the client's transport")
  }

  // MARK: server and redirects

  private var server: ServerPlan {
    let server = operation.servers.first
    return ServerPlan(
      source: found.source.name.value, url: server?.urlWithDefaults ?? "/",
      description: server?.description)
  }

  /// A step whose criteria or operation speak of a 3xx gets the 3xx (rule H4).
  private var keepsRedirects: Bool {
    if operation.responses.contains(where: { $0.status.hasPrefix("3") }) { return true }
    let criteria =
      step.successCriteria + step.onSuccess.flatMap(\.criteria) + step.onFailure.flatMap(\.criteria)
    return criteria.contains { criterion in
      guard let text = criterion.condition.string, text.contains("$statusCode") else {
        return false
      }
      return text.split { !$0.isNumber }.contains { Int($0).map { 300..<400 ~= $0 } ?? false }
    }
  }
}

extension Operation {
  /// The JSON media types of the success responses, for `Accept`.
  fileprivate var jsonTypes: [String] {
    var seen: Set<String> = []
    return responses.filter { $0.status.hasPrefix("2") || $0.status == "default" }
      .flatMap(\.content).filter(\.isJSON).map(\.name).filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The names in braces of a path template.
  var templateNames: [String] {
    split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }
}
