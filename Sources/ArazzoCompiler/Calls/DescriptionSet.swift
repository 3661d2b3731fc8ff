import ArazzoDescriptions
import ArazzoDocuments

/// One Arazzo document and the Arazzo documents that its workflows lead to, each read once, when a
/// workflow in it is first named.
///
/// A class: what is read for one workflow is kept for all.
final class DescriptionSet {
  /// One of the documents.
  struct Member {
    let description: ArazzoDescription
    let catalog: SourceCatalog
    let workflows: [String: Workflow]
    /// Its diagnostics, until they're reported.
    fileprivate(set) var findings: [Diagnostic] = []
  }

  private(set) var members: [Member] = []
  private let loader: any DocumentLoading
  private let diagnostics: Diagnostics
  /// Files that were given to be read in the place of sources, by the source's name.
  private let files: [String: String]
  private var numbers: [ObjectIdentifier: Int] = [:]
  /// Sources that could not be read as Arazzo documents, by their place.
  private var failed: Set<Location> = []

  init(
    _ main: ArazzoDescription, loader: any DocumentLoading, diagnostics: Diagnostics
  ) {
    self.loader = loader
    self.diagnostics = diagnostics
    let given = main.sourceDescriptions.compactMap { source in
      source.file.map { (source.name.value, $0) }
    }
    files = Dictionary(given, uniquingKeysWith: { first, _ in first })
    _ = add(main, findings: [])
  }

  func workflow(_ key: WorkflowKey) -> Workflow? { members[key.document].workflows[key.id] }

  /// The document that a source description names.
  ///
  /// - Returns: `nil` where it can't be loaded, which is reported once.
  func document(_ source: SourceDescription, of number: Int) -> Int? {
    guard !failed.contains(source.location) else { return nil }
    let known = root(source, of: number).flatMap { root in
      numbers[ObjectIdentifier(root.location.source)] ?? read(root, source)
    }
    if known == nil { failed.insert(source.location) }
    return known
  }

  /// Tells what was found when a document was read; once a workflow in it turns out to be needed
  /// and to have errors.
  func report(_ number: Int) {
    for finding in members[number].findings { diagnostics.add(finding) }
    members[number].findings = []
  }

  private func root(_ source: SourceDescription, of number: Int) -> Node? {
    diagnostics.reading(source) { try members[number].description.load(source, with: loader) }
  }

  private func read(_ root: Node, _ source: SourceDescription) -> Int? {
    guard root["arazzo"] != nil else {
      diagnostics.error(
        "source '\(source.name.value)' isn't an Arazzo description, so it has no workflows",
        at: source.url.location)
      return nil
    }
    let own = Diagnostics()
    guard var description = ArazzoDescription.read(root, own) else {
      own.all.forEach(diagnostics.add)
      return nil
    }
    for index in description.sourceDescriptions.indices {
      let name = description.sourceDescriptions[index].name.value
      description.sourceDescriptions[index].file = files[name]
    }
    return add(description, findings: own.all)
  }

  private func add(_ description: ArazzoDescription, findings: [Diagnostic]) -> Int {
    let catalog = SourceCatalog(
      description, loader: loader, diagnostics: diagnostics, seenFrom: members.first?.catalog)
    let reader = ImpliedDependencies(description, diagnostics: members.isEmpty ? diagnostics : nil)
    let workflows = Dictionary(
      description.workflows.enumerated().map { ($1.id.value, reader.adding(to: $1, at: $0)) },
      uniquingKeysWith: { first, _ in first })
    numbers[ObjectIdentifier(description.root.location.source)] = members.count
    members.append(
      Member(
        description: description, catalog: catalog, workflows: workflows, findings: findings))
    return members.count - 1
  }
}
