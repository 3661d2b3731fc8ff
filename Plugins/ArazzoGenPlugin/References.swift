import Foundation

/// The files that a description is generated from, so that a change of any of them is seen.
///
/// A plugin has no YAML reader. Whatever looks like the name of a YAML or JSON file and is there
/// counts: a file too many costs a build that was not needed, one too few would leave old code.
enum References {
  /// The file itself and those that it leads to, each once.
  static func reached(from document: URL) -> [URL] {
    var found = [document.standardizedFileURL]
    var next = 0
    while next < found.count {
      for file in names(in: found[next]) where !found.contains(file) { found.append(file) }
      next += 1
    }
    return found
  }

  private static func names(in file: URL) -> [URL] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let words = text.split { character in
      character.isWhitespace || "\"'#,{}[]<>()".contains(character)
    }
    let folder = file.deletingLastPathComponent()
    return Set(words).filter { word in
      [".yaml", ".yml", ".json"].contains { word.hasSuffix($0) } && !word.contains("://")
    }.map { folder.appending(path: $0.removingPercentEncoding ?? String($0)).standardizedFileURL }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
      .sorted { $0.path < $1.path }
  }
}
