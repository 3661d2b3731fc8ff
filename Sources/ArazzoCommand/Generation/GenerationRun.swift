import ArazzoCompiler
import ArazzoDescriptions
import ArazzoDocuments
import ArazzoSwiftEmitter

/// A run of `generate` or `validate`, from documents to an exit status.
struct GenerationRun {
  enum Mode {
    case write, check, list
    /// Only the plan is printed.
    case print
    /// Everything is found out and nothing is written.
    case validate
  }

  private let mode: Mode
  private let printsPlan: Bool
  private var report: Report
  /// How many workflows were generated, and how many there are.
  private var generated = 0
  private var total = 0
  private var output = ""
  private var isCurrent = true
  private let progress: ProgressLine
  private let runtime: EmbeddedRuntime
  private let sources: SourceStore

  init(mode: Mode, printsPlan: Bool = false, place: ToolPlace, format: DiagnosticFormat) {
    self.mode = mode
    self.printsPlan = printsPlan
    report = Report(terminal: place.terminal, format: format, showsNotes: mode == .validate)
    progress = ProgressLine(terminal: place.terminal)
    runtime = EmbeddedRuntime(sources: place.runtime)
    sources = place.sources
  }

  mutating func run(_ input: DocumentOptions, _ settings: Settings) -> Outcome {
    if input.isEmpty { return Outcome(.usage, errors: Help.noDocument) }
    guard let workload = input.workload(settings, &report) else { return outcome(.failure) }
    let keepsGoing = workload.documents.contains { $0.settings.keepGoing ?? false }
    do {
      try generate(workload, keepsGoing: keepsGoing)
    } catch {
      report.add(error)
    }
    guard report.hasErrors else { return outcome(isCurrent ? .success : .notCurrent) }
    if keepsGoing { report.say("\(generated) of \(total) workflows generated") }
    output = ""
    return outcome(.failure)
  }

  private func outcome(_ status: ExitStatus) -> Outcome {
    Outcome(status, output: output + report.structured, errors: report.text)
  }

  private mutating func generate(_ workload: Workload, keepsGoing: Bool) throws(ToolError) {
    try checkSources(workload)
    try checkNamespaces(workload)
    let templates =
      try workload.documents.first?.settings.templates.map(TemplateFolder.read) ?? [:]
    let documents = compile(workload.documents)
    if report.hasErrors && !keepsGoing { return }
    if printsPlan && !report.hasErrors {
      output = try PlanPrinter.json(documents.compactMap(\.plan))
    }
    // A document of which nothing can be generated keeps what it has.
    let complete = documents.filter { $0.plan?.workflows.isEmpty == false }
    let all = try render(complete, templates)
    let collisions = FileCollisions(complete, all)
    collisions.errors.forEach { report.add($0) }
    if !collisions.errors.isEmpty && !keepsGoing { return }
    let kept = collisions.rest
    var again = try render(kept.filter { $0.files == nil }.map(\.document), templates)[...]
    try write(withRuntime(kept.compactMap { $0.files ?? again.popFirst() }, workload))
    generated = kept.reduce(0) {
      $0 + ($1.document.plan?.workflows.count { $0.document == nil } ?? 0)
    }
  }

  private func render(
    _ documents: [CompiledDocument], _ templates: [String: String]
  ) throws(ToolError) -> [RenderedDocument] {
    if documents.isEmpty { return [] }
    let templates = try RenderedDocument.templates(replacing: templates)
    let modules = runtime.modules
    let rendered = Workers.map(documents) { document in
      Result { () throws(ToolError) in
        try RenderedDocument(document, templates: templates, embedding: modules)
      }
    }
    return try rendered.map { (document) throws(ToolError) in try document.get() }
  }

  /// Compiles every document and reports on each.
  private mutating func compile(_ work: [Workload.Document]) -> [CompiledDocument] {
    let begun = Shared(0)
    let progress = progress
    let documents = CompiledDocument.compile(work, sharing: sources) { document in
      begun.withLock { number in
        number += 1
        progress.show(number, of: work.count, document.path)
      }
    }
    progress.clear()
    for document in documents {
      report.add(document)
      total += document.total
    }
    if documents.allSatisfy({ $0.plan != nil }), !report.hasErrors {
      UnusedSettingCheck(documents: documents).errors.forEach { report.add($0) }
    }
    return documents
  }

  /// The documents with the sources of the runtime, where these are wanted beside them.
  private func withRuntime(
    _ documents: [RenderedDocument], _ workload: Workload
  ) throws(ToolError) -> [RenderedDocument] {
    let settings = workload.documents.map(\.settings)
    let folders = documents.map(\.folder).removingDuplicates()
    guard settings.contains(where: { $0.runtime == RuntimePlace.embedded.rawValue }) else {
      return documents + folders.compactMap(EmbeddedRuntime.removal)
    }
    if settings.contains(where: { $0.singleFile != nil }) {
      throw ToolError(
        "'--single-file' can't be used with the embedded runtime, which is a folder of files",
        suggestion: "remove one of the two options")
    }
    if runtime.sources.isEmpty {
      throw ToolError(
        "a plugin can't embed the runtime",
        suggestion: "run 'arazzo-gen' itself, or import the runtime")
    }
    let levels = settings.map { $0.access.flatMap(AccessLevel.init) ?? .internal }
    let access = AccessLevel.allCases.first(where: levels.contains) ?? .internal
    return folders.flatMap { folder in
      runtime.embed(
        documents.filter { $0.folder == folder }, access: access, in: folder)
    }
  }

  private mutating func write(_ documents: [RenderedDocument]) throws(ToolError) {
    if mode == .print || mode == .validate { return }
    let folders = documents.map(\.folder).removingDuplicates().map(OutputFolder.init)
    let changes = try folders.map { (folder) throws(ToolError) in
      try FolderChanges(documents.filter { $0.folder == folder.path }, in: folder)
    }
    for (folder, changes) in zip(folders, changes) { try apply(changes, to: folder) }
  }

  private mutating func apply(
    _ changes: FolderChanges, to folder: OutputFolder
  ) throws(ToolError) {
    switch mode {
    case .check:
      isCurrent = isCurrent && changes.isEmpty
      output += ChangeListing(changes, folder).differences
    case .list: output += ChangeListing(changes, folder).lines
    default:
      try FolderTransaction(folder).apply(changes)
      report.sayOnTerminal(changes.summary(in: folder))
    }
  }

  private func checkNamespaces(_ workload: Workload) throws(ToolError) {
    for name in workload.documents.compactMap(\.settings.namespace)
    where !SwiftEmitter.canDeclare(name) {
      throw ToolError(
        "the namespace '\(name)' would hide a type that generated code uses",
        suggestion: "choose another name, such as '\(name)Workflows'")
    }
  }

  private func checkSources(_ workload: Workload) throws(ToolError) {
    for source in workload.documents.flatMap(\.settings.sources) {
      guard !source.value.contains("://"), !FileEntry(source.value).isReadableKind else { continue }
      throw ToolError("--source \(source.mention.name): there is no file '\(source.value)'")
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
