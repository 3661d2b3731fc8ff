import ArazzoDocuments

extension ArazzoReader {
  /// The steps that a step depends on (Arazzo 1.1): each named once, here or in another workflow.
  func dependencies(_ fields: Fields) -> [StepReference] {
    if let node = fields.mapping["dependsOn"], node.sequence?.isEmpty == true {
      diagnostics.error(
        "\(fields.subject): 'dependsOn' must have at least one step", at: node.location,
        suggestion: "leave it out where the step depends on none")
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
