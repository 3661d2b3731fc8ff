import Foundation

/// Paths as text: joined and tidied without asking the file system.
enum FilePath {
  /// `path` seen from the folder of `base`, without `.` and, as far as can be, without `..`.
  static func join(_ path: String, toFolderOf base: String) -> String {
    if path.hasPrefix("/") { return normalised(path) }
    let folder = base.lastIndex(of: "/").map { base[...$0] } ?? ""
    return normalised(folder + path)
  }

  static func normalised(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", parts.last.map({ $0 != ".." }) ?? isAbsolute {
        if !parts.isEmpty { parts.removeLast() }
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// The one path of a file, links followed; `nil` where there is no such file.
  static func canonical(_ path: String) -> String? {
    guard !path.utf8.contains(0), let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
