import Foundation

/// The Arazzo descriptions of a target.
enum Documents {
  private static let endings = [".arazzo.yaml", ".arazzo.yml", ".arazzo.json"]

  /// Those in a folder and the folders in it, in the order of their paths.
  static func inFolder(_ folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let documents = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { file in
      endings.contains { file.lastPathComponent.lowercased().hasSuffix($0) }
    }
    return documents.sorted { $0.path < $1.path }
  }
}
