import ArazzoDocuments

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
        "\(fields.subject): '\(name)' can't stand beside '\(target)'", at: member.key.location,
        suggestion: "it is for steps on a channel of an AsyncAPI description")
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
