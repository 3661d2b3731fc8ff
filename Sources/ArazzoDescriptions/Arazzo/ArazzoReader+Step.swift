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
      parameters: parameters(fields, in: ParameterHome(target)),
      requestBody: requestBody(fields, target),
      successCriteria: successCriteria(fields),
      onSuccess: actions("onSuccess", fields, .success),
      onFailure: actions("onFailure", fields, .failure), outputs: outputs(fields),
      location: node.location)
    guard let id, target != nil else { return nil }
    oddNames.check(id, "step", .identifier)
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
        suggestion: "leave it out where any 2xx status is a success")
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
    let found =
      given.isEmpty
      ? "none of them" : given.map { "'\($0)'" }.joined(separator: " and ")
    diagnostics.error(
      "\(fields.subject) must have exactly one of \(Fields.list(names)), found \(found)",
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
