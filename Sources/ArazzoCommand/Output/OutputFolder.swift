import Foundation

/// The folder for generated files.
struct OutputFolder {
  /// As given on the command line.
  let path: String

  /// The path of a file in it. The name is a plain one: ``FolderChanges`` sees to it.
  func file(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// The names of what is in it; none where there is no folder yet.
  func names() throws(ToolError) -> [String] {
    switch FileEntry.following(path) {
    case .missing: return []
    case .folder: return try FileEntry.names(in: path)
    default: throw ToolError("'\(path)' is a file; '-o' needs a folder")
    }
  }

  /// The content of one of its files; `nil` for anything but a file of that size.
  func content(_ name: String, ifOfSize size: Int) -> Data? {
    var status = stat()
    guard lstat(file(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == size
    else { return nil }
    return FileManager.default.contents(atPath: file(name))
  }
}
