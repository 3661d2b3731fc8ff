import ArazzoCompiler
import ArazzoDescriptions
import ArazzoDocuments

/// A compiled document: its plan and its diagnostics.
struct CompiledDocument {
  let work: Workload.Document
  /// Its diagnostics, in order.
  let findings: [Diagnostic]
  /// Whether it has an error, in what is generated or elsewhere.
  let hasErrors: Bool
  /// What can be generated; `nil` where the document could not be read.
  var plan: DocumentPlan?
  /// The number of selected workflows; 0 if the document couldn't be read.
  private(set) var total = 0
  /// The names of its source descriptions and workflows, for what mentions some.
  private(set) var sourceNames: [String] = []
  private(set) var workflowNames: [String] = []
  /// Where the document begins, and where its workflows have their names.
  private(set) var beginning: Location?
  private(set) var workflowPlaces: [String: Location] = [:]
  let inputHash: String
  /// Every file that was read.
  let inputs: [SourceFile]

  /// As given.
  var path: String { work.path }
}

extension CompiledDocument {
  /// Reads and compiles one document.
  ///
  /// - Parameter sources: The files that the documents of the run share.
  init(_ work: Workload.Document, sharing sources: SourceStore) {
    let diagnostics = Diagnostics(strict: work.settings.strict ?? false)
    let loader = SourceLoader(work.settings, sharing: sources)
    let read = loader.description(work.path, diagnostics).flatMap { root in
      ArazzoDescription.read(root, diagnostics)
    }
    let compiled = read.map { Self.compile($0, work, loader, diagnostics) }
    loader.files.remarks.forEach(diagnostics.add)
    diagnostics.finishDialects()
    self.init(
      work: work, findings: diagnostics.all, hasErrors: diagnostics.hasErrors,
      plan: compiled?.plan, inputHash: InputHash.of(loader.files.inputs),
      inputs: loader.files.inputs)
    guard let read, let compiled else { return }
    total = compiled.total
    sourceNames = read.sourceDescriptions.map(\.name.value)
    workflowNames = read.workflows.map(\.id.value)
    beginning = read.root.location
    workflowPlaces = Dictionary(
      read.workflows.map { ($0.id.value, $0.id.location) }, uniquingKeysWith: { first, _ in first })
  }

  private static func compile(
    _ read: ArazzoDescription, _ work: Workload.Document, _ loader: SourceLoader,
    _ diagnostics: Diagnostics
  ) -> (plan: DocumentPlan, total: Int) {
    var description = read
    description.use(work.settings.sources)
    description.keep(work.settings.workflows)
    var (plan, total) = Compiler(loader: loader, diagnostics: diagnostics)
      .compile(description, fileName: work.path.lastPathComponent)
    if work.settings.resumable ?? false { plan.makeResumable() }
    if work.settings.mcp ?? false { plan.describeTools() }
    return (plan, total)
  }

  /// Reads and compiles documents on all cores.
  ///
  /// - Parameters:
  ///   - sources: The files that they share.
  ///   - begin: Called with each document that is begun, on any thread.
  /// - Returns: The documents in their order.
  static func compile(
    _ documents: [Workload.Document], sharing sources: SourceStore,
    begin: @escaping @Sendable (Workload.Document) -> Void = { _ in }
  ) -> [CompiledDocument] {
    Workers.map(documents) { work in
      begin(work)
      return CompiledDocument(work, sharing: sources)
    }
  }
}

extension ArazzoDescription {
  /// Lets the files given with `--source` take the place of what the document names.
  fileprivate mutating func use(_ overrides: [Settings.Choice]) {
    for override in overrides {
      for index in sourceDescriptions.indices
      where sourceDescriptions[index].name.value == override.mention.name {
        sourceDescriptions[index].file = override.absolutePath
      }
    }
  }

  /// Leaves out the workflows that are neither selected nor used by selected ones.
  fileprivate mutating func keep(_ mentions: [Settings.Mention]?) {
    guard let mentions else { return }
    var open = mentions.map(\.name)
    var kept: Set<String> = []
    while let name = open.popLast() {
      guard let workflow = workflows.first(where: { $0.id.value == name }),
        kept.insert(name).inserted
      else { continue }
      open += workflow.references.map(\.value)
    }
    workflows.removeAll { !kept.contains($0.id.value) }
  }
}

extension String {
  /// What follows the last slash.
  var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
