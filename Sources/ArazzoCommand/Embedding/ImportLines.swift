/// The imports of the runtime's modules in a Swift file.
enum ImportLines {
  /// The modules of ours that a file imports.
  static func modules(in text: String) -> [String] {
    text.split(separator: "\n").compactMap(module)
  }

  /// The text without these lines, and without the blank line that would be one too many.
  static func removed(from text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if module(line) != nil {
        continue
      }
      let isSecondBlank = line.isEmpty && (lines.last?.isEmpty ?? true)
      if !isSecondBlank || lines.contains(where: isCode) { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  private static func isCode(_ line: Substring) -> Bool {
    !line.isEmpty && !line.hasPrefix("//") && !line.contains("import ")
  }

  private static func module(_ line: Substring) -> String? {
    guard line.contains("import Arazzo"),
      let match = line.wholeMatch(of: #/(?:@_exported )?(?:[a-z]+ )?import (Arazzo[A-Za-z]+)/#)
    else { return nil }
    return String(match.1)
  }
}
