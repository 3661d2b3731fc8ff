import ArazzoDocuments

extension ArazzoReader {
  func step(_ node: Node, number: Int, of workflow: String) -> Step? {
    let subject = node["stepId"]?.string.map { "step '\($0)'" } ?? "step \(number) of \(workflow)"
    guard let fields = Fields(node, subject, diagnostics) else { return nil }
    fields.check(known: Self.stepFields + Self.laterStepFields)
    note(later: Self.laterStepFields, in: fields)
    let id = fields.requiredString("stepId")
    let target = target(fields)
    let step = Step(
      id: id ?? Located("", at: node.location),
      description: fields.string("description")?.value,
      target: target ?? .operationID(OperationReference(id: Located("", at: node.location))),
      dependsOn: dependencies(fields), timeout: fields.count("timeout"),
      channelAction: channelAction(fields, target),
      parameters: parameters(fields, in: ParameterContext(target)),
      requestBody: requestBody(fields, target),
      successCriteria: successCriteria(fields),
      onSuccess: actions("onSuccess", fields, .success),
      onFailure: actions("onFailure", fields, .failure), outputs: outputs(fields),
      location: node.location)
    guard let id, target != nil else { return nil }
    nonconformingNames.check(id, "step", .identifier)
    return step
  }

  private static let stepFields = [
    "stepId", "description", "operationId", "operationPath", "workflowId", "parameters",
    "requestBody", "successCriteria", "onSuccess", "onFailure", "outputs",
  ]
  private static let laterStepFields = [
    "timeout", "dependsOn", "channelPath", "action", "correlationId",
  ]

  private func successCriteria(_ fields: Fields) -> [Criterion] {
    if let node = fields.mapping["successCriteria"], node.sequence?.isEmpty == true {
      diagnostics.error(
        "\(fields.subject): 'successCriteria' must have at least one criterion", at: node.location,
        suggestion: "remove it if any 2xx status is a success")
    }
    return criteria("successCriteria", fields)
  }

  private func target(_ fields: Fields) -> Step.Target? {
    let names = ["operationId", "operationPath", "workflowId", "channelPath"]
    let given = names.filter { fields.mapping[$0] != nil }
    guard let name = given.first, given.count == 1 else {
      reportTargets(given, among: names, fields)
      return nil
    }
    guard let text = fields.requiredString(name) else { return nil }
    return switch name {
    case "operationId": .operationID(OperationReference(id: text))
    case "operationPath": .operationPath(OperationReference(path: text))
    case "channelPath": .channelPath(text)
    default: .workflowID(QualifiedName(text))
    }
  }

  private func reportTargets(_ given: [String], among names: [String], _ fields: Fields) {
    let places = given.compactMap { fields.mapping.member($0)?.key }
    let offered = names.filter { $0 != "channelPath" || given.contains($0) }
    let found =
      given.isEmpty
      ? "none" : given.map { "'\($0)'" }.joined(separator: " and ")
    diagnostics.error(
      "\(fields.subject) must have exactly one of \(Fields.list(offered)), found \(found)",
      at: places.last?.location ?? fields.location,
      suggestion: given.isEmpty ? nearTarget(fields, among: names) : nil,
      related: places.dropLast().map { .init("'\($0.value)' is here", at: $0.location) })
  }

  private func nearTarget(_ fields: Fields, among names: [String]) -> String? {
    for member in fields.mapping.members where !Self.stepFields.contains(member.key.value) {
      if let question = Suggestion.question(about: member.key.value, in: names) {
        return "it has '\(member.key.value)'; \(question)"
      }
    }
    return nil
  }
}

extension ArazzoReader {
  /// The steps that a step depends on (Arazzo 1.1): each named once, here or in another workflow.
  func dependencies(_ fields: Fields) -> [StepReference] {
    if let node = fields.mapping["dependsOn"], node.sequence?.isEmpty == true {
      diagnostics.error(
        "\(fields.subject): 'dependsOn' must have at least one step", at: node.location,
        suggestion: "remove it if the step depends on no other step")
    }
    var seen: Set<String> = []
    let steps = strings("dependsOn", of: "step names", fields)
    for step in steps {
      checkForm(step, fields)
      guard !seen.insert(step.value).inserted else { continue }
      diagnostics.error(
        "\(fields.subject): 'dependsOn' names '\(step.value)' twice", at: step.location)
    }
    return steps.map(StepReference.init)
  }

  private func checkForm(_ step: Located<String>, _ fields: Fields) {
    guard step.value.hasPrefix("$") else { return }
    let roots = ["$workflows.", "$sourceDescriptions."]
    guard !roots.contains(where: { step.value.hasPrefix($0) }) || !step.value.contains(".steps.")
    else {
      return
    }
    let own = "$steps."
    diagnostics.error(
      "\(fields.subject): 'dependsOn' must name a step, found '\(step.value)'", at: step.location,
      suggestion: step.value.hasPrefix(own)
        ? "write \(step.value.dropFirst(own.count))"
        : "write STEP, $workflows.ID.steps.STEP or $sourceDescriptions.NAME.ID.steps.STEP")
  }
}

/// What a step has only where it works on a channel of an AsyncAPI description.
extension ArazzoReader {
  /// Checks the fields that go together, and reads whether the step sends or receives.
  func channelAction(_ fields: Fields, _ target: Step.Target?) -> Located<Step.ChannelAction>? {
    let written = fields.string("action")
    let action = fields.choice(
      written, "action", among: [Step.ChannelAction.send, .receive])
    switch target {
    case .workflowID: refuse(["action", "correlationId"], beside: "workflowId", fields)
    case .operationPath: refuse(["action", "correlationId"], beside: "operationPath", fields)
    case .channelPath where written == nil:
      diagnostics.error(
        "\(fields.subject) lacks the required field 'action', which a step with 'channelPath' needs",
        at: fields.location, suggestion: "write action: send or action: receive")
    default: checkCorrelation(fields, action)
    }
    guard let action, let written else { return nil }
    return Located(action, at: written.location)
  }

  private func refuse(_ names: [String], beside target: String, _ fields: Fields) {
    for name in names {
      guard let member = fields.mapping.member(name) else { continue }
      diagnostics.error(
        "\(fields.subject): '\(name)' can't be used with '\(target)'", at: member.key.location,
        suggestion: "it applies to steps on a channel of an AsyncAPI description")
    }
  }

  private func checkCorrelation(_ fields: Fields, _ action: Step.ChannelAction?) {
    guard action != .receive, let member = fields.mapping.member("correlationId") else { return }
    let found = action.map { "found '\($0.rawValue)'" } ?? "found none"
    diagnostics.error(
      "\(fields.subject): 'correlationId' needs the 'action' receive, \(found)",
      at: member.key.location)
  }
}
