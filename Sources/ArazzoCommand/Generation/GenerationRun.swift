import ArazzoCompiler
import ArazzoDescriptions
import ArazzoDocuments
import ArazzoSwiftEmitter

/// One run of the command from parsed arguments to an exit status.
struct GenerationRun {
  let arguments: Arguments
  private var report: Report
  /// How many workflows were generated, and how many there are.
  private var generated = 0
  private var total = 0
  private var output = ""
  private var isCurrent = true

  init(arguments: Arguments, terminal: Terminal) {
    self.arguments = arguments
    report = Report(terminal: terminal)
  }

  mutating func run() -> Outcome {
    do {
      try generate()
    } catch {
      report.add(error)
    }
    guard report.hasErrors else {
      return Outcome(isCurrent ? .success : .notCurrent, output: output, errors: report.text)
    }
    if arguments.keepGoing { report.say("\(generated) of \(total) workflows generated") }
    return Outcome(.failure, errors: report.text)
  }

  private mutating func generate() throws(ToolError) {
    try checkOverrides()
    let templates = try arguments.templates.map(TemplateFolder.read) ?? [:]
    let documents = compile()
    if report.hasErrors && !arguments.keepGoing { return }
    if arguments.printPlan && !report.hasErrors {
      output = try PlanPrinter.json(documents.compactMap(\.plan))
    }
    guard let folder = arguments.output else { return }
    // A document of which nothing can be generated keeps what it has.
    let complete = documents.filter { $0.plan?.workflows.isEmpty == false }
    let rendered = try render(complete, templates: templates)
    try write(rendered, to: OutputFolder(path: folder))
    generated = complete.reduce(0) { $0 + ($1.plan?.workflows.count { $0.document == nil } ?? 0) }
  }

  /// Compiles every document and reports on each.
  private mutating func compile() -> [CompiledDocument] {
    var documents: [CompiledDocument] = []
    for path in arguments.documents.removingDuplicates() {
      let document = CompiledDocument(path: path, arguments: arguments)
      report.add(document.diagnostics)
      total += document.total
      documents.append(document)
    }
    reportUnusedOverrides(documents)
    return documents
  }

  private mutating func write(
    _ documents: [RenderedDocument], to folder: OutputFolder
  ) throws(ToolError) {
    let changes = try FolderChanges(documents, in: folder)
    if arguments.check {
      isCurrent = changes.isEmpty
      output += ChangeListing(changes, folder).differences
    } else if arguments.dryRun {
      output += ChangeListing(changes, folder).lines
    } else {
      try FolderTransaction(folder).apply(changes)
      report.sayOnTerminal(changes.summary)
    }
  }

  private func render(
    _ documents: [CompiledDocument], templates: [String: String]
  ) throws(ToolError) -> [RenderedDocument] {
    var rendered: [RenderedDocument] = []
    for document in documents {
      if let plan = document.plan {
        let options = SwiftEmitter.Options(
          access: arguments.access.forEmitter, generatorVersion: CommandLineTool.version,
          inputHash: document.inputHash, templates: templates, singleFile: arguments.singleFile)
        rendered.append(try RenderedDocument(document.path, plan, options: options))
      }
    }
    return rendered
  }
}

extension GenerationRun {
  private func checkOverrides() throws(ToolError) {
    for source in arguments.sources where !FileEntry(source.path).isReadableKind {
      throw ToolError("--source \(source.name): there is no file '\(source.path)'")
    }
  }

  /// A `--source` that no document has a use for is a slip of the pen.
  private mutating func reportUnusedOverrides(_ documents: [CompiledDocument]) {
    guard documents.allSatisfy({ $0.plan != nil }) else { return }
    let names = documents.flatMap(\.sourceNames)
    for source in arguments.sources where !names.contains(source.name) {
      let near = Suggestion.nearest(to: source.name, in: names)
      let declared = names.removingDuplicates().map { "'\($0)'" }.joined(separator: ", ")
      report.add(
        ToolError(
          "--source: no document has a source description named '\(source.name)'",
          suggestion: near.map { "did you mean '\($0)'?" } ?? "there are: \(declared)"))
    }
  }
}

extension [String] {
  /// The elements in order, each once.
  func removingDuplicates() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
