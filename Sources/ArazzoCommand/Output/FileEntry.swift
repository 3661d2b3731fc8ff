import Foundation

/// The kind of file at a path; symbolic links aren't followed.
enum FileEntry: Equatable {
  case missing, file, folder, link, other

  /// Asks the system itself: Foundation also looks up who owns the file, which takes far longer.
  init(_ path: String) {
    var status = stat()
    guard !path.utf8.contains(0), lstat(path, &status) == 0 else {
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }

  /// Whether a document may be read from it.
  var isReadableKind: Bool { self != .missing && self != .folder }

  /// The kind of file after following links.
  static func following(_ path: String) -> FileEntry {
    FileEntry(URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(ToolError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw ToolError("the folder '\(folder)' can't be read: \(ToolError.reason(error))")
    }
  }
}
