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
    /// The name of the one file that everything goes into; `nil` for a file a workflow.
    package var singleFile: String?
    /// The name of an enum around everything; `nil` for none.
    package var namespace: String?
    /// Whether the enum is declared here, and not with another document.
    package var declaresNamespace = true
    /// Modules to import besides those that the code needs.
    package var imports: [String] = []
    /// Modules whose sources stand beside the code, which then doesn't import them.
    package var embeddedModules: Set<String> = []
    /// Text for the comment at the top of each file.
    package var headerText = ""
    package var names = NameChoices()
    /// The policy of clients that bring none.
    package var polling = PollingChoice()

    package init(
      access: Access = .internal, generatorVersion: String, inputHash: String,
      singleFile: String? = nil
    ) {
      self.access = access
      self.generatorVersion = generatorVersion
      self.inputHash = inputHash
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
    /// Those of ``Options/embeddedModules`` that it calls.
    package var embeddedModules: Set<String> = []
  }

  package let options: Options

  private let templates: TemplateSet

  /// - Parameter templates: Those that all documents of a run share.
  package init(options: Options, templates: TemplateSet) {
    self.options = options
    self.templates = templates
  }

  /// Emits one file a workflow and one for what they share, or all in one file.
  ///
  /// - Throws: ``TemplateError`` where a template asks for a value that there is none for.
  package func emit(_ plan: DocumentPlan) throws -> [File] {
    try files(plan).map { file in
      let imports = imports(of: file)
      let header = try templates.layout(
        "header", header(plan, imports.subtracting(options.embeddedModules)))
      return File(
        name: file.name, content: file.content(header: header), workflow: file.workflow,
        embeddedModules: imports.modules.intersection(options.embeddedModules))
    }
  }

  /// What goes into files, before it is printed.
  func files(_ plan: DocumentPlan) throws -> [GeneratedFile] {
    let files = namespaced(try separateFiles(plan), plan)
    return options.singleFile.map { [.joining(files, name: $0)] } ?? files
  }

  private func separateFiles(_ plan: DocumentPlan) throws -> [GeneratedFile] {
    let names = names(of: plan)
    let contexts = contexts(plan, names)
    var files = try contexts.map { context in
      try WorkflowFile(
        workflow: context, fileName: plan.fileName, access: access, templates: templates
      ).file()
    }
    let types = TypesFile(plan: plan, names: names, access: access, templates: templates)
    if let file = try types.file() { files.append(file) }
    if plan.callsOperations {
      let file = ServersFile(plan: plan, names: names, access: access, templates: templates)
      files.append(try file.file())
    }
    if !plan.schemes.isEmpty {
      let file = SecurityFile(plan: plan, names: names, access: access, templates: templates)
      files.append(try file.file())
    }
    let workflows = Dictionary(
      contexts.map { ($0.plan.id, $0) }, uniquingKeysWith: { first, _ in first })
    let tools = ToolsFile(
      plan: plan, names: names, workflows: workflows, access: access, templates: templates)
    if let file = try tools.file() { files.append(file) }
    return files
  }

  func names(of plan: DocumentPlan) -> DocumentNames {
    DocumentNames(plan, choices: options.names, namespace: options.namespace)
  }

  /// The workflows of the plan, each with its names.
  func contexts(_ plan: DocumentPlan, _ names: DocumentNames) -> [WorkflowContext] {
    let workflows = plan.workflowsByID
    return plan.workflows.map {
      WorkflowContext($0, document: names, workflows: workflows, polling: options.polling)
    }
  }

  /// The files inside the namespace, where there is one.
  private func namespaced(_ files: [GeneratedFile], _ plan: DocumentPlan) -> [GeneratedFile] {
    guard let name = options.namespace, !files.isEmpty else { return files }
    let namespace = Namespace(name: name, access: access)
    let extensions = files.map(namespace.extended)
    guard options.declaresNamespace else { return extensions }
    let text = "The code generated from `\(ReadableText.oneLine(plan.fileName))`."
    return [namespace.declaration(text)] + extensions
  }

  /// The access level with a space after it; nothing for `internal`.
  private var access: String { options.access == .internal ? "" : options.access.rawValue + " " }

  /// What the file needs and what the user asks for; nothing for a file without code.
  func imports(of file: GeneratedFile) -> Imports {
    file.imports.isEmpty ? file.imports : file.imports.union(Imports(used: options.imports))
  }

  private func header(_ plan: DocumentPlan, _ imports: Imports) -> [String: Any] {
    [
      "version": ReadableText.oneLine(options.generatorVersion),
      "source": ReadableText.oneLine(plan.fileName),
      "inputHash": ReadableText.oneLine(options.inputHash), "access": access,
      "text": ReadableText.lines(options.headerText), "hasImports": !imports.isEmpty,
      "imports": imports.lines(access: access),
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
