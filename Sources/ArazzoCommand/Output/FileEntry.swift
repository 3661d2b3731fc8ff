import Foundation

/// The kind of file at a path; symbolic links aren't followed.
enum FileEntry: Equatable {
  case missing, file, folder, link, other

  init(_ path: String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    switch attributes?[.type] as? FileAttributeType {
    case .typeRegular?: self = .file
    case .typeDirectory?: self = .folder
    case .typeSymbolicLink?: self = .link
    case nil: self = .missing
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
