import ArazzoDocuments

/// Whether an action is under `onSuccess` or `onFailure`.
enum ActionContext {
  case success, failure

  var component: String { self == .success ? "successActions" : "failureActions" }
  var title: String { self == .success ? "success action" : "failure action" }
}

extension ArazzoReader {
  func actions(_ name: String, _ fields: Fields, _ home: ActionContext) -> [Action] {
    var duplicates = Duplicates(diagnostics, severity: .warning)
    let nodes = fields.sequence(name, of: "\(home.title)s")
    return nodes.enumerated().compactMap { number, node -> Action? in
      let label = node["name"]?.string.map { "'\($0)'" } ?? "\(number + 1)"
      let subject = "\(home.title) \(label) of \(fields.subject)"
      let unnamed = "\(name == home.component ? "workflow-" : "")action-\(number + 1)"
      guard let action = reusableAction(node, subject, home, unnamed: unnamed) else { return nil }
      duplicates.check(
        "\(fields.subject): \(home.title) '\(action.name.value)'", key: action.name.value,
        at: action.location)
      return action
    }
  }

  private func reusableAction(
    _ node: Node, _ subject: String, _ home: ActionContext, unnamed: String
  ) -> Action? {
    guard isReusable(node) else { return action(node, subject, unnamed: unnamed) }
    let known = home == .success ? successActions : failureActions
    guard let fields = Fields(node, subject, diagnostics),
      let reference = reference(in: fields),
      var action = resolve(reference, home.component, among: known, subject)
    else { return nil }
    action.location = node.location
    action.node = nil
    return action
  }

  /// `retry` under a success action is read: published documents have it (dialect P9).
  ///
  /// - Parameter unnamed: The name of an action that has none, which is read with a warning.
  func action(_ node: Node, _ subject: String, unnamed: String) -> Action? {
    guard let fields = Fields(node, subject, diagnostics) else { return nil }
    fields.check(known: Self.actionFields)
    note(later: ["parameters"], in: fields)
    let name = self.name(fields, unnamed: unnamed)
    let kind = fields.choice(
      fields.requiredString("type"), "type", among: [Action.Kind.end, .goto, .retry])
    let action = Action(
      name: name, kind: kind ?? .end,
      stepID: fields.string("stepId"),
      workflowID: fields.string("workflowId").map(QualifiedName.init),
      parameters: parameters(fields, in: .workflow),
      retryAfter: fields.number("retryAfter"), retryLimit: fields.count("retryLimit"),
      criteria: criteria("criteria", fields), location: node.location, node: node)
    return kind == nil ? nil : targeted(action, fields)
  }

  private func name(_ fields: Fields, unnamed: String) -> Located<String> {
    if let name = fields.string("name") { return name }
    if fields.mapping["name"] == nil {
      diagnostics.warning(
        "\(fields.subject) lacks the required field 'name'; arazzo-gen names it '\(unnamed)'",
        at: fields.location)
    }
    return Located(unnamed, at: fields.location)
  }

  private static let actionFields = [
    "name", "type", "stepId", "workflowId", "retryAfter", "retryLimit", "criteria",
    "parameters",
  ]

  /// Checks that the action's fields go with its type; those that mean nothing there are dropped.
  private func targeted(_ action: Action, _ fields: Fields) -> Action? {
    var action = action
    if action.kind == .end {
      reportMeaningless(action.stepID?.location, "stepId", .end, fields)
      reportMeaningless(action.workflowID?.location, "workflowId", .end, fields)
      (action.stepID, action.workflowID) = (nil, nil)
    }
    if action.kind != .retry {
      reportMeaningless(action.retryAfter?.location, "retryAfter", action.kind, fields)
      reportMeaningless(action.retryLimit?.location, "retryLimit", action.kind, fields)
      (action.retryAfter, action.retryLimit) = (nil, nil)
    }
    if action.workflowID == nil, let parameter = action.parameters.first {
      diagnostics.warning(
        "\(fields.subject): 'parameters' has no effect: the action calls no workflow",
        at: parameter.location)
      action.parameters = []
    }
    let targets = [action.stepID, action.workflowID?.text].compactMap(\.self)
    guard action.kind == .goto ? targets.count == 1 : targets.count < 2 else {
      reportTargets(targets, action.kind, fields)
      return nil
    }
    return action
  }

  private func reportMeaningless(
    _ location: Location?, _ name: String, _ kind: Action.Kind, _ fields: Fields
  ) {
    guard let location else { return }
    diagnostics.warning(
      "\(fields.subject): '\(name)' has no effect for the type '\(kind.rawValue)'",
      at: location)
  }

  private func reportTargets(
    _ targets: [Located<String>], _ kind: Action.Kind, _ fields: Fields
  ) {
    let count = kind == .goto ? "exactly one" : "at most one"
    let found = targets.isEmpty ? "neither" : "both"
    diagnostics.error(
      "\(fields.subject): '\(kind.rawValue)' must have \(count) of 'stepId' or 'workflowId', "
        + "found \(found)",
      at: targets.last?.location ?? fields.location,
      related: targets.dropLast().map { .init("'stepId' is here", at: $0.location) })
  }
}
