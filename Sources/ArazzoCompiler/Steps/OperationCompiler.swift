import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles the request of a step.
struct OperationCompiler {
  let scope: WorkflowResolver
  let step: Step
  let found: FoundOperation

  var diagnostics: Diagnostics { scope.diagnostics }
  var operation: Operation { found.operation }
  /// The template of the path, taken apart.
  var path: PathTemplate { operation.template }
  var values: ValueCompiler {
    ValueCompiler(scope: scope, moment: .request(step: step.id.value))
  }

  func call() -> (plan: CallPlan, needs: Needs)? {
    let (parts, hasErrors) = diagnostics.scope(parts)
    guard !hasErrors, !diagnostics.scope({ checkSent(parts.written) }).hasErrors else {
      return nil
    }
    var plan = OperationPlan(
      operationID: operation.id, method: operation.method, path: path.sent, server: server,
      parameters: parts.parameters, security: security(parts.written), body: parts.body?.plan,
      accept: scope.responses(of: step.id.value)?.accept ?? [],
      keepsRedirects: keepsRedirects)
    if case .whole(let whole) = parts.query { plan.queryString = whole }
    let needs = plan.parameters.filter(\.isRequired)
      .reduce(into: parts.body?.needs ?? Needs()) { $0.formUnion($1.value.needs) }
    return (.operation(plan), needs)
  }

  private typealias Parts = (
    written: [Parameter], query: QueryString?, parameters: [ParameterPlan],
    body: (plan: BodyPlan, needs: Needs)?
  )

  /// What the request is made of, and everything that is wrong with it.
  private func parts() -> Parts {
    let written = sendable(named(parameters))
    let query = queryString(written)
    var plans = written.filter { $0.place != .querystring }.compactMap(parameter)
    if case .pairs(let pairs) = query { plans += pairs }
    checkPathParameters(written)
    warnAboutRequired(written)
    let body = sentBody.flatMap { BodyCompiler(operation: self).body($0) }.flatMap(replaced)
    warnAboutBody()
    checkAccept(written)
    refuseValueless(body?.needs.variables ?? [])
    return (written, query, plans, body)
  }

  /// The body of the step, where the method has one.
  private var sentBody: RequestBody? {
    guard let body = step.requestBody, operation.method.hasNoBody else { return step.requestBody }
    diagnostics.warning(
      "a \(operation.method) request has no body: 'requestBody' of step '\(step.id.value)' is not "
        + "sent", at: body.location,
      suggestion: "remove 'requestBody', or call an operation with the method POST or PUT")
    return nil
  }

  /// The step's own parameters, then the workflow's that it does not replace (rule A2).
  private var parameters: [Parameter] {
    let own = step.parameters
    let inherited = scope.workflow.parameters.filter { parameter in
      !own.contains { $0.isNamed(as: parameter) }
    }
    return own + inherited
  }

  // MARK: server and redirects

  private var server: ServerPlan {
    let servers = operation.servers
    let choices = servers.map(ServerChoicePlan.init)
    let isChoice = choices.count > 1 || choices.contains { !$0.variables.isEmpty }
    return ServerPlan(
      source: found.server, title: found.api.title, url: servers.first?.urlWithDefaults ?? "/",
      description: isChoice ? nil : servers.first?.description, choices: isChoice ? choices : [])
  }

  /// A step whose criteria or operation speak of a 3xx gets the 3xx (rule H4).
  private var keepsRedirects: Bool {
    if operation.responses.contains(where: { $0.status.hasPrefix("3") }) { return true }
    let actions =
      step.onSuccess + step.onFailure + scope.workflow.successActions
      + scope.workflow.failureActions
    let criteria = step.successCriteria + actions.flatMap(\.criteria)
    return criteria.contains(where: \.asksForRedirect)
  }
}

extension String {
  /// Whether requests of the method have no body that every transport could send.
  var hasNoBody: Bool { ["GET", "HEAD", "TRACE", "CONNECT"].contains(self) }
}

extension ServerChoicePlan {
  /// The server with the variables that its URL has a place for, in the order of those.
  init(_ server: Server) {
    let declared = Dictionary(
      server.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = Self.parts(of: server.url.value, names: Set(declared.keys))
    var seen: Set<String> = []
    let variables = parts.compactMap { part -> ServerVariablePlan? in
      guard case .variable(let name) = part, seen.insert(name).inserted else { return nil }
      return declared[name].map(ServerVariablePlan.init)
    }
    self.init(
      name: server.name, description: server.description, url: parts, variables: variables)
  }

  /// Braces around no variable that is declared are text.
  private static func parts(of url: String, names: Set<String>) -> [Part] {
    var parts: [Part] = []
    var text = ""
    for piece in PlaceholderText(url).pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .placeholder(let name) where names.contains(name):
        if !text.isEmpty { parts.append(.text(text)) }
        parts.append(.variable(name))
        text = ""
      case .placeholder(let name): text += "{\(name)}"
      }
    }
    return text.isEmpty ? parts : parts + [.text(text)]
  }
}

extension ServerVariablePlan {
  init(_ variable: ServerVariable) {
    var values: [String] = []
    for value in variable.values where !values.contains(value) { values.append(value) }
    if !values.isEmpty, !values.contains(variable.defaultValue) {
      values.insert(variable.defaultValue, at: 0)
    }
    self.init(
      name: variable.name, defaultValue: variable.defaultValue, values: values,
      description: variable.description)
  }
}
