import ArazzoDescriptions
import ArazzoDocuments

/// The parts of a workflow that the search for secrets needs.
struct SecretWorkflow {
  let workflow: Workflow
  /// The names of its inputs.
  let inputs: [String]
  /// The workflows that steps call, by the step.
  let calls: [String: WorkflowKey]
  /// The inputs whose schema makes them secret.
  let passwords: [String]
  /// What goes into credentials, with the step that sends it.
  let credentials: [(step: String, value: DocumentValue)]
  /// The workflow that each reference means, by its place.
  private let targets: [QualifiedName.Key: WorkflowKey]

  /// - Parameters:
  ///   - operations: What the steps call, where that is an operation.
  ///   - targets: The workflow that each reference means, by its place.
  init(
    _ workflow: Workflow, inputs: Schema?, operations: [String: FoundOperation],
    targets: [QualifiedName.Key: WorkflowKey]
  ) {
    self.workflow = workflow
    let properties = inputs?.properties ?? []
    self.inputs =
      properties.map(\.name.value) + (inputs?.undeclaredRequiredNames.map(\.value) ?? [])
    passwords = properties.filter { $0.schema.format == "password" }.map(\.name.value)
    self.targets = targets
    var calls: [String: WorkflowKey] = [:]
    var credentials: [(step: String, value: DocumentValue)] = []
    for step in workflow.steps {
      if case .workflowID(let id) = step.target { calls[step.id.value] = targets[id.key] }
      guard let operation = operations[step.id.value] else { continue }
      for parameter in step.parameters + workflow.parameters
      where operation.isCredential(parameter) {
        credentials.append((step.id.value, parameter.value))
      }
    }
    self.calls = calls
    self.credentials = credentials
  }

  /// The step of that name, or of the only near one (dialect P15).
  func step(_ id: String) -> Step? {
    if let step = workflow.steps.first(where: { $0.id.value == id }) { return step }
    guard case .one(let near) = NearName(id, among: workflow.steps.map(\.id.value)) else {
      return nil
    }
    return workflow.steps.first { $0.id.value == near }
  }

  /// The workflows of that name that it calls or depends on.
  func named(_ id: String) -> [WorkflowKey] {
    let dependencies = workflow.dependsOn.compactMap { targets[$0.key] }
    return Set(calls.values.filter { $0.id == id } + dependencies.filter { $0.id == id })
      .sorted { $0.document < $1.document }
  }

  /// The workflows that it calls, continues in or depends on.
  var callees: Set<WorkflowKey> { Set(workflow.references.compactMap { targets[$0.key] }) }

  /// The values that it passes as an input of another workflow.
  func arguments(
    for input: String, of callee: WorkflowKey
  ) -> [(step: String?, value: DocumentValue)] {
    let steps = workflow.steps.filter { calls[$0.id.value] == callee }.flatMap { step in
      WorkflowCallCompiler.parameters(of: step, in: workflow).filter {
        $0.name.value.foldedName == input.foldedName
      }
      .map { (step: String?.some(step.id.value), value: $0.value) }
    }
    let actions = actions(leadingTo: callee).flatMap { action in
      action.action.parameters.filter { $0.name.value.foldedName == input.foldedName }
        .map { (step: action.step, value: $0.value) }
    }
    return steps + actions
  }

  /// Whether it passes its own inputs of the same name (rules A5 and A10).
  func passesItsOwnInputs(to callee: WorkflowKey) -> Bool {
    actions(leadingTo: callee).contains { $0.action.parameters.isEmpty }
      || workflow.dependsOn.contains { targets[$0.key] == callee }
  }

  private func actions(leadingTo callee: WorkflowKey) -> [(step: String?, action: Action)] {
    let own = workflow.steps.flatMap { step in
      (step.onSuccess + step.onFailure).map { (step: String?.some(step.id.value), action: $0) }
    }
    let shared = (workflow.successActions + workflow.failureActions)
      .map { (step: String?.none, action: $0) }
    return (own + shared).filter { _, action in
      action.workflowID.flatMap { targets[$0.key] } == callee
    }
  }
}

extension StepTarget {
  /// Whether a value of this parameter is a credential: `Authorization`, a cookie, an API key, or
  /// an input of the called workflow that is one.
  func isCredential(_ parameter: Parameter) -> Bool {
    switch self {
    case .workflow(let plan):
      return plan.inputs.fields.contains {
        $0.name == parameter.name.value && $0.type.isSecret
      }
    case .operation(let found): return found.isCredential(parameter)
    }
  }
}

private let credentialHeaders: Set<String> = [
  "authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey",
  "x-auth-token",
]

extension FoundOperation {
  /// Whether a value of this parameter is a credential: `Authorization`, a cookie or an API key.
  func isCredential(_ parameter: Parameter) -> Bool {
    let name = parameter.name.value.lowercased()
    switch parameter.place {
    case .cookie: return true
    case .header where credentialHeaders.contains(name): return true
    case let place?:
      return apiKeys.contains { $0.name.lowercased() == name && $0.place == place.rawValue }
    case nil: return false
    }
  }

  /// Whether a credential of the client goes into the header.
  func fillsHeader(_ name: String) -> Bool {
    apiKeys.contains { $0.place == "header" && $0.name.lowercased() == name }
  }

  private var apiKeys: [(name: String, place: String)] {
    Set(operation.security.joined().map(\.scheme)).sorted().compactMap { name in
      guard case .apiKey(let key, let place)? = api.securityScheme(name)?.kind else { return nil }
      return (key, place)
    }
  }
}
