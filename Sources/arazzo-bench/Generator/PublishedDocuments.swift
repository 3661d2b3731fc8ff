import ArazzoDocuments
import Foundation

/// The Arazzo documents in a folder whose sources are files beside them.
struct PublishedDocuments {
  /// Every third of them, as they come: large and small, with sources of their own and without.
  let mixed: [String]
  /// Those that have the same sources as three others or more.
  let sharing: [String]

  init(in folder: String) {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let documents = names.sorted().map { "\(folder)/\($0)" }.compactMap { path in
      Self.sources(of: path).map { (path: path, sources: $0) }
    }
    mixed = stride(from: 0, to: documents.count, by: 3).map { documents[$0].path }
    let families = Dictionary(grouping: documents, by: \.sources).values
    sharing = families.filter { $0.count >= 4 }.joined().map(\.path).sorted()
  }

  /// The paths of a document's sources; `nil` where one is missing, or where it is no document.
  private static func sources(of path: String) -> [String]? {
    guard [".yaml", ".yml", ".json"].contains(where: path.hasSuffix),
      let bytes = FileManager.default.contents(atPath: path),
      String(decoding: bytes.prefix(2_000), as: UTF8.self).contains("arazzo"),
      let root = try? DocumentReader.read(Array(bytes), name: path), root["arazzo"] != nil,
      let sources = root["sourceDescriptions"]?.sequence, !sources.isEmpty
    else { return nil }
    let base = URL(fileURLWithPath: path)
    let files = sources.compactMap { $0["url"]?.string }.map {
      URL(fileURLWithPath: $0, relativeTo: base).standardizedFileURL.path
    }
    return files.allSatisfy(FileManager.default.fileExists) ? files.sorted() : nil
  }
}
