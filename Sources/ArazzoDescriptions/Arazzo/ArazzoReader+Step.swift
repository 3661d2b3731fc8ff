import ArazzoDocuments

extension ArazzoReader {
  func step(_ node: Node, number: Int, of workflow: String) -> Step? {
    let subject = node["stepId"]?.string.map { "step '\($0)'" } ?? "step \(number) of \(workflow)"
    guard let fields = Fields(node, subject, diagnostics) else { return nil }
    fields.check(known: Self.stepFields, later: Self.laterStepFields)
    let id = fields.requiredString("stepId")
    let target = target(fields)
    let step = Step(
      id: id ?? Located("", at: node.location),
      description: fields.string("description")?.value,
      target: target ?? .operationID(Located("", at: node.location)),
      parameters: parameters(fields, in: ParameterHome(target)),
      requestBody: requestBody(fields, target),
      successCriteria: criteria("successCriteria", fields),
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

  private func target(_ fields: Fields) -> Step.Target? {
    let names = ["operationId", "operationPath", "workflowId"]
    let given = names.filter { fields.mapping[$0] != nil }
    guard let name = given.first, given.count == 1 else {
      reportTargets(given, among: names, fields)
      return nil
    }
    guard let text = fields.requiredString(name) else { return nil }
    return switch name {
    case "operationId": .operationID(text)
    case "operationPath": .operationPath(text)
    default: .workflowID(text)
    }
  }

  private func reportTargets(_ given: [String], among names: [String], _ fields: Fields) {
    // A step on a channel was reported as one already.
    if given.isEmpty, fields.mapping["channelPath"] != nil { return }
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
      if let question = Spelling.question(member.key.value, among: names) {
        return "it has '\(member.key.value)'; \(question)"
      }
    }
    return nil
  }

  private func requestBody(_ step: Fields, _ target: Step.Target?) -> RequestBody? {
    guard let node = step.optional("requestBody"),
      let fields = Fields(node, "\(step.subject): 'requestBody'", diagnostics)
    else { return nil }
    fields.check(known: ["contentType", "payload", "reference", "$ref"], later: ["replacements"])
    if isReusable(node) {
      diagnostics.error(
        "\(fields.subject) can't be a reference", at: node.location,
        suggestion: "write the content out, or move what repeats into parameters")
    }
    let contentType = fields.string("contentType")
    let payload = fields.mapping["payload"]
    if let payload { checkSelectors(in: payload, fields) }
    if case .workflowID = target {
      diagnostics.warning(
        "\(step.subject) calls a workflow: its 'requestBody' is ignored", at: node.location,
        suggestion: "hand values to a workflow as 'parameters'")
      return nil
    }
    return RequestBody(contentType: contentType, payload: payload, location: node.location)
  }
}
