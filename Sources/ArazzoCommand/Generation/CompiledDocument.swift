import ArazzoCompiler
import ArazzoDescriptions
import ArazzoDocuments

/// A compiled document: its plan and its diagnostics.
struct CompiledDocument {
  let work: Workload.Document
  let diagnostics: Diagnostics
  /// What can be generated; `nil` where the document could not be read.
  var plan: DocumentPlan?
  /// The number of selected workflows; 0 if the document couldn't be read.
  let total: Int
  /// The names of its source descriptions and workflows, for what mentions some.
  let sourceNames: [String]
  let workflowNames: [String]
  /// Where the document begins, and where its workflows have their names.
  let beginning: Location?
  let workflowPlaces: [String: Location]
  let inputHash: String
  /// Every file that was read.
  let inputs: [(name: String, bytes: [UInt8])]

  /// As given.
  var path: String { work.path }
}

extension CompiledDocument {
  /// Reads and compiles one document.
  init(_ work: Workload.Document) {
    let settings = work.settings
    let diagnostics = Diagnostics(strict: settings.strict ?? false)
    let loader = SourceLoader(
      overrides: settings.sources, allowRemote: settings.allowRemote ?? false)
    defer {
      loader.files.remarks.forEach(diagnostics.add)
      diagnostics.finishDialects()
    }
    guard
      let root = loader.description(work.path, diagnostics),
      var description = ArazzoDescription.read(root, diagnostics)
    else {
      self.init(
        work: work, diagnostics: diagnostics, plan: nil, total: 0, sourceNames: [],
        workflowNames: [], beginning: nil, workflowPlaces: [:], inputHash: "", inputs: [])
      return
    }
    let ids = description.workflows.map(\.id)
    description.use(settings.sources)
    description.keep(settings.workflows)
    var (plan, total) = Compiler(loader: loader, diagnostics: diagnostics)
      .compile(description, fileName: work.path.lastPathComponent)
    if settings.resumable ?? false { plan.makeResumable() }
    self.init(
      work: work, diagnostics: diagnostics, plan: plan, total: total,
      sourceNames: description.sourceDescriptions.map(\.name.value),
      workflowNames: ids.map(\.value), beginning: root.location,
      workflowPlaces: Dictionary(
        ids.map { ($0.value, $0.location) }, uniquingKeysWith: { first, _ in first }),
      inputHash: InputHash.of(loader.files.inputs), inputs: loader.files.inputs)
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
