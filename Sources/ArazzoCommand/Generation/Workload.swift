import ArazzoDocuments
import Foundation

/// The documents of a run, each with its settings.
struct Workload {
  struct Document {
    /// As given.
    let path: String
    let settings: Settings
    /// Whether the enum that is the namespace is declared with this one; other documents extend it.
    var declaresNamespace = true
  }

  /// Those to be read.
  private(set) var documents: [Document] = []

  /// - Parameters:
  ///   - given: What the command line names; the configuration's documents where it names none.
  ///   - settings: The settings of the command line, which override the configuration.
  init(_ given: [String], _ settings: Settings, _ configuration: Configuration?) {
    let general = Self.general(configuration)
    let known = (configuration?.everyDocument ?? []).map { document in
      Document(
        path: document.path.value,
        settings: settings.over(document.settings).over(general))
    }
    let knownFiles = Set(known.map(\.path.file))
    var seen: Set<URL> = []
    let given = given.map { (path: $0, file: $0.file) }.filter { seen.insert($0.file).inserted }
    let others = given.filter { !knownFiles.contains($0.file) }
      .map { Document(path: $0.path, settings: settings.over(general)) }
    let all = Self.markingNamespaces(known + others)
    let byFile = Dictionary(all.map { ($0.path.file, $0) }, uniquingKeysWith: { first, _ in first })
    documents = given.isEmpty ? all : given.compactMap { byFile[$0.file] }
  }

  private static func general(_ configuration: Configuration?) -> Settings {
    guard let configuration else { return Settings() }
    var settings = configuration.settings
    settings.output = settings.output ?? configuration.path.folder + "Generated"
    return settings
  }

  private static func markingNamespaces(_ documents: [Document]) -> [Document] {
    var seen: Set<String> = []
    return documents.map { document in
      var document = document
      document.declaresNamespace =
        document.settings.namespace.map { seen.insert($0).inserted } ?? true
      return document
    }
  }
}

extension String {
  /// The file at the path: the same for all its spellings, as far as their texts show.
  fileprivate var file: URL { URL(fileURLWithPath: self).standardizedFileURL }
}

extension Configuration {
  /// The documents that it names, or those that are there.
  fileprivate var everyDocument: [Document] {
    if let documents { return documents }
    let start = Location(SourceText(name: path, text: ""), line: 1, column: 1)
    return DocumentSearch.documents(in: path.folder).map { Document(path: Located($0, at: start)) }
  }
}

/// Finds Arazzo descriptions by their names.
enum DocumentSearch {
  static let endings = [".arazzo.yaml", ".arazzo.yml", ".arazzo.json"]

  /// Those in a folder (with a slash at its end, or nothing for the current one) and below, in the
  /// order of their paths.
  static func documents(in folder: String) -> [String] {
    let root = folder.isEmpty ? "." : folder
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      endings.contains { name.lowercased().hasSuffix($0) } && !name.contains(".build/")
    }.sorted().map { folder + $0 }
  }
}
