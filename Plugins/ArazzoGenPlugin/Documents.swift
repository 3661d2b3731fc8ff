import Foundation

/// What a target has for the generator.
struct Documents {
  private static let endings = [".arazzo.yaml", ".arazzo.yml", ".arazzo.json"]

  /// The target's `arazzo-gen.yaml`, where it has one.
  let configuration: URL?
  /// The Arazzo descriptions: those that the configuration names, else those that are there.
  let files: [URL]

  init(inFolder folder: URL) {
    let configuration = folder.appending(path: "arazzo-gen.yaml")
    let text = try? String(contentsOf: configuration, encoding: .utf8)
    self.configuration = text == nil ? nil : configuration
    let named = text.map(Self.documents(named:)) ?? []
    files =
      named.isEmpty
      ? Self.found(in: folder)
      : named.map { folder.appending(path: $0).standardizedFileURL }
  }

  private static func found(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let documents = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { file in
      endings.contains { file.lastPathComponent.lowercased().hasSuffix($0) }
    }
    return documents.sorted { $0.path < $1.path }
  }

  /// The paths under `documents`. A plugin has no YAML reader: it takes what stands alone after a
  /// `-` or a `path:`, or in brackets. The generator reads the file properly and complains.
  private static func documents(named text: String) -> [String] {
    var isInside = false
    var paths: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("documents:") {
        isInside = true
        paths += line.dropFirst("documents:".count).split { "[],".contains($0) }.compactMap(path)
      } else if isInside, line.first == " " || line.first == "-" {
        var words = line.drop { " -".contains($0) }
        if words.hasPrefix("{") { words = words.dropFirst().drop { $0 == " " } }
        let isPath = words.hasPrefix("path:")
        if isPath { words = words.dropFirst("path:".count) }
        if isPath || line.drop(while: { $0 == " " }).hasPrefix("-") {
          words.split { ",}".contains($0) }.first.flatMap(path).map { paths.append($0) }
        }
      } else {
        isInside = false
      }
    }
    return paths
  }

  /// A scalar without its quotes and without the comment after it.
  private static func path(_ text: Substring) -> String? {
    let bare = text.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
    let path = bare.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
    return path.isEmpty || path.contains(": ") ? nil : path
  }
}
