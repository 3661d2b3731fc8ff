import ArazzoDescriptions
import ArazzoDocuments
import Foundation

/// Loads files; `--source` replaces the URLs of source descriptions.
final class SourceLoader: DocumentLoading {
  let files: FileLoader
  /// Paths as given, by their absolute path in the description.
  private let overrides: [String: String]

  /// - Parameter sources: The files that the documents of the run share.
  init(_ settings: Settings = Settings(), sharing sources: SourceStore = SourceStore()) {
    var fetch: FileLoader.Fetch?
    if settings.allowRemote ?? false { fetch = { url in try RemoteFiles().fetch(url) } }
    files = FileLoader(sharing: sources, fetch: fetch)
    overrides = Dictionary(
      settings.sources.map { ($0.absolutePath, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  func load(_ reference: String, from base: SourceText) throws -> Node {
    if let path = overrides[reference] { return try files.load(file: path) }
    return try files.load(reference, from: base)
  }

  func index(of root: Node, _ make: () -> OperationIndex) -> OperationIndex {
    files.index(of: root, make)
  }

  /// Loads the description itself; what goes wrong is reported, at the file where there is one.
  func description(_ path: String, _ diagnostics: Diagnostics) -> Node? {
    do {
      return try files.load(file: path)
    } catch let error as DocumentError {
      diagnostics.add(error.diagnostic)
    } catch let error as LoadError {
      let start = Location(SourceText(name: path, text: ""), line: 1, column: 1)
      let place = FileEntry(path) == .missing ? nil : start
      diagnostics.error(error.message, at: place, suggestion: error.suggestion)
    } catch {
      diagnostics.error("'\(path)' can't be read: \(ToolError.reason(error))", at: nil)
    }
    return nil
  }
}

extension Settings.Choice {
  /// The path from the root, which no document's folder can change the meaning of.
  var absolutePath: String { URL(fileURLWithPath: value).standardizedFileURL.path }
}
