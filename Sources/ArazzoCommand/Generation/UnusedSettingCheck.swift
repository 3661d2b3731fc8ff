import ArazzoCompiler
import ArazzoDocuments

/// Finds names in the settings that match nothing in any document (likely typos).
struct UnusedSettingCheck {
  let documents: [CompiledDocument]

  /// An error for each such name.
  var errors: [Diagnostic] {
    unused("a source description", "--source: ", { $0.sources.map(\.mention) }, \.sourceNames)
      + unused("a workflow", "--workflow: ", { $0.workflows ?? [] }, \.workflowNames)
      + unused("a workflow", "", { $0.names.workflows.map(\.mention) }, \.workflowNames)
      + unused("a step", "", { $0.names.steps.map(\.mention) }, \.stepNames)
      + unused(
        "an input, output or member of a response", "", { $0.names.fields.map(\.mention) },
        \.fieldNames)
  }

  /// - Parameter option: The text before the message for a name on the command line.
  private func unused(
    _ kind: String, _ option: String, _ mentions: (Settings) -> [Settings.Mention],
    _ names: KeyPath<CompiledDocument, [String]>
  ) -> [Diagnostic] {
    var known: [Settings.Mention: [String]] = [:]
    var order: [Settings.Mention] = []
    for document in documents {
      for mention in mentions(document.work.settings) {
        if known[mention] == nil { order.append(mention) }
        known[mention, default: []] += document[keyPath: names]
      }
    }
    return order.compactMap { mention in
      let names = (known[mention] ?? []).removingDuplicates()
      if names.contains(mention.name) { return nil }
      let prefix = mention.place == nil ? option : ""
      return Diagnostic(
        .error, "\(prefix)no document has \(kind) named '\(mention.name)'", at: mention.place,
        suggestion: advice(mention.name, names))
    }
  }

  private func advice(_ name: String, _ names: [String]) -> String? {
    if let question = Suggestion.question(about: name, in: names) { return question }
    let plain = names.filter { !$0.contains("/") }.prefix(12).map { "'\($0)'" }
    return plain.isEmpty ? nil : "available: \(plain.joined(separator: ", "))"
  }
}

extension CompiledDocument {
  /// The steps by their names, alone and after the workflow's.
  fileprivate var stepNames: [String] {
    named { $0.everyStep.map(\.id) }
  }

  /// The inputs at every depth and the outputs in the same way, and the members of responses.
  fileprivate var fieldNames: [String] {
    let types = plan?.types ?? []
    let own = named { workflow in
      workflow.inputs.everyName + workflow.outputs.map(\.name)
        + types.filter { $0.workflow == workflow.id }.flatMap(\.memberNames)
    }
    return own + types.filter { $0.workflow == nil }.flatMap(\.memberNames)
  }

  private func named(_ names: (WorkflowPlan) -> [String]) -> [String] {
    (plan?.workflows ?? []).flatMap { workflow in
      names(workflow).flatMap { [$0, "\(workflow.name)/\($0)"] }
    }
  }
}

extension StructPlan {
  fileprivate var everyName: [String] {
    fields.flatMap { [$0.name] + ($0.type.structure?.everyName ?? []) }
  }
}

extension DeclarationPlan {
  fileprivate var memberNames: [String] {
    if case .object(let members) = form { members.map(\.name) } else { [] }
  }
}

extension TypePlan {
  fileprivate var structure: StructPlan? {
    switch self {
    case .structure(let plan): plan
    case .array(let element), .dictionary(let element), .nullable(let element):
      element.structure
    default: nil
    }
  }
}
