import ArazzoCompiler
import ArazzoDocuments

/// Files that two documents of one run would both write into one folder.
struct FileCollisions {
  /// One for each such file, at what comes second.
  private(set) var errors: [Diagnostic] = []
  /// The documents without what comes second, and without what calls it.
  private(set) var rest: [Remainder] = []

  struct Remainder {
    let document: CompiledDocument
    /// `nil` where they have to be rendered again, because the document has lost some.
    let files: RenderedDocument?
  }

  struct Origin {
    let document: CompiledDocument
    /// The workflow that the file is for, by its id in the plan.
    let workflow: String?
  }

  /// - Parameter files: Of each document in turn.
  init(_ documents: [CompiledDocument], _ files: [RenderedDocument]) {
    var owners: [String: Origin] = [:]
    for (document, rendered) in zip(documents, files) {
      var lost: Set<String> = []
      var isLost = false
      for file in rendered.files {
        let origin = Origin(document: document, workflow: file.workflow)
        // Names that differ in case only are one file on some machines.
        let key = rendered.folder + "/" + file.name.lowercased()
        guard let first = owners[key] else {
          owners[key] = origin
          continue
        }
        errors.append(Self.error(file.name, origin, first))
        if let workflow = file.workflow { lost.insert(workflow) } else { isLost = true }
      }
      if !isLost, let kept = document.without(lost) {
        rest.append(Remainder(document: kept, files: lost.isEmpty ? rendered : nil))
      }
    }
  }

  private static func error(_ file: String, _ second: Origin, _ first: Origin) -> Diagnostic {
    Diagnostic(
      .error,
      "'\(file)' would be the file of \(first.phrase) and of \(second.phrase)",
      at: second.place, suggestion: suggestion(second, first),
      related: first.place.map { [.init("the other one is here", at: $0)] } ?? [])
  }

  /// What to write into the configuration.
  private static func suggestion(_ second: Origin, _ first: Origin) -> String {
    let (path, other) = (second.document.path, first.document.path)
    let namespace =
      "put an enum around one of them in 'arazzo-gen.yaml': "
      + "'documents: [\(quoted(other)), {path: \(quoted(path)), namespace: Second}]'"
    guard let name = second.ownName else { return namespace }
    return "give it another name in 'arazzo-gen.yaml': "
      + "'documents: [\(quoted(other)), {path: \(quoted(path)), "
      + "names: {workflows: {\(quoted(name)): second\(Self.capitalized(name))}}}]'; or \(namespace)"
  }

  private static func quoted(_ text: String) -> String { JSONTree.string(text).text }

  /// The letters and digits of a name, for a name made of it.
  private static func capitalized(_ name: String) -> String {
    let letters = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return letters.prefix(1).uppercased() + letters.dropFirst()
  }
}

extension FileCollisions.Origin {
  private var plan: WorkflowPlan? {
    document.plan?.workflows.first { $0.id == workflow }
  }

  /// The `workflowId`, if the workflow is in the document itself.
  var ownName: String? { plan?.document == nil ? plan?.name : nil }

  var place: Location? { ownName.flatMap { document.workflowPlaces[$0] } ?? document.beginning }

  var phrase: String {
    guard let plan else { return "'\(document.path)'" }
    let other = plan.document.map { "'\($0)', which is called by " } ?? ""
    return "workflow \(plan.name.quotedForMessage) of \(other)'\(document.path)'"
  }
}

extension CompiledDocument {
  /// The document without some workflows and those that use them; `nil` if none is left.
  fileprivate func without(_ lost: Set<String>) -> CompiledDocument? {
    guard !lost.isEmpty else { return self }
    guard let workflows = plan?.workflows else { return nil }
    var lost = lost
    while let next = workflows.first(where: {
      !lost.contains($0.id) && !lost.isDisjoint(with: $0.otherWorkflows)
    }) {
      lost.insert(next.id)
    }
    var document = self
    document.plan?.removeWorkflows(lost)
    return lost.count == workflows.count ? nil : document
  }
}

extension WorkflowPlan {
  /// The workflows whose functions or types its code names.
  fileprivate var otherWorkflows: [String] {
    let steps = everyStep.flatMap { step -> [String] in
      let next = step.transitions.flatMap(\.workflows)
      guard case .workflow(let call) = step.call else { return next }
      return call.workflows + next
    }
    return steps + dependsOn
  }
}

extension TransitionPlan {
  fileprivate var workflows: [String] {
    switch self {
    case .workflow(_, let call): call.workflows
    case .retry(let plan):
      if case .workflow(let call) = plan.first { call.workflows } else { [] }
    case .step, .end: []
    }
  }
}
