import ArazzoCompiler
import ArazzoDescriptions
import ArazzoDocuments

/// A document after the compiler: its plan, and what was found on the way.
struct CompiledDocument {
  /// As given on the command line.
  let path: String
  let diagnostics: Diagnostics
  /// What can be generated; `nil` where the document could not be read.
  let plan: DocumentPlan?
  /// How many workflows the document has; 0 where it could not be read.
  let total: Int
  /// The names of its source descriptions, for `--source`.
  let sourceNames: [String]
  let inputHash: String
}

extension CompiledDocument {
  /// Reads and compiles one document.
  init(path: String, arguments: Arguments) {
    let diagnostics = Diagnostics(strict: arguments.strict)
    let loader = SourceLoader(overrides: arguments.sources)
    defer {
      loader.files.remarks.forEach(diagnostics.add)
      diagnostics.finishDialects()
    }
    guard
      let root = loader.description(path, diagnostics),
      var description = ArazzoDescription.read(root, diagnostics)
    else {
      self.init(
        path: path, diagnostics: diagnostics, plan: nil, total: 0, sourceNames: [], inputHash: "")
      return
    }
    description.use(arguments.sources)
    let (plan, total) = Compiler(loader: loader, diagnostics: diagnostics)
      .compile(description, fileName: path.lastPathComponent)
    self.init(
      path: path, diagnostics: diagnostics, plan: plan, total: total,
      sourceNames: description.sourceDescriptions.map(\.name.value),
      inputHash: InputHash.of(loader.files.inputs))
  }
}

extension ArazzoDescription {
  /// Lets the files given with `--source` take the place of what the document names.
  fileprivate mutating func use(_ overrides: [SourceOverride]) {
    for override in overrides {
      for index in sourceDescriptions.indices
      where sourceDescriptions[index].name.value == override.name {
        sourceDescriptions[index].file = override.absolutePath
      }
    }
  }
}

extension String {
  /// What follows the last slash.
  var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
