import ArazzoCompiler

/// Plan in, Swift source out, through the templates.
package struct SwiftEmitter {
  package struct Options: Sendable {
    package enum Access: String, Sendable, CaseIterable { case `public`, `package`, `internal` }

    package var access: Access
    /// The version in the file header.
    package var generatorVersion: String
    /// A hash over all input documents, for the file header.
    package var inputHash: String
    /// Templates by name that take the place of the built-in ones.
    package var templates: [String: String]
    /// The name of the one file that everything goes into; `nil` for a file a workflow.
    package var singleFile: String?
    /// The name of an enum around everything; `nil` for none.
    package var namespace: String?
    /// Whether the enum is declared here, and not with another document.
    package var declaresNamespace = true
    /// Modules to import besides those that the code needs.
    package var imports: [String] = []
    /// Text for the comment at the top of each file.
    package var headerText = ""
    package var names = NameChoices()
    /// The policy of clients that bring none.
    package var polling = PollingChoice()

    package init(
      access: Access = .internal, generatorVersion: String, inputHash: String,
      templates: [String: String] = [:], singleFile: String? = nil
    ) {
      self.access = access
      self.generatorVersion = generatorVersion
      self.inputHash = inputHash
      self.templates = templates
      self.singleFile = singleFile
    }
  }

  /// A file to be written.
  package struct File: Sendable {
    /// A plain file name, as `RunAppAndPoll.swift`.
    package var name: String
    package var content: String
    /// The workflow that it is for, by its id in the plan; `nil` for what workflows share.
    package var workflow: String? = nil
  }

  package let options: Options

  package init(options: Options) { self.options = options }

  /// Emits one file a workflow and one for what they share, or all in one file.
  ///
  /// - Throws: ``TemplateError`` where a replaced template can't be read.
  package func emit(_ plan: DocumentPlan) throws -> [File] {
    let files = try LayoutRenderer.$width.withValue(LayoutRenderer.width - namespaceIndent) {
      try self.files(plan)
    }
    let placed = namespaced(files, plan)
    guard let name = options.singleFile else { return placed }
    return [File(name: name, content: SingleFile(placed.map(\.content)).content)]
  }

  private func files(_ plan: DocumentPlan) throws -> [File] {
    let templates = try TemplateSet(replacing: options.templates)
    let names = DocumentNames(plan, choices: options.names, namespace: options.namespace)
    let workflows = plan.workflowsByID
    var files = try plan.workflows.map { workflow in
      let context = WorkflowContext(
        workflow, document: names, workflows: workflows, polling: options.polling)
      let file = WorkflowFile(
        workflow: context, fileName: plan.fileName, header: header(plan), access: access,
        imports: options.imports, templates: templates)
      return File(
        name: context.names.type + ".swift", content: try file.content(), workflow: workflow.id)
    }
    if plan.callsOperations {
      let file = ServersFile(
        plan: plan, names: names, header: header(plan), access: access, templates: templates)
      files.append(File(name: names.serversType + ".swift", content: try file.content()))
    }
    if !plan.schemes.isEmpty {
      let file = SecurityFile(
        plan: plan, names: names, header: header(plan), access: access, templates: templates)
      files.append(File(name: names.securityType + ".swift", content: try file.content()))
    }
    return files
  }

  private var namespaceIndent: Int { options.namespace == nil ? 0 : 2 }

  /// The files inside the namespace, where there is one.
  private func namespaced(_ files: [File], _ plan: DocumentPlan) -> [File] {
    guard let name = options.namespace, let first = files.first else { return files }
    let namespace = Namespace(name: name, access: access)
    let placed = files.map { file in
      File(
        name: "\(name)+\(file.name)", content: namespace.extending(file.content),
        workflow: file.workflow)
    }
    guard options.declaresNamespace else { return placed }
    let text = "What is generated from `\(CommentText.oneLine(plan.fileName))`."
    return [File(name: name + ".swift", content: namespace.declaration(text, like: first.content))]
      + placed
  }

  /// The access level with a space after it; nothing for `internal`.
  private var access: String { options.access == .internal ? "" : options.access.rawValue + " " }

  private func header(_ plan: DocumentPlan) -> [String: Any] {
    let hash = options.inputHash.hasPrefix("sha256:") ? "" : "sha256:"
    return [
      "version": CommentText.oneLine(options.generatorVersion),
      "source": CommentText.oneLine(plan.fileName),
      "inputHash": hash + CommentText.oneLine(options.inputHash),
      "text": CommentText.lines(options.headerText).map { $0.isEmpty ? "//" : "// " + $0 },
      "imports": Imports.lines(access: access, used: options.imports),
    ]
  }
}

extension SwiftEmitter {
  /// Whether a type of that name can stand around generated code and hide nothing that it needs.
  package static func canDeclare(_ type: String) -> Bool {
    !ReservedNames.topLevel.contains(type)
  }
}

extension DocumentPlan {
  fileprivate var callsOperations: Bool {
    workflows.contains { workflow in
      workflow.everyStep.contains { step in
        if case .operation = step.call { return true }
        return false
      }
    }
  }
}

/// Why a template can't be used.
package struct TemplateError: Error {
  package let template: String
  package let message: String
}
