import Foundation

/// Writes files that aren't generated Swift.
enum PlainFile {
  /// Writes a file and creates the folders above it.
  static func write(_ text: String, to path: String) throws(ToolError) {
    try write(Data(text.utf8), to: path)
  }

  static func write(_ bytes: Data, to path: String) throws(ToolError) {
    do {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url)
    } catch {
      throw ToolError("'\(path)' can't be written: \(ToolError.reason(error))")
    }
  }
}
